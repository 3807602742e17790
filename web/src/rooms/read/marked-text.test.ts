import { asId, type DocumentId, type Passage, type PassageId } from '@throughline/core';
import { describe, expect, it } from 'vitest';
import { markedText } from './marked-text.js';

const stamp = { change: asId<never>('c'), by: asId<never>('ana'), at: '2025-01-01T00:00:00.000Z' };
const passage = (id: string, from: number, to: number): Passage => ({
  id: asId<PassageId>(id),
  document: asId<DocumentId>('d'),
  order: 'first',
  from,
  to,
  quote: 'x',
  before: '',
  after: '',
  trail: { made: stamp },
});
const shape = (pages: ReturnType<typeof markedText>) =>
  pages.map(({ printed, runs }) => [
    printed,
    ...runs.map(({ text, passages }) => [text, ...passages.map(({ id }) => id)]),
  ]);

describe('marked text', () => {
  it('cuts a text at the edges of its passages', () => {
    expect(shape(markedText('one two three', [passage('p', 4, 7)]))).toEqual([
      [undefined, ['one '], ['two', 'p'], [' three']],
    ]);
  });

  it('counts code points, not the halves of a character', () => {
    expect(shape(markedText('🙂🙂 ab', [passage('p', 3, 5)]))).toEqual([[undefined, ['🙂🙂 '], ['ab', 'p']]]);
  });

  it('keeps both of two passages that overlap, the shorter last', () => {
    expect(shape(markedText('abcdef', [passage('short', 2, 4), passage('long', 0, 5)]))).toEqual([
      [undefined, ['ab', 'long'], ['cd', 'long', 'short'], ['e', 'long'], ['f']],
    ]);
  });

  it('goes on over the edge of a page', () => {
    const pages = [
      { from: 0, printed: '7' },
      { from: 3, printed: '8' },
    ];
    expect(shape(markedText('abcdef', [passage('p', 2, 4)], pages))).toEqual([
      ['7', ['ab'], ['c', 'p']],
      ['8', ['d', 'p'], ['ef']],
    ]);
  });

  it('loses no letter', () => {
    const text = 'Every keeper began with sleeplessness.';
    const pages = markedText(
      text,
      [passage('a', 3, 9), passage('b', 5, 30), passage('c', 0, 4)],
      [{ from: 10, printed: '2' }],
    );
    expect(pages.flatMap(({ runs }) => runs.map((run) => run.text)).join('')).toBe(text);
  });
});
