import { edits, words } from './letters.js';

/** An author, as much of one as a cut list leaves. */
export interface Person {
  /** The words of the name that may be the surname. */
  readonly names: readonly string[];
  /** First letters of words that are names, and letters of words that are initials. */
  readonly named: string;
  readonly initials: string;
}

/** Parts of names that many names have, and what stands between two of them. */
const particles = new Set('van von der den del della dos das the and jr et al al'.split(' '));

/** Words that programs take for an author where they read a title page or a web page. */
const nobody = new Set(
  'anthology edition university proposal standard standards committee group team www portal press edited anonymous unknown'.split(
    ' ',
  ),
);

/**
 * The authors of a list that have a name: sources write "Okafor, N.", "Okafor NB", "N B Okafor", "nb okafor", and cut
 * lists end in mere initials.
 */
export function peopleOf(authors: readonly string[]): readonly Person[] {
  return authors.flatMap((author) => {
    const parts = words(author);
    const names = surnames(author, parts);
    if (names.length === 0 || parts.some((part) => nobody.has(part))) return [];
    const long = parts.filter((part) => part.length > 2).map((part) => part.charAt(0));
    return { names, named: long.join(''), initials: parts.filter((part) => part.length <= 3).join('') };
  });
}

function surnames(author: string, parts: readonly string[]): readonly string[] {
  const comma = author.indexOf(',');
  const own = (comma > 0 ? words(author.slice(0, comma)) : parts).filter((part) => !particles.has(part));
  const long = own.filter((part) => part.length > 2);
  if (long.length > 0) return long;
  const short = own.filter((part) => part.length === 2);
  if (comma > 0) return short;
  // "Ng WK" and "wk ng": capitals are initials; where there are none, the name stands last.
  return short.filter((part) => !author.includes(part.toUpperCase())).slice(-1);
}

/** One surname, written twice: letters may be lost ("zsu" for "özsu"), so that long names may differ in two. */
function sameSurname(a: string, b: string): boolean {
  if (a === b) return true;
  const length = Math.max(a.length, b.length);
  const allowed = length < 5 ? 0 : length < 7 ? 1 : 2;
  return Math.abs(a.length - b.length) <= 2 && edits(a, b) <= allowed;
}

export const isNamed = (person: Person, word: string): boolean => person.names.some((name) => sameSurname(name, word));

const isSame = (a: Person, b: Person): boolean => a.names.some((name) => isNamed(b, name));

/** "b yang" became "y beverly": where a first name was taken for the surname, the two first letters change places. */
function isTurned(a: Person, b: Person): boolean {
  const meets = (x: Person, y: Person) => [...x.named].some((letter) => y.initials.includes(letter));
  return meets(a, b) && meets(b, a);
}

/** How a cut list of authors lies over a full one, in people. */
export interface Authorship {
  readonly full: number;
  readonly cut: number;
  /** Of the cut list, who is in the full one, and who may be with first name and surname turned. */
  readonly shared: number;
  readonly turned: number;
  /** Of the full list, whose names stand in the cut title: "Lind . Keeping the kettle warm". */
  readonly inTitle: number;
}

export function authorship(
  full: readonly Person[],
  listed: readonly Person[],
  titles: { readonly full: readonly string[]; readonly cut: readonly string[] },
): Authorship {
  const inFull = new Set(titles.full);
  // A word of the title is no person, though a program may have read "b functions" off a broken line.
  const cut = listed.filter((person) => !person.names.every((name) => inFull.has(name)));
  const others = cut.filter((person) => !full.some((one) => isSame(person, one)));
  const added = titles.cut.filter((word) => word.length > 2 && !inFull.has(word));
  return {
    full: full.length,
    cut: cut.length,
    shared: cut.length - others.length,
    turned: others.filter((person) => full.some((one) => isTurned(person, one))).length,
    inTitle: full.filter((person) => added.some((word) => isNamed(person, word))).length,
  };
}
