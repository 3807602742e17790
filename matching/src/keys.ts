import { type TitleForm, wordsIn } from './fields/title.js';
import type { Prepared } from './prepared.js';

/**
 * Keys that records of one report are likely to share, whatever one source lost or misspelt: both ends of the title, its
 * two longest words, the place, the first author with the page, the identifiers. Only records that share one are
 * compared, so that the work grows with the records and not with their pairs.
 */
export function keysOf(record: Prepared): readonly string[] {
  const { title, place, doi, pmid, year } = record;
  const keys = title.forms.length === 1 ? titleKeys(title.forms[0]) : [...new Set(title.forms.flatMap(titleKeys))];
  if (doi !== undefined) keys.push(`d${doi}`);
  if (pmid !== undefined) keys.push(`m${pmid}`);
  const { volume, first } = place;
  if (first !== undefined) {
    if (volume !== undefined) keys.push(`v${volume}:${first}:${title.heading ? year : ''}`);
    for (const name of new Set(record.firstAuthor?.family)) keys.push(`a${name}:${first}`);
  }
  return keys;
}

/** Letters of a title's beginning and end. */
const ends = 18;

function titleKeys(form: TitleForm | undefined): string[] {
  if (form === undefined) return [];
  const { letters } = form;
  const keys = [`t${letters.slice(0, ends)}`];
  if (letters.length > ends) keys.push(`e${letters.slice(-ends)}`);
  const [one, two] = longest(wordsIn(form));
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
