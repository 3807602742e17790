import type { ReferenceType } from '@throughline/core';
import { type PlaceInPrint, placeInPrint } from './place-in-print.js';
import { sentencesOf, withoutFullStop } from './sentences.js';

/** What follows the authors: the title and where the work stands. */
export interface TitleAndSource extends PlaceInPrint {
  readonly type: ReferenceType;
  readonly title: string;
  readonly year?: number;
  readonly journal?: string;
  readonly publisher?: string;
  readonly place?: string;
}

type Rule = (text: string) => TitleAndSource | undefined;

/** The forms that a reference's end takes, the most telling first. */
const rules: readonly Rule[] = [chapter, chapterWithPages, book, article, pagesAfterYear, volumeAndPages, yearAlone];

export function titleAndSource(text: string): TitleAndSource | undefined {
  for (const rule of rules) {
    const found = rule(text);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** "Title. Journal. 2018;68(672):e487–94." */
function article(text: string): TitleAndSource | undefined {
  const match = /^(.+?) (\d{4})(?: [A-Z][a-z]{2,8}\.?(?:[-–][A-Z][a-z]{2,8})?(?: \d{1,2})?)? ?; ?([^;]+)$/.exec(text);
  const where = match?.[3] === undefined ? undefined : placeInPrint(match[3]);
  const work = titleAndJournal(match?.[1]);
  if (where === undefined || work === undefined) return undefined;
  return { type: 'article', ...work, year: Number(match?.[2]), ...where };
}

/** "Title. Journal. 2020:151–68." */
function pagesAfterYear(text: string): TitleAndSource | undefined {
  const match = /^(.+?[.?!]) (\d{4}) ?: ?([a-z]?\d[\w–-]*)\.?$/i.exec(text);
  const work = titleAndJournal(match?.[1]);
  if (match?.[3] === undefined || work === undefined) return undefined;
  return { type: 'article', ...work, year: Number(match[2]), pages: match[3] };
}

/** "Title. Vol. 7. 2002. p. 209–15." */
function volumeAndPages(text: string): TitleAndSource | undefined {
  const match = /^(.+?[.?!]) Vol\. ?(\w+)\. (\d{4})\. pp?\. ?([\w–-]+)\.?$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined || match[4] === undefined) return undefined;
  const title = withoutFullStop(match[1]);
  return { type: 'article', title, volume: match[2], year: Number(match[3]), pages: match[4] };
}

/** "Title. Place: Publisher; 2008. p. 160." Place, pages and a series in brackets may be missing. */
function book(text: string): TitleAndSource | undefined {
  const match = /^(.+); ?(\d{4})\.?(?: pp?\. ?([\w–-]+)\.?)?(?: \([^)]*\)\.?)?$/.exec(text);
  const sentences = sentencesOf(match?.[1] ?? '');
  const imprint = sentences.pop();
  if (imprint === undefined || sentences.length === 0) return undefined;
  const pages = match?.[3];
  return {
    type: 'book',
    title: withoutFullStop(sentences.join(' ')),
    ...placeAndPublisher(imprint),
    year: Number(match?.[2]),
    ...(pages === undefined ? {} : { pages }),
  };
}

/** "Title. In: Smith J, editor. Book. London: Sage; 2008. p. 3–20." */
function chapter(text: string): TitleAndSource | undefined {
  const [, title, held] = /^(.+?[.?!]) In: (.+)$/.exec(text) ?? [];
  const holder = held === undefined ? undefined : book(held.replace(/^[^.]*\b(?:editors?|eds?)\b\.?[,.:]? /i, ''));
  if (title === undefined || holder === undefined) return undefined;
  return { ...holder, type: 'chapter', title: withoutFullStop(title), journal: holder.title };
}

/** "Title. In Book 2024 Mar 10 (pp. 1-13). Place: Publisher." */
function chapterWithPages(text: string): TitleAndSource | undefined {
  const match =
    /^(.+?[.?!]) In:? (.+?),? \(?(\d{4})\)?(?: [A-Z][a-z]{2,8}(?: \d{1,2})?)? \(pp?\. ?([\w–-]+)\)\. (.+)$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined || match[4] === undefined) return undefined;
  return {
    type: 'chapter',
    title: withoutFullStop(match[1]),
    journal: withoutFullStop(match[2]),
    year: Number(match[3]),
    pages: match[4],
    ...placeAndPublisher(match[5] ?? ''),
  };
}

/** "Title. 2015." */
function yearAlone(text: string): TitleAndSource | undefined {
  const match = /^(.+?[.?!]) (\d{4})\.?$/.exec(text);
  if (match?.[1] === undefined) return undefined;
  return { type: 'other', title: withoutFullStop(match[1]), year: Number(match[2]) };
}

function placeAndPublisher(imprint: string): { place?: string; publisher: string } {
  const [, place, publisher] = /^([^:]+): (.+)$/.exec(withoutFullStop(imprint)) ?? [];
  if (place === undefined || publisher === undefined) return { publisher: withoutFullStop(imprint) };
  return { place, publisher };
}

/** The last sentence is the journal, with the short ones before it where it is abbreviated ("Soc. Sci. Med."). */
function titleAndJournal(text: string | undefined): { title: string; journal: string } | undefined {
  const sentences = sentencesOf(text ?? '');
  let journal = sentences.pop();
  if (journal === undefined || sentences.length === 0) return undefined;
  while (sentences.length > 1 && /^\p{Lu}\p{L}{0,6}\.$/u.test(sentences.at(-1) ?? ''))
    journal = `${sentences.pop()} ${journal}`;
  return { title: withoutFullStop(sentences.join(' ')), journal: withoutFullStop(journal) };
}
