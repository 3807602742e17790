import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from './clean.js';
import { textWidth } from './measure.js';
import { cut, isCut, wrap } from './wrap.js';

const style = { size: 12 };

describe('wrap', () => {
  it('breaks at spaces and keeps every word', () => {
    const lines = wrap('Balancing tensions in the relational nature of link working', 120, style);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(' ')).toBe('Balancing tensions in the relational nature of link working');
  });

  it('breaks after a hyphen before it breaks a word', () => {
    expect(wrap('a double-edged sword', textWidth('a double-ed', style), style)).toEqual([
      'a double-',
      'edged',
      'sword',
    ]);
  });

  it('breaks a word that is wider than the line', () => {
    const word = 'Selbstverantwortlichkeitszuschreibung';
    const lines = wrap(word, 80, style);
    expect(lines.join('')).toBe(word);
    expect(lines.length).toBeGreaterThan(2);
  });

  it('ends in an ellipsis when lines run out', () => {
    const lines = wrap('one two three four five six seven eight', 60, style, 2);
    expect(lines).toHaveLength(2);
    expect(isCut(lines)).toBe(true);
  });

  it('gives no line for nothing', () => {
    expect(wrap(' \u0007 ', 100, style)).toEqual([]);
  });

  it('never gives a line wider than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 40, max: 300 }), (text, width) => {
        for (const line of wrap(text, width, style, 6)) expect(textWidth(line, style)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('loses no letter where there are lines enough', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        const letters = (all: string) => all.replaceAll(' ', '');
        expect(letters(wrap(text, 60, style, 1000).join(''))).toBe(letters(clean(text)));
      }),
    );
  });
});

describe('cut', () => {
  it('leaves text alone that fits', () => {
    expect(cut('Services', 200, style)).toBe('Services');
  });

  it('cuts between words where it can', () => {
    expect(cut('The person who lives with it', 120, style)).toBe('The person who…');
  });
});

describe('clean', () => {
  it('drops what a document may not hold', () => {
    expect(clean('a\u0000b\u0007 \ud800c\uffff\r\n d\u202e')).toBe('ab c d');
  });

  it('keeps scripts, marks and emoji', () => {
    expect(clean('Ожидание é 見えない 👩‍⚕️')).toBe('Ожидание é 見えない 👩‍⚕️');
  });
});
