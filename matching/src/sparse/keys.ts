import type { Comparable } from '../contract.js';
import { weight } from './laid.js';
import { doiOf, numberOf } from '../fields/identifiers.js';
import { placeOf } from '../fields/place.js';
import { words } from './letters.js';
import { peopleOf } from './people.js';

/** Letters of a word or a run that a key keeps: ends of words are cut, bent and misspelt more than their beginnings. */
const kept = 6;
const run = 14;
/** Telling words from the beginning that are taken: more than alerts leave of a title. */
const paired = 7;
const withAuthor = 4;
/** Authors from the beginning that are taken: cut lists keep these. */
const authors = 2;

/**
 * Keys that a record cut short by its source is likely to share with its full one: two telling words beside each other,
 * a telling word with an author, and the first and last letters of the title without spaces. None says much alone, and
 * one that very many records share may be passed over.
 */
export function sparseKeys(record: Comparable): string[] {
  const title = words(record.title);
  const telling = title.filter((word) => weight(word) >= 3 && !/^\d+$/u.test(word)).map((word) => word.slice(0, kept));
  return [...new Set([...identifiers(record), ...runs(title), ...pairs(telling), ...authored(record, telling)])];
}

function identifiers({ doi, pmid, volume, pages }: Comparable): string[] {
  const known = [doiOf(doi), numberOf(pmid)].flatMap((number) => (number === undefined ? [] : `si ${number}`));
  const place = placeOf(volume, undefined, pages);
  return place.volume === undefined || place.first === undefined
    ? known
    : [...known, `sv ${place.volume}:${place.first}`];
}

/** Where spaces were lost, words are none. */
function runs(title: readonly string[]): string[] {
  const letters = title.join('');
  return letters.length === 0 ? [] : [`sb ${letters.slice(0, run)}`, `se ${letters.slice(-run)}`];
}

/** Two neighbours, in whatever order they stand. */
function pairs(telling: readonly string[]): string[] {
  const first = telling.slice(0, paired);
  return first.slice(1).map((word, at) => `sw ${[word, first[at]].toSorted().join(' ')}`);
}

function authored(record: Comparable, telling: readonly string[]): string[] {
  const names = peopleOf(record.authors.slice(0, authors)).flatMap((person) => person.names.slice(0, 1));
  return names.flatMap((name) => telling.slice(0, withAuthor).map((word) => `sa ${name} ${word}`));
}
