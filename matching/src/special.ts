import type { Special } from './contract.js';
import type { Prepared } from './prepared.js';
import type { Signs } from './signs.js';

/** The kind of a pair, where it is one that is known to deceive; the first that holds. */
export function specialOf(a: Prepared, b: Prepared, signs: Signs): Special | undefined {
  if (signs.marks !== 'same') return signs.marks;
  if (signs.heading) return 'heading';
  if (signs.versions) return [a.origin, b.origin].includes('preprint') ? 'preprint' : 'registration';
  if (isOfBook(a, b)) return 'chapter';
  return ofTitles(a, b, signs) ?? ofPlaces(signs);
}

/** A book and a chapter of it; sources give them one ISBN, and often one DOI. */
const isOfBook = ({ type: a }: Prepared, { type: b }: Prepared): boolean =>
  (a === 'book' && b === 'chapter') || (a === 'chapter' && b === 'book');

function ofTitles(a: Prepared, b: Prepared, { title, languages, doi }: Signs): Special | undefined {
  if (title.level === 'other' && languages === 'two') return 'translation';
  if (title.changed === 'number') return a.type === 'book' && b.type === 'book' ? 'edition' : 'parts';
  return doi === true && (title.level === 'other' || title.changed === 'word') ? 'shared-doi' : undefined;
}

function ofPlaces({ conference, journal, volume, pages, years }: Signs): Special | undefined {
  const elsewhere = journal === 'other' || volume === false || pages === 'other';
  if (conference && elsewhere) return 'conference';
  return (years ?? 0) > 0 ? 'another-year' : undefined;
}
