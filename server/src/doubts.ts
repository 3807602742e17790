import {
  type RecordId,
  type RecordRow,
  type Reference,
  type Review,
  type ReviewId,
  heldRecords,
  standing,
} from '@throughline/core';
import type { Comparable, Pair } from '@throughline/matching';
import type { Keeper } from '@throughline/storage';
import type { Doubt, Doubts } from '@throughline/wire';
import { comparedAside } from './aside/aside.js';
import { viewsOf } from './records.js';

/** Records read from the keeper at once. */
const batch = 1000;

/** Finds the pairs of records that somebody should look at, comparing anew only when records came or went. */
export class Doubting {
  #of: { readonly records: Review['gather']['records']; readonly imports: Review['gather']['imports'] } | undefined;
  #pairs: Promise<readonly Pair[]> = Promise.resolve([]);

  constructor(
    private readonly keeper: Keeper,
    private readonly id: ReviewId,
  ) {}

  /** A page of the pairs that nobody has grouped or told apart yet, the surest first. */
  async page(review: Review, { after, limit }: { after?: string | undefined; limit: number }): Promise<Doubts> {
    const open = stillOpen(review, await this.pairs(review));
    const from = after === undefined ? 0 : open.findIndex((pair) => nameOf(pair) === after) + 1;
    const shown = open.slice(from, from + limit);
    const last = shown.at(-1);
    return {
      pairs: await this.withTexts(review, shown),
      total: open.length,
      ...(last !== undefined && from + limit < open.length ? { next: nameOf(last) } : {}),
    };
  }

  private pairs(review: Review): Promise<readonly Pair[]> {
    const { records, imports } = review.gather;
    // Who may not see the records has none to compare, and does not disturb what was compared for the others.
    if (records.size === 0) return Promise.resolve([]);
    if (this.#of?.records !== records || this.#of.imports !== imports) {
      this.#of = { records, imports };
      this.#pairs = this.compareAll(heldRecords(review));
    }
    return this.#pairs;
  }

  private async compareAll(rows: readonly RecordRow[]): Promise<readonly Pair[]> {
    const comparable: Comparable[] = [];
    for (let at = 0; at < rows.length; at += batch) {
      const ids = rows.slice(at, at + batch).map(({ id }) => id);
      for (const { id, reference } of await this.keeper.records(this.id, ids))
        comparable.push(comparableOf(id, reference));
    }
    return (await comparedAside(comparable)).toSorted((a, b) => surety(b) - surety(a));
  }

  private async withTexts(review: Review, pairs: readonly Pair[]): Promise<Doubt[]> {
    const ids = pairs.flatMap(({ a, b }) => [a, b] as RecordId[]);
    const views = new Map(
      viewsOf(review, await this.keeper.records(this.id, [...new Set(ids)])).map((view) => [view.id, view]),
    );
    return pairs.flatMap(({ a, b, likeness, agree, contradict }) => {
      const [first, second] = [views.get(a), views.get(b)];
      if (first === undefined || second === undefined || likeness === 'different') return [];
      return [{ a: first, b: second, likeness, agree, contradict }];
    });
  }
}

const nameOf = ({ a, b }: Pair): string => `${a}|${b}`;

const surety = ({ likeness, agree, contradict }: Pair): number =>
  (likeness === 'same' ? 100 : 0) + agree.length - contradict.length;

/** Without the pairs that stand in one duplicate group, or that were found distinct. */
function stillOpen(review: Review, pairs: readonly Pair[]): Pair[] {
  const settled = [...standing(review.gather.groups), ...standing(review.gather.distinct)].map(
    ({ records }) => new Set<string>(records),
  );
  const about = new Map<string, Set<string>[]>();
  for (const each of settled) for (const id of each) about.set(id, [...(about.get(id) ?? []), each]);
  return pairs.filter(({ a, b }) => !(about.get(a) ?? []).some((each) => each.has(b)));
}

const comparableOf = (id: string, { title, authors, year, journal, volume, pages, doi }: Reference): Comparable => ({
  id,
  authors,
  ...(title === undefined ? {} : { title }),
  ...(year === undefined ? {} : { year }),
  ...(journal === undefined ? {} : { journal }),
  ...(volume === undefined ? {} : { volume }),
  ...(pages === undefined ? {} : { pages }),
  ...(doi === undefined ? {} : { doi }),
});
