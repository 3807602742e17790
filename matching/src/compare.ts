/** What is compared of a record. Plain strings and numbers: this folder knows nothing of reviews. */
export interface Comparable {
  readonly id: string;
  readonly title?: string;
  readonly authors: readonly string[];
  readonly year?: number;
  readonly journal?: string;
  readonly volume?: string;
  readonly pages?: string;
  readonly doi?: string;
}

/** same: the same report beyond doubt. ask: a person has to look. different: nothing to ask. */
export type Likeness = 'same' | 'ask' | 'different';

export interface Compared {
  readonly likeness: Likeness;
  /** Fields that say the same, and fields that contradict; a field that one of them lacks is in neither. */
  readonly agree: readonly Field[];
  readonly contradict: readonly Field[];
}
export type Field = 'title' | 'authors' | 'year' | 'journal' | 'place' | 'doi';

/**
 * Are two records the same report? A false merge loses a study without anybody noticing, a question costs seconds: so
 * `same` wants the title, a first author, and year with place or DOI to agree, and nothing to contradict. A like title
 * with a contradiction (a conference abstract and its paper, two years of one series) is asked.
 */
export function compare(a: Comparable, b: Comparable): Compared {
  const agree: Field[] = [];
  const contradict: Field[] = [];
  for (const [field, said] of Object.entries(comparisons) as [Field, Comparison][]) {
    const answer = said(a, b);
    if (answer !== undefined) (answer ? agree : contradict).push(field);
  }
  return { likeness: likeness(agree, contradict), agree, contradict };
}

function likeness(agree: readonly Field[], contradict: readonly Field[]): Likeness {
  const agrees = (...fields: Field[]) => fields.every((field) => agree.includes(field));
  if (!agrees('title')) return agrees('doi', 'authors') ? 'ask' : 'different';
  if (contradict.length > 0) return 'ask';
  return agrees('authors') && (agrees('doi') || agrees('year', 'place')) ? 'same' : 'ask';
}

type Comparison = (a: Comparable, b: Comparable) => boolean | undefined;

const comparisons: Readonly<Record<Field, Comparison>> = {
  title: (a, b) => both(plain(a.title), plain(b.title), (x, y) => dice(x, y) >= 0.92),
  authors: (a, b) =>
    both(surname(a.authors[0]), surname(b.authors[0]), (x, y) => x === y || x.startsWith(y) || y.startsWith(x)),
  year: (a, b) => both(a.year, b.year, (x, y) => x === y),
  // Journals are abbreviated in many ways: a difference contradicts nothing by itself.
  journal: (a, b) => both(plain(a.journal), plain(b.journal), (x, y) => x === y) || undefined,
  place: (a, b) => both(place(a), place(b), (x, y) => x === y),
  doi: (a, b) => both(a.doi?.toLowerCase(), b.doi?.toLowerCase(), (x, y) => x === y),
};

function both<T>(a: T | undefined, b: T | undefined, same: (a: T, b: T) => boolean): boolean | undefined {
  return a === undefined || a === '' || b === undefined || b === '' ? undefined : same(a, b);
}

/** Volume and first page: "68:e487". Where either is missing, there is no place to compare. */
function place({ volume, pages }: Comparable): string | undefined {
  const first = pages?.split(/[-–—]/u)[0]?.trim().toLowerCase();
  return volume === undefined || first === undefined || first === '' ? undefined : `${volume}:${first}`;
}

/** Letters and digits only, without marks over letters, in lower case. */
export const plain = (text: string | undefined): string | undefined =>
  text
    ?.normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function surname(author: string | undefined): string | undefined {
  if (author === undefined) return undefined;
  const name = author.includes(',')
    ? author.slice(0, author.indexOf(','))
    : author.replace(/(\s+\p{Lu}{1,4}\.?)+$/u, '');
  return plain(name);
}

/** Sørensen–Dice over letter trigrams: 1 for the same text, 0 for nothing in common. */
function dice(a: string, b: string): number {
  if (a === b) return 1;
  const left = trigrams(a);
  const right = trigrams(b);
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const gram of left) if (right.has(gram)) shared += 1;
  return (2 * shared) / (left.size + right.size);
}

function trigrams(text: string): Set<string> {
  const found = new Set<string>();
  const padded = `  ${text} `;
  for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  return found;
}
