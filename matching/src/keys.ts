import type { TitleForm } from './fields/title.js';
import type { Prepared } from './prepared.js';

/**
 * Keys that records of one report are likely to share, whatever one source lost or misspelt: both ends of the title, its
 * longest words two by two, the place, the first author with the page, the identifiers. Only records that share one are
 * compared, so that the work grows with the records and not with their pairs.
 */
export function keysOf({ title, authors, place, doi, pmid, year }: Prepared): readonly string[] {
  const keys = new Set<string>();
  for (const form of title.forms) for (const key of titleKeys(form)) keys.add(key);
  if (doi !== undefined) keys.add(`d${doi}`);
  if (pmid !== undefined) keys.add(`m${pmid}`);
  const { volume, first } = place;
  if (first !== undefined) {
    if (volume !== undefined) keys.add(`v${volume}:${first}:${title.heading ? year : ''}`);
    const [author] = authors;
    for (const name of author?.family ?? []) keys.add(`a${name}:${first}`);
  }
  return [...keys];
}

/** Letters of a title's beginning and end. */
const ends = 18;

function titleKeys({ words, letters }: TitleForm): string[] {
  const keys = [`t${letters.slice(0, ends)}`];
  if (letters.length > ends) keys.push(`e${letters.slice(-ends)}`);
  const [one, two] = longest(words);
  if (two !== undefined) keys.push(`w${one} ${two}`);
  return keys;
}

/** The two longest words, in the order of the alphabet; of words as long, the first in that order. */
function longest(words: readonly string[]): readonly (string | undefined)[] {
  let [one, two] = ['', ''];
  for (const word of words) {
    if (word === one || word === two) continue;
    if (isBefore(word, one)) [one, two] = [word, one];
    else if (isBefore(word, two)) two = word;
  }
  return two === '' ? [one] : one < two ? [one, two] : [two, one];
}

const isBefore = (word: string, other: string): boolean =>
  word.length > other.length || (word.length === other.length && word < other);
