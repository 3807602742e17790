import type { Reference } from '@throughline/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainSearchedText, searchedWords } from './search-words.js';

const titled = (title: string): Reference => ({ type: 'other', title, authors: [], keywords: [], tags: [] });
const wordsOf = (title: string): string[] => searchedWords(titled(title));

describe('the words that are searched', () => {
  it('are without case, accents and signs, and each ideograph is one', () => {
    expect(wordsOf('Link-workers’ “CAFÉ” in Łódź; Straße_2, 社区 naïve½')).toEqual(
      'link workers cafe in lodz strasse 2 社 区 naive1 2'.split(' '),
    );
  });

  it('are those of each part between plain signs, on its own or among others', () => {
    const part = fc.string({ unit: fc.constantFrom(...'aZ9éÅ–’ßﬁ½社ё\u0301\u{1d538}'), maxLength: 8 });
    const sign = fc.constantFrom(' ', '-', '. ', '\u0000', '(', '_');
    fc.assert(
      fc.property(fc.array(fc.tuple(part, sign), { maxLength: 12 }), (parts) => {
        expect(wordsOf(parts.flat().join(''))).toEqual(parts.flatMap(([each]) => wordsOf(each)));
      }),
    );
  });

  it('are told apart in the plain text by its plain signs alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const told = plainSearchedText(titled(text)).toLowerCase();
        expect(told.match(/[a-z0-9]|[\u0080-\uffff]/g) ?? []).toEqual(wordsOf(text).join('').split(''));
        expect(wordsOf(told)).toEqual(wordsOf(text));
      }),
    );
  });
});
