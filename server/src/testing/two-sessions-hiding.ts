import type { ShelfName, Write } from '@throughline/core';
import fc from 'fast-check';
import { records, type Session } from './two-sessions.js';

const sorts = ['vote', 'memo', 'level', 'concept', 'source', 'discussion'] as const;
type Sort = (typeof sorts)[number];

/** Something that somebody does of which others must not hear; `at` picks what it is done to among what was made. */
export interface Move {
  readonly does: 'make' | 'edit' | 'remove' | 'undo';
  readonly sort: Sort;
  readonly at: number;
  readonly record: string;
  readonly stage: 'title-abstract' | 'full-text';
  readonly answer: 'include' | 'exclude' | 'maybe';
  readonly words: string;
}

/** Who hides, and from whom: what is one's own from everybody, the closed rooms from the commenter. */
export interface Hiding {
  readonly by: Session['name'];
  readonly from: 'everybody' | 'commenter';
  readonly moves: readonly Move[];
}

const movesOf = (...among: readonly Sort[]): fc.Arbitrary<Move[]> =>
  fc.array(
    fc.record({
      does: fc.constantFrom('make', 'make', 'edit', 'remove', 'undo'),
      sort: fc.constantFrom(...among),
      at: fc.nat(2),
      record: fc.constantFrom(...records),
      stage: fc.constantFrom('title-abstract', 'full-text'),
      answer: fc.constantFrom('include', 'exclude', 'maybe'),
      words: fc.string({ minLength: 1, maxLength: 300, unit: 'binary' }).map((text) => `x${text}`),
    }),
    { minLength: 2, maxLength: 12, size: 'max' },
  );

const hidden = (by: Session['name'], from: Hiding['from'], ...among: readonly Sort[]): fc.Arbitrary<Hiding> =>
  movesOf(...among).map((moves) => ({ by, from, moves }));

const hidings: fc.Arbitrary<Hiding> = fc.oneof(
  hidden('lead', 'everybody', 'vote', 'vote', 'memo'),
  hidden('reviewer', 'everybody', 'vote', 'vote', 'memo'),
  hidden('commenter', 'everybody', 'memo'),
  hidden('lead', 'commenter', 'vote', 'level', 'concept', 'source', 'discussion'),
  hidden('reviewer', 'commenter', 'vote', 'level', 'concept', 'discussion'),
);

type Backwards = Exclude<Write, { do: 'rows' }>;

const move = { at: 0, record: 'i.1', stage: 'title-abstract', answer: 'maybe', words: 'mine' } as const;
const each = (...among: readonly Sort[]): Move[] =>
  among.flatMap((sort) => (['make', 'edit', 'remove', 'undo'] as const).map((does) => ({ ...move, does, sort })));
/** Of every sort something, whatever is drawn. */
const always: readonly Hiding[] = [
  { by: 'reviewer', from: 'everybody', moves: each('vote', 'memo') },
  { by: 'lead', from: 'commenter', moves: each('level', 'source', 'discussion') },
];

interface Made {
  readonly id: string;
  readonly sort: Sort;
  said: string;
}

const shelves: Readonly<Record<Sort, ShelfName>> = {
  ...{ vote: 'screen.votes', memo: 'notes.memos', level: 'synthesise.levels', concept: 'translate.concepts' },
  ...{ source: 'gather.sources', discussion: 'notes.discussions' },
};
/** The field that is edited. */
const edited = { vote: 'note', memo: 'text', level: 'name', concept: 'name', source: 'name', discussion: 'text' };

/** Makes moves, and remembers what can be edited, taken away and undone. */
export class Hider {
  readonly #made: Made[] = [];
  readonly #undos: { sort: Sort; undo: { change: string; writes: readonly [Backwards] } }[] = [];
  #changes = 0;

  constructor(readonly session: Session) {}

  /** Answers whether it was accepted; what is refused is nothing that happened. */
  async does(move: Move): Promise<boolean> {
    if (move.does === 'make') return this.#makes(move);
    if (move.does === 'undo') return this.#undoes(move);
    const thing = this.#made.filter(({ sort }) => sort === move.sort).at(-1 - move.at);
    if (thing === undefined) return false;
    return move.does === 'edit' ? this.#edits(thing, move.words) : this.#removes(thing);
  }

  async #makes(move: Move): Promise<boolean> {
    const { sort, words } = move;
    const id = `${this.session.name}-${this.#made.length + 1}`;
    const write: Backwards = { do: 'remove', on: shelves[sort], id: id };
    const done = await this.#proposes(
      `${sort}.made`,
      { id, ...fieldsOf(move), [edited[sort]]: words },
      { sort, write },
    );
    if (done) this.#made.push({ id, sort, said: words });
    return done;
  }

  async #edits(thing: Made, words: string): Promise<boolean> {
    const { id, sort, said } = thing;
    const write: Backwards = { do: 'set', on: shelves[sort], id: id, fields: { [edited[sort]]: said } };
    const done = await this.#proposes(`${sort}.edited`, { id, set: { [edited[sort]]: words } }, { sort, write });
    if (done) thing.said = words;
    return done;
  }

  #removes({ id, sort }: Made): Promise<boolean> {
    const write: Backwards = { do: 'revive', on: shelves[sort], id };
    return this.#proposes(`${sort}.removed`, { id }, { sort, write });
  }

  async #undoes({ sort, at }: Move): Promise<boolean> {
    const undo = this.#undos.filter((each) => each.sort === sort).at(-1 - at)?.undo;
    if (undo === undefined) return false;
    const done = await this.#proposes('change.undone', undo);
    const [write] = undo.writes;
    const thing = this.#made.find(({ id }) => id === write.id);
    if (done && thing !== undefined && write.do === 'set') thing.said = String(write.fields[edited[sort]]);
    return done;
  }

  async #proposes(kind: string, payload: unknown, back?: { sort: Sort; write: Backwards }): Promise<boolean> {
    this.#changes += 1;
    const change = `${this.session.name}-change-${this.#changes}`;
    const accepted = 'accepted' in (await this.session.proposes(kind, payload, change));
    if (accepted && back !== undefined) this.#undos.push({ sort: back.sort, undo: { change, writes: [back.write] } });
    return accepted;
  }
}

/** Beside the one that is edited. What notes are about decides whether the commenter may know of them. */
function fieldsOf({ sort, record, stage, answer, at }: Move): object {
  if (sort === 'vote') return { record, stage, answer, reason: 'the setting' };
  if (sort === 'memo') return { about: ['level', record, 'i'][at % 3], audience: 'author' };
  if (sort === 'discussion') return { about: ['level', record, 'i'][at % 3], withWhom: 'the team' };
  return sort === 'source' ? { kind: 'database' } : { order: at };
}

/** Holds something against so many hidings, those that are always tried among them. */
export const forHidings = (runs: number, holds: (hiding: Hiding) => Promise<void>): Promise<void> =>
  fc.assert(fc.asyncProperty(hidings, holds), {
    ...{ numRuns: runs, endOnFailure: true },
    examples: always.map((each) => [each]),
  });
