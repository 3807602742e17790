/**
 * A persistent, ordered map: putting a value gives a new shelf and leaves the old one as it was, at the cost of a
 * short path of small arrays (about 4 × 32 slots), so that folding half a million changes stays linear.
 * Iteration is in the order in which ids were first put. Nothing is ever taken off (rule L6): what is gone is marked.
 */
export class Shelf<V> implements Iterable<V> {
  private constructor(
    private readonly index: Branch,
    private readonly values: Vector<Entry<V>>,
  ) {}

  private static readonly nothing = new Shelf<never>([], { size: 0, depth: 0, root: [] });

  static empty<V>(): Shelf<V> {
    return Shelf.nothing as unknown as Shelf<V>;
  }

  /** All at once, which is several times faster than one by one: for what is read from a store. */
  static of<V>(entries: Iterable<readonly [string, V]>): Shelf<V> {
    const all = Array.from(new Map(entries), ([id, value]) => ({ id, value }));
    const index: Planted = [];
    const idAt = (at: number) => (all[at] as Entry<V>).id;
    for (let at = 0; at < all.length; at += 1) plant(index, hash(idAt(at)), 0, at, idAt);
    return new Shelf(index, packed(all));
  }

  get size(): number {
    return this.values.size;
  }

  get(id: string): V | undefined {
    const at = this.find(id);
    return at === undefined ? undefined : read(this.values, at).value;
  }

  has(id: string): boolean {
    return this.find(id) !== undefined;
  }

  /** Where it stands in the order of the shelf: 0 for the first. An id keeps its place for ever. */
  placeOf(id: string): number | undefined {
    return this.find(id);
  }

  put(id: string, value: V): Shelf<V> {
    const at = this.find(id);
    if (at !== undefined) return new Shelf(this.index, write(this.values, at, { id, value }));
    const { size } = this.values;
    const idAt = (place: number) => read(this.values, place).id;
    return new Shelf(insert(this.index, hash(id), 0, size, idAt), write(this.values, size, { id, value }));
  }

  /** As `put`, one after the other; many at once onto few cost as little as `of`. */
  putAll(entries: readonly (readonly [string, V])[]): Shelf<V> {
    if (entries.length <= this.size / 4)
      return entries.reduce<Shelf<V>>((all, [id, value]) => all.put(id, value), this);
    return Shelf.of([...this.entries(), ...entries]);
  }

  *entries(): IterableIterator<readonly [string, V]> {
    for (const { id, value } of inOrder(this.values)) yield [id, value] as const;
  }

  *[Symbol.iterator](): IterableIterator<V> {
    for (const { value } of inOrder(this.values)) yield value;
  }

  /** What a sent shelf looks like; `thawReview` in stored.ts reads it again. */
  toJSON(): { readonly shelf: readonly (readonly [string, V])[] } {
    return { shelf: [...this.entries()] };
  }

  /** Where an id stands among the values. */
  private find(id: string): number | undefined {
    const h = hash(id);
    let node = this.index;
    for (let shift = 0; shift <= lastStep; shift += bits) {
      const child = node[slot(h, shift)];
      if (child === undefined) return undefined;
      if (typeof child === 'number') return read(this.values, child).id === id ? child : undefined;
      node = child;
    }
    return (node as readonly number[]).find((at) => read(this.values, at).id === id);
  }
}

interface Entry<V> {
  readonly id: string;
  readonly value: V;
}

/**
 * The index: a trie over a 32-bit hash, five bits a step, whose leaves are places among the values; the id is read
 * there. Below the last step stands a list of the places whose hashes are equal.
 */
type Branch = readonly (Branch | number | undefined)[];

const bits = 5;
const width = 1 << bits;
const lastStep = 30;

/** FNV-1a over UTF-16 code units: spreads short ids well and is the same everywhere. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

const slot = (h: number, shift: number): number => (h >>> shift) & (width - 1);

type IdAt = (at: number) => string;

/** A new place; only for an id that the index does not hold yet. */
function insert(node: Branch, h: number, shift: number, at: number, idAt: IdAt): Branch {
  if (shift > lastStep) return [...node, at];
  const copy = node.slice();
  const child = node[slot(h, shift)];
  if (child === undefined) copy[slot(h, shift)] = at;
  else if (typeof child === 'number') copy[slot(h, shift)] = parted(child, h, shift + bits, at, idAt);
  else copy[slot(h, shift)] = insert(child, h, shift + bits, at, idAt);
  return copy;
}

/** A branch while it is being built; nobody else holds it yet. */
type Planted = (Planted | number | undefined)[];

/** As `insert`, into a branch that nobody else holds. */
function plant(root: Planted, h: number, from: number, at: number, idAt: IdAt): void {
  let node = root;
  for (let shift = from; shift <= lastStep; shift += bits) {
    const here = slot(h, shift);
    const child = node[here];
    if (child === undefined || typeof child === 'number') {
      node[here] = child === undefined ? at : parted(child, h, shift + bits, at, idAt);
      return;
    }
    node = child;
  }
  node.push(at);
}

/** Two places that met in one slot. */
function parted(first: number, h: number, shift: number, second: number, idAt: IdAt): Planted {
  const node: Planted = [];
  plant(node, hash(idAt(first)), shift, first, idAt);
  plant(node, h, shift, second, idAt);
  return node;
}

// The values: a radix tree of 32-slot arrays, filled from the left.
interface Vector<V> {
  readonly size: number;
  readonly depth: number;
  readonly root: Twig<V>;
}
type Twig<V> = readonly (Twig<V> | V | undefined)[];

function read<V>(vector: Vector<V>, at: number): V {
  return leafAt(vector, at)[at & (width - 1)] as V;
}

function write<V>(vector: Vector<V>, at: number, value: V): Vector<V> {
  const full = at === width ** (vector.depth + 1);
  const depth = full ? vector.depth + 1 : vector.depth;
  const root: Twig<V> = full ? [vector.root] : vector.root;
  return { size: Math.max(vector.size, at + 1), depth, root: set(root, at, depth * bits, value) };
}

function set<V>(node: Twig<V> | undefined, at: number, shift: number, value: V): Twig<V> {
  const copy = node === undefined ? [] : node.slice();
  const here = slot(at, shift);
  copy[here] = shift === 0 ? value : set(copy[here] as Twig<V> | undefined, at, shift - bits, value);
  return copy;
}

/** The values from first to last: leaf by leaf, which costs far less than going down for each. */
function* inOrder<V>(vector: Vector<V>): IterableIterator<V> {
  for (let from = 0; from < vector.size; from += width) {
    for (const value of leafAt(vector, from)) yield value;
  }
}

function leafAt<V>({ depth, root }: Vector<V>, at: number): readonly V[] {
  let node = root;
  for (let shift = depth * bits; shift > 0; shift -= bits) node = node[slot(at, shift)] as Twig<V>;
  return node as readonly V[];
}

/** A vector of all these values: leaves of 32, then the branches over them. */
function packed<V>(values: readonly V[]): Vector<V> {
  let level: Twig<V>[] = chunks(values);
  let depth = 0;
  while (level.length > 1) {
    level = chunks<Twig<V> | V>(level);
    depth += 1;
  }
  return { size: values.length, depth, root: level[0] ?? [] };
}

function chunks<T>(items: readonly T[]): T[][] {
  const found: T[][] = [];
  for (let at = 0; at < items.length; at += width) found.push(items.slice(at, at + width));
  return found;
}
