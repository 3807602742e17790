import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords, folded, type Piece } from './word-diff.js';

/** Marked words in brackets, as a reader sees them. */
const shown = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');
const both = (a: string, b: string): string[] => {
  const diff = diffWords(a, b);
  return [shown(diff.a), shown(diff.b)];
};

describe('two texts', () => {
  it.each([
    ['Mending as company', 'Mending as company', 'Mending as company', 'Mending as company'],
    ['Mending, part 1', 'Mending, part 2', 'Mending, part [1]', 'Mending, part [2]'],
    ['MENDING – as Company.', 'Mending - as company', 'MENDING – as Company.', 'Mending - as company'],
    ['The café that mends', 'The cafe that heals', 'The café that [mends]', 'The cafe that [heals]'],
    ['In 2 parts', 'In two long parts', 'In [2] parts', 'In [two long] parts'],
    ['', 'Something', '', '[Something]'],
    ['–', 'Something', '[–]', '[Something]'],
    ['40-52', '40–9', '40-[52]', '40–[9]'],
    ["Volunteers' work", 'Volunteers’ work', "Volunteers' work", 'Volunteers’ work'],
  ])('%j beside %j', (a, b, inA, inB) => {
    expect(both(a, b)).toEqual([inA, inB]);
  });

  it('of many thousand words are marked coarsely, and stay whole', () => {
    const words = (from: number) => Array.from({ length: 5000 }, (_, at) => `w${at * from}`).join(' ');
    const [a, b] = [`same ${words(3)} end`, `same ${words(7)} end`];
    const diff = diffWords(a, b);
    expect(diff.a.map(({ text }) => text).join('')).toBe(a);
    expect(diff.a.filter(({ differs }) => differs)).toHaveLength(1);
    expect(diff.b.at(-1)).toEqual({ text: ' end', differs: false });
  });
});

/** Few words, so that they meet often; and any text at all. */
const fewWords = fc.array(fc.constantFrom('the', 'The', 'café', 'cafe', 'of', 'mending', '2', '–', '  '), {
  maxLength: 12,
});
const text = fc.oneof(
  fewWords.map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
const wordsOf = (pieces: readonly Piece[], differs: boolean): string[] =>
  pieces
    .filter((piece) => piece.differs === differs)
    .flatMap((piece) =>
      [...piece.text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’.][\p{L}\p{N}\p{M}]+)*/gu)].map(([said]) => said),
    )
    .map(folded);

/** As many words as two lists have in common, in order; told in another way than the code tells it. */
function mostInCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (const [at, other] of b.entries())
      next.push(word === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    row = next;
  }
  return row[b.length] ?? 0;
}

describe('any two texts', () => {
  it('come out again as they went in, and marks alternate', () => {
    void fc.assert(
      fc.property(text, text, (a, b) => {
        const diff = diffWords(a, b);
        expect(diff.a.map((piece) => piece.text).join('')).toBe(a);
        expect(diff.b.map((piece) => piece.text).join('')).toBe(b);
        for (const pieces of [diff.a, diff.b])
          for (const [at, piece] of pieces.entries()) {
            expect(piece.text).not.toBe('');
            expect(piece.differs).not.toBe(pieces[at + 1]?.differs);
          }
      }),
    );
  });

  it('say the same words where nothing is marked, as many as there can be', () => {
    void fc.assert(
      fc.property(fewWords, fewWords, (a, b) => {
        const diff = diffWords(a.join(' '), b.join(' '));
        const [left, right] = [wordsOf(diff.a, false), wordsOf(diff.b, false)];
        expect(left).toEqual(right);
        const all = (pieces: readonly Piece[]) =>
          wordsOf(
            pieces.map((piece) => ({ ...piece, differs: true })),
            true,
          );
        expect(left).toHaveLength(mostInCommon(all(diff.a), all(diff.b)));
      }),
    );
  });

  it('differ nowhere from themselves', () => {
    void fc.assert(
      fc.property(text, (a) => {
        expect(diffWords(a, a).a.some(({ differs }) => differs)).toBe(false);
      }),
    );
  });
});
