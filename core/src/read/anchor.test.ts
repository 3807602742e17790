import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorBetween, anchorIn, wordsBetween } from './anchor.js';

describe('an anchor', () => {
  it('counts code points, so that emoji and rare letters do not move it', () => {
    const anchor = anchorIn('🫖🫖 She said: keep the kettle warm.', 'keep the kettle');
    expect(anchor).toMatchObject({ from: 13, to: 28, before: '🫖🫖 She said: ', after: ' warm.' });
  });

  it('brings back the words it was made from, in any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ unit: 'grapheme' }),
        (before, quote, after) => {
          const text = before + quote + after;
          const anchor = anchorIn(text, quote);
          expect(anchor && wordsBetween(text, anchor.from, anchor.to)).toBe(quote);
        },
      ),
    );
  });

  it('takes the second place when asked', () => {
    expect(anchorIn('tea and tea', 'tea', 2)?.from).toBe(8);
  });

  it('is nothing where the words are not in the text', () => {
    expect(anchorIn('tea', 'coffee')).toBeUndefined();
    expect(anchorIn('tea', 'tea', 2)).toBeUndefined();
  });
});

describe('an anchor between two places', () => {
  it('leaves out the blanks at its edges', () => {
    const text = '🫖 She said:\n  keep warm. \n[page 2]';
    expect(anchorBetween(text, 11, 25)).toEqual({
      from: 14,
      to: 24,
      quote: 'keep warm.',
      before: '🫖 She said:\n  ',
      after: ' \n[page 2]',
    });
  });

  it('is none where nothing is left, or too much', () => {
    expect(anchorBetween('one  two', 3, 5)).toBeUndefined();
    expect(anchorBetween('one', 2, 1)).toBeUndefined();
    expect(anchorBetween('a'.repeat(20_001), 0, 30_000)).toBeUndefined();
    expect(anchorBetween('one', -3, 9)).toMatchObject({ from: 0, to: 3 });
  });
});
