import { describe, expect, it } from 'vitest';
import type { FoundDecision } from './decision.js';
import { fromNote, notesOf } from './note.js';

const decision: FoundDecision = {
  by: 'Árnadóttir, "Hildur"',
  answer: 'exclude',
  stage: 'full-text',
  reasons: ['wrong design\n(no voices)'],
  labels: [],
  notes: ['to be discussed'],
};

describe('a note that carries decisions', () => {
  it('reads as it was written, in one line each', () => {
    const notes = notesOf({ decided: [decision], group: 'g 1', cut: ['title', 'authors'] });
    expect(notes.every((note) => !note.includes('\n'))).toBe(true);
    expect(notes.map(fromNote)).toEqual([{ decided: [decision] }, { group: 'g 1' }, { cut: ['title', 'authors'] }]);
  });

  it.each(['A note like any other', 'Throughline: not JSON', 'Throughline: {}', 'Throughline: null'])(
    'is not taken from %j',
    (note) => {
      expect(fromNote(note)).toBeUndefined();
    },
  );

  it('leaves out what it does not know', () => {
    expect(fromNote('Throughline: {"decision":{"by":7,"answer":"perhaps","labels":["a",3]}}')).toEqual({
      decided: [{ reasons: [], labels: ['a'], notes: [] }],
    });
  });
});
