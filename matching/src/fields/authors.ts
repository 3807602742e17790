import { isOneOff, plain, saysNothing } from '../text.js';

/** An author's name, taken apart: names may stand in any order, in full or as initials. */
export interface Author {
  /** What is likely the family name, in plain words. */
  readonly family: readonly string[];
  /** All words of two letters and more, the family's among them. */
  readonly names: readonly string[];
  /** The first letters of what is not the family's. */
  readonly initials: string;
  /** The words before the comma as one, where they are several. */
  readonly together?: string;
}

/** The most authors that are compared: of longer lists the first are enough. */
const most = 8;

export function authorsOf(authors: readonly string[]): readonly Author[] {
  const found: Author[] = [];
  for (const written of authors) {
    for (const one of / and |;/.test(written) ? written.split(/;| and /) : [written]) {
      const author = authorOf(one);
      if (author !== undefined) found.push(author);
      if (found.length === most) return found;
    }
  }
  return found;
}

const particles = new Set(
  'de da do dos du des del della di la le van von der den ter ten el al bin ibn st jr sr ii iii md phd'.split(' '),
);
const etAl = /^(?:et al|et alii|others|and others)$/;

function authorOf(written: string): Author | undefined {
  const comma = written.indexOf(',');
  const whole = plain(written);
  if (saysNothing(whole) || etAl.test(whole)) return undefined;
  const before = comma > 0 ? plain(written.slice(0, comma)).split(' ') : [];
  const words = whole.split(' ');
  const short = initialsAmong(written);
  const long = words.filter((word) => word.length > 1 && !short.includes(word) && !particles.has(word));
  const names = long.length > 0 ? long : words.filter((word) => word.length > 1);
  const family = comma > 0 ? names.filter((name) => before.includes(name)) : names;
  const given = words.filter((word) => !family.includes(word) || (comma <= 0 && short.includes(word)));
  const initials = given.map((word) => (short.includes(word) ? word : word.slice(0, 1))).join('');
  const together = before.length > 1 ? { together: before.join('') } : {};
  return names.length === 0 ? undefined : { family: family.length > 0 ? family : names, names, initials, ...together };
}

/** "RE", "J.-P." and "M" in "Zuna RE": capitals that stand for names. A name that is all capitals is not among them. */
function initialsAmong(written: string): readonly string[] {
  const found = /^[ -~]*$/.test(written)
    ? written.match(/\b[A-Z]{1,3}\b/g)
    : written.match(/(?<!\p{L})\p{Lu}{1,3}(?!\p{L})/gu);
  return found?.map(plain) ?? none;
}
const none: readonly string[] = [];

export type AuthorsLikeness = 'same' | 'alike' | 'other';

/**
 * same: the first author is the same, and so are most of the shorter list; or all are, in another order. alike: at least half of the shorter list,
 * or the first. other: nobody. Undefined where either has no author.
 */
export function authorsLikeness(
  a: readonly Author[],
  b: readonly Author[],
  shared: number = sharedBy(a, b),
): AuthorsLikeness | undefined {
  const [firstA] = a;
  const [firstB] = b;
  if (firstA === undefined || firstB === undefined) return undefined;
  const least = Math.min(a.length, b.length);
  const first = isSameAuthor(firstA, firstB);
  if (first && shared >= 0.6 * least) return 'same';
  if (least > 1 && shared === least && a.length === b.length) return 'same';
  if (shared >= 0.5 * least) return 'alike';
  return first ? 'alike' : 'other';
}

/** How many of the shorter list stand in the other, wherever. */
export function sharedBy(a: readonly Author[], b: readonly Author[]): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.filter((one, at) => {
    const across = long[at];
    return (across !== undefined && isSameAuthor(one, across)) || long.some((each) => isSameAuthor(one, each));
  }).length;
}

/** The same name where a family's is among the other's names, and what is left of both can be one name's letters. */
function isSameAuthor(a: Author, b: Author): boolean {
  const name = sharedName(a.family, b.names) ?? sharedName(b.family, a.names);
  if (name === undefined) return isWrittenTogether(a, b) || isWrittenTogether(b, a);
  const [left, right] = [lettersBeside(a, name), lettersBeside(b, name)];
  if (left === '' || right === '') return true;
  for (const letter of left) if (right.includes(letter)) return true;
  return false;
}

/** "VANBUSKIRK" and "Van Buskirk", "ODea" and "O'Dea". */
const isWrittenTogether = (a: Author, b: Author): boolean => a.together !== undefined && b.names.includes(a.together);

/** The first letters of all names but one: of "Rossi P, Giorgi", beside Rossi, P and G. */
const lettersBeside = ({ names, initials }: Author, name: string): string =>
  initials +
  names
    .filter((each) => !isLikeName(each, name))
    .map((each) => each.slice(0, 1))
    .join('');

const sharedName = (family: readonly string[], names: readonly string[]): string | undefined =>
  family.find((name) => names.some((each) => isLikeName(name, each)));

const isLikeName = (a: string, b: string): boolean =>
  a === b ||
  (a.length >= 5 && b.length >= 5 && isOneOff(a, b) && !/\d/.test(a + b)) ||
  (a.length !== b.length && a[0] === b[0] && withoutUmlauts(a) === withoutUmlauts(b));
/** "boehm" and "bohm". */
const withoutUmlauts = (name: string): string => (name.includes('e') ? name.replace(/(?<=[aou])e/g, '') : name);
