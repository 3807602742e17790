/**
 * A persistent, ordered map: putting a value gives a new shelf and leaves the old one as it was, at the cost of a
 * short path of small arrays (about 4 × 32 slots), so that folding half a million changes stays linear.
 * Iteration is in the order in which ids were first put. Nothing is ever taken off (rule L6): what is gone is marked.
 */
export class Shelf<V> implements Iterable<V> {
  private constructor(
    private readonly index: Branch<number>,
    private readonly values: Vector<Entry<V>>,
  ) {}

  private static readonly nothing = new Shelf<never>([], { size: 0, depth: 0, root: [] });

  static empty<V>(): Shelf<V> {
    return Shelf.nothing as unknown as Shelf<V>;
  }

  /** All at once, which is several times faster than one by one: for what is read from a store. */
  static of<V>(entries: Iterable<readonly [string, V]>): Shelf<V> {
    const all = [...new Map(entries)].map(([id, value]) => ({ id, value }));
    const index: Planted<number> = [];
    all.forEach(({ id }, at) => {
      plant(index, id, hash(id), 0, at);
    });
    return new Shelf(index, packed(all));
  }

  get size(): number {
    return this.values.size;
  }

  get(id: string): V | undefined {
    const at = find(this.index, id, hash(id), 0);
    return at === undefined ? undefined : read(this.values, at).value;
  }

  has(id: string): boolean {
    return find(this.index, id, hash(id), 0) !== undefined;
  }

  put(id: string, value: V): Shelf<V> {
    const at = find(this.index, id, hash(id), 0);
    if (at !== undefined) return new Shelf(this.index, write(this.values, at, { id, value }));
    const size = this.values.size;
    return new Shelf(insert(this.index, id, hash(id), 0, size), write(this.values, size, { id, value }));
  }

  *entries(): IterableIterator<readonly [string, V]> {
    for (const { id, value } of leaves<Entry<V>>(this.values.root, this.values.depth)) yield [id, value] as const;
  }

  *[Symbol.iterator](): IterableIterator<V> {
    for (const { value } of leaves<Entry<V>>(this.values.root, this.values.depth)) yield value;
  }

  /** What a stored or sent shelf looks like; `thawReview` in stored.ts reads it again. */
  toJSON(): { readonly shelf: readonly (readonly [string, V])[] } {
    return { shelf: [...this.entries()] };
  }
}

interface Entry<V> {
  readonly id: string;
  readonly value: V;
}

// The index: a trie over a 32-bit hash, five bits a step; ids whose hashes are equal share a leaf.
interface Leaf<V> {
  readonly leaf: readonly (readonly [string, V])[];
}
type Branch<V> = readonly (Branch<V> | Leaf<V> | undefined)[];

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
const isLeaf = <V>(node: Branch<V> | Leaf<V>): node is Leaf<V> => 'leaf' in node;

function find<V>(node: Branch<V>, id: string, h: number, shift: number): V | undefined {
  const child = node[slot(h, shift)];
  if (child === undefined) return undefined;
  if (!isLeaf(child)) return find(child, id, h, shift + bits);
  return child.leaf.find(([known]) => known === id)?.[1];
}

function insert<V>(node: Branch<V>, id: string, h: number, shift: number, value: V): Branch<V> {
  const at = slot(h, shift);
  const copy = node.slice();
  copy[at] = below(node[at], id, h, shift, value);
  return copy;
}

/** Only ids that the shelf does not hold yet come here. */
function below<V>(
  child: Branch<V> | Leaf<V> | undefined,
  id: string,
  h: number,
  shift: number,
  value: V,
): Branch<V> | Leaf<V> {
  if (child === undefined) return { leaf: [[id, value]] };
  if (!isLeaf(child)) return insert(child, id, h, shift + bits, value);
  if (shift >= lastStep) return { leaf: [...child.leaf, [id, value]] };
  let split: Branch<V> = [];
  for (const [known, old] of child.leaf) split = insert(split, known, hash(known), shift + bits, old);
  return insert(split, id, h, shift + bits, value);
}

/** A branch while it is being built; nobody else holds it yet. */
type Planted<V> = (Planted<V> | Leaf<V> | undefined)[];

function plant<V>(node: Planted<V>, id: string, h: number, shift: number, value: V): void {
  const at = slot(h, shift);
  const child = node[at];
  if (child === undefined) node[at] = { leaf: [[id, value]] };
  else if (Array.isArray(child)) plant(child, id, h, shift + bits, value);
  else if (shift >= lastStep) node[at] = { leaf: [...child.leaf, [id, value]] };
  else {
    const split: Planted<V> = [];
    for (const [known, old] of [...child.leaf, [id, value] as const])
      plant(split, known, hash(known), shift + bits, old);
    node[at] = split;
  }
}

// The values: a radix tree of 32-slot arrays, filled from the left.
interface Vector<V> {
  readonly size: number;
  readonly depth: number;
  readonly root: Twig<V>;
}
type Twig<V> = readonly (Twig<V> | V | undefined)[];

function read<V>(vector: Vector<V>, at: number): V {
  let node = vector.root;
  for (let shift = vector.depth * bits; shift > 0; shift -= bits) node = node[slot(at, shift)] as Twig<V>;
  return node[at & (width - 1)] as V;
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

function* leaves<V>(node: Twig<V>, depth: number): IterableIterator<V> {
  for (const child of node) {
    if (child === undefined) continue;
    if (depth === 0) yield child as V;
    else yield* leaves(child as Twig<V>, depth - 1);
  }
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
