import { createHash } from 'node:crypto';
import { type GatherWorld, type RecordId, type SourceId, heldRecords } from '@throughline/core';
import type { Keeper } from '@throughline/storage';
import { type Comparable, likenesses } from './likeness.js';

/** Texts of records that are asked of the keeper at once. */
const page = 1000;

/** What a source has given before, to compare a later run of its search with. */
export class KnownRecords {
  readonly #ids: RecordId[] = [];
  readonly #keys: Keys[] = [];

  /** The records of a source that stand, as its files gave them: a correction is ours, and the source has not seen it. */
  static async of(
    keeper: Pick<Keeper, 'records'>,
    review: Parameters<Keeper['records']>[0],
    world: GatherWorld,
    source: SourceId,
  ): Promise<KnownRecords> {
    const known = new KnownRecords();
    const rows = heldRecords(world).filter((row) => world.gather.imports.get(row.import)?.source === source);
    for (let at = 0; at < rows.length; at += page) {
      const ids = rows.slice(at, at + page).map(({ id }) => id);
      for (const record of await keeper.records(review, ids)) known.add(record.id, record);
    }
    return known;
  }

  get size(): number {
    return this.#ids.length;
  }

  add(id: RecordId, record: Comparable): void {
    this.#ids.push(id);
    this.#keys.push(keysOf(record));
  }

  /**
   * For each record of a file, the held record that it is; undefined where it is new. Each held record is at most one of
   * the file's. Where more records of the file share a likeness than are held, it says nothing: a record that enters
   * twice is found as a duplicate, one that was wrongly known would be lost.
   */
  compare(found: readonly Keys[]): (RecordId | undefined)[] {
    const fresh = new Comparing(found);
    const held = new Comparing(this.#keys);
    const answer: (RecordId | undefined)[] = found.map(() => undefined);
    for (const nth of likenesses.keys()) {
      const candidates = held.byKey(nth);
      for (const [key, members] of fresh.byKey(nth)) {
        const same = candidates.get(key) ?? [];
        if (members.length > same.length) continue;
        for (const [at, member] of members.entries()) {
          const record = same[at] ?? 0;
          answer[member] = this.#ids[record];
          fresh.settle(member);
          held.settle(record);
        }
      }
    }
    return answer;
  }
}

/** What a record is compared by: one key for each likeness, as a short hash. */
export type Keys = readonly (string | undefined)[];

export const keysOf = (record: Comparable): Keys =>
  likenesses.map((likeness) => {
    const key = likeness(record);
    return key === undefined ? undefined : createHash('sha1').update(key).digest('base64');
  });

/** Records of one side that nobody of the other side was found for yet. */
class Comparing {
  readonly #open: Set<number>;

  constructor(private readonly keys: readonly Keys[]) {
    this.#open = new Set(keys.keys());
  }

  settle(member: number): void {
    this.#open.delete(member);
  }

  /** By their n-th likeness, in their order. */
  byKey(nth: number): Map<string, number[]> {
    const found = new Map<string, number[]>();
    for (const member of this.#open) {
      const key = this.keys[member]?.[nth];
      if (key === undefined) continue;
      const members = found.get(key);
      if (members === undefined) found.set(key, [member]);
      else members.push(member);
    }
    return found;
  }
}
