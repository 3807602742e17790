import { comparePrepared } from './compare.js';
import type { Comparable, Compared, Pair } from './contract.js';
import { guarded } from './guard.js';
import { keysOf } from './keys.js';
import { type Prepared, prepared } from './prepared.js';
import { compareSparse, sparseKeys } from './sparse/index.js';

/**
 * Records that share one key, at most: what more share ("editorial") tells nothing, and comparing them all would be slow.
 * The keys for records that are cut short say less each, and more are wanted.
 */
const tooCommon = (key: string): number => (key.startsWith('s') ? 64 : 40);

/**
 * Finds the pairs that are, or may be, the same report, among records that come and go. What it says is told by the
 * records that it holds, whatever order they came in; and what it costs to add some, by those and by what is like them.
 */
export class Matcher {
  readonly #records = new Map<string, Prepared>();
  /** One record, or those that share the key: most keys have one. */
  readonly #sharing = new Map<string, Prepared | Prepared[]>();
  readonly #pairs = new Map<string, Pair>();
  #sparse = false;
  /** As they were found, in the order of ids, up to the last time they were asked for; and what came since. */
  #all: readonly Pair[] = [];
  #fresh: Pair[] | undefined;
  #told: readonly Pair[] = [];

  get size(): number {
    return this.#records.size;
  }

  /** Adds records; one with a known id takes the other's place. */
  add(records: Iterable<Comparable>): void {
    for (const record of records) {
      this.#drop(record.id);
      if (record.sparse === true) this.#beginSparse();
      this.#take(prepared(record));
    }
    this.#fresh ??= [];
  }

  /** Takes records out; ids that it does not hold are passed over. */
  remove(ids: Iterable<string>): void {
    for (const id of ids) this.#drop(id);
    this.#fresh ??= [];
  }

  /** Every pair that is, or may be, the same report, in the order of ids. */
  pairs(): readonly Pair[] {
    if (this.#fresh !== undefined) {
      const known = this.#all.filter((pair) => this.#pairs.get(nameOf(pair.a, pair.b)) === pair);
      this.#all = merged(
        known,
        this.#fresh.filter((pair) => this.#pairs.get(nameOf(pair.a, pair.b)) === pair).sort(byIds),
      );
      this.#fresh = undefined;
      this.#told = guarded(this.#all, (one, other) => this.#compared(one, other));
    }
    return this.#told;
  }

  #compared(one: string, other: string): Compared {
    const [a, b] = [this.#records.get(one), this.#records.get(other)];
    if (a === undefined || b === undefined) throw new Error(`${one} or ${other} is not among the records`);
    return compared(a, b);
  }

  /** Records that are cut short meet others by keys of their own, which nobody needs before the first of them comes. */
  #beginSparse(): void {
    if (this.#sparse) return;
    this.#sparse = true;
    for (const record of this.#records.values()) for (const key of sparseKeys(record.said)) this.#share(key, record);
  }

  #keysOf(record: Prepared): readonly string[] {
    if (record.sparse) return sparseKeys(record.said);
    return this.#sparse ? [...keysOf(record), ...sparseKeys(record.said)] : keysOf(record);
  }

  #take(record: Prepared): void {
    this.#records.set(record.id, record);
    const near = new Set<Prepared>();
    for (const key of this.#keysOf(record)) {
      for (const each of this.#share(key, record)) if (areComparedBy(key, record, each)) near.add(each);
    }
    for (const each of near) this.#compare(record, each);
  }

  /** Puts a record under a key. Answers with those that shared it, where they are few enough to tell something. */
  #share(key: string, record: Prepared): readonly Prepared[] {
    const sharing = this.#sharing.get(key);
    if (sharing === undefined) {
      this.#sharing.set(key, record);
      return [];
    }
    const all = Array.isArray(sharing) ? sharing : [sharing];
    all.push(record);
    this.#sharing.set(key, all);
    if (all.length === tooCommon(key) + 1) this.#forget(key, all);
    return all.length > tooCommon(key) ? [] : all.slice(0, -1);
  }

  #drop(id: string): void {
    const record = this.#records.get(id);
    if (record === undefined) return;
    this.#records.delete(id);
    for (const key of this.#keysOf(record)) {
      const sharing = this.#sharing.get(key) ?? [];
      const rest = (Array.isArray(sharing) ? sharing : [sharing]).filter((each) => each !== record);
      for (const other of rest) this.#pairs.delete(nameOf(record.id, other.id));
      if (rest.length === 0) this.#sharing.delete(key);
      else this.#sharing.set(key, rest);
      if (rest.length === tooCommon(key)) compareAll(key, rest, (one, other) => this.#compare(one, other));
    }
  }

  #compare(one: Prepared, other: Prepared): void {
    const [a, b] = one.id < other.id ? [one, other] : [other, one];
    const { likeness, ...said } = compared(a, b);
    if (likeness === 'different') return;
    const pair: Pair = { a: a.id, b: b.id, likeness, ...said };
    this.#pairs.set(nameOf(a.id, b.id), pair);
    this.#fresh ??= [];
    this.#fresh.push(pair);
  }

  /** A key has become too common: pairs that were found by it alone are not told any more. */
  #forget(key: string, sharing: readonly Prepared[]): void {
    compareAll(key, sharing, (one, other) => {
      const name = nameOf(one.id, other.id);
      if (this.#pairs.has(name) && !this.#meet(one, other)) this.#pairs.delete(name);
    });
  }

  #meet(one: Prepared, other: Prepared): boolean {
    const keys = new Set(this.#keysOf(other));
    return this.#keysOf(one).some((key) => {
      const sharing = this.#sharing.get(key);
      return (
        keys.has(key) && areComparedBy(key, one, other) && Array.isArray(sharing) && sharing.length <= tooCommon(key)
      );
    });
  }
}

const compared = (a: Prepared, b: Prepared): Compared =>
  a.sparse || b.sparse ? compareSparse(a.said, b.said) : comparePrepared(a, b);

/** By the keys for sparse records, which all begin with s, only those are compared; by the others, only full ones. */
const areComparedBy = (key: string, one: Prepared, other: Prepared): boolean =>
  key.startsWith('s') === (one.sparse || other.sparse);

const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);

const byIds = (x: Pair, y: Pair): number => order(x.a, y.a) || order(x.b, y.b);

/** Two lists in one order, as one. */
function merged(known: readonly Pair[], fresh: readonly Pair[]): Pair[] {
  const all: Pair[] = [];
  let at = 0;
  for (const pair of known) {
    for (let next = fresh[at]; next !== undefined && byIds(next, pair) < 0; next = fresh[at]) {
      all.push(next);
      at += 1;
    }
    all.push(pair);
  }
  return [...all, ...fresh.slice(at)];
}

const nameOf = (one: string, other: string): string => (one < other ? `${one}\n${other}` : `${other}\n${one}`);

function compareAll(key: string, all: readonly Prepared[], compare: (one: Prepared, other: Prepared) => void): void {
  for (const [at, one] of all.entries()) {
    for (const other of all.slice(at + 1)) if (areComparedBy(key, one, other)) compare(one, other);
  }
}

/** The pairs among some records: what a `Matcher` that was told of them all says. */
export function likelyPairs(records: Iterable<Comparable>): readonly Pair[] {
  const matcher = new Matcher();
  matcher.add(records);
  return matcher.pairs();
}
