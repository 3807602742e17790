import type { Reference } from '@throughline/core';
import { type Head, headOf, isTitleless } from './head.js';
import { type InPrint, inPrint } from './in-print.js';
import type { Links } from './links.js';
import { type TitleAndRest, titleOf } from './title-end.js';

/**
 * Takes a reference of any other style apart (Springer, APA, Harvard, MLA, Chicago, IEEE): who and when at its head,
 * the title up to where the place in print begins, and the rest. Undefined where neither names nor a place are told.
 */
export function styledReference(links: Links): Reference | undefined {
  const head = headOf(plainStart(links.text));
  const { title: printed, rest } = titleIn(head);
  const print = inPrint(rest, head.year);
  const alone = rest === '' && head.year === undefined ? titleAndYear.exec(printed) : null;
  const title = withoutMarks(alone?.[1] ?? printed);
  if (!isTold(links, head, rest, alone !== null)) return undefined;
  const year = head.year ?? print.year ?? anyYear(links.text);
  const { type, ...place } = head.toCome && print.type === 'book' ? inJournal(print) : print;
  const { url, doi } = links;
  return {
    type: type === 'other' && url !== undefined && doi === undefined ? 'web' : type,
    ...(title === '' ? {} : { title }),
    authors: head.authors,
    ...(head.etAl ? { etAl: true } : {}),
    ...place,
    ...(year === undefined ? {} : { year }),
    ...(doi === undefined ? {} : { doi }),
    ...(url === undefined ? {} : { url }),
    keywords: [],
    tags: [],
  };
}

function titleIn({ title, rest, commas }: Head): TitleAndRest {
  if (title !== undefined) return { title, rest };
  return isTitleless(rest) ? { title: '', rest } : titleOf(rest, commas);
}

const withoutMarks = (title: string): string => title.replace(/[\s.,;]+$/, '').trim();

/** Whether enough is told from the title: when or where it was printed; else somebody's name, or where it lies. */
function isTold({ url, doi }: Links, head: Head, rest: string, dated: boolean): boolean {
  if (rest !== '' || head.year !== undefined) return true;
  return head.authors.length > 0
    ? dated || url !== undefined || doi !== undefined
    : url !== undefined && doi === undefined;
}

/** What is in press at the time is an article: books are cited when they are out. */
function inJournal({ publisher, place, ...print }: InPrint): InPrint {
  const journal = place === undefined ? publisher : undefined;
  return { ...print, type: 'article', ...(journal === undefined ? {} : { journal }) };
}

/** "Title, 1969": nothing but a year follows. */
const titleAndYear = /^(.{4,}?)[.,]? ?\(?(?:1[5-9]|20)\d\d\)?\.?$/;

const accessed =
  /[.,;]?\s*[([]?(?:web\. )?\b(?:last )?(?:accessed|retrieved|consult(?:ed|é|ado)|visited|zugriff|abruf|acesso|acceso)\b[^"”\d]{0,30}\d[^"”]{0,30}$/i;

/** Without a number that a blank alone divides from the names, the dashes that stand for them, and the day of access. */
function plainStart(text: string): string {
  return text
    .replace(/^\d{1,3} (?=\p{Lu}\p{L}*[,. ])/u, '')
    .replace(/^[-—–_]{1,12}[.,:]? ?/, '')
    .replace(accessed, '')
    .replace(
      /\b(?:available (?:from|at|online)|retrieved from|disponible en|disponível em|verfügbar unter)\b[: .]*$/i,
      '',
    )
    .trim();
}

/** The last year that stands in a text, where no form told one; a range of years tells of a time and not of print. */
function anyYear(text: string): number | undefined {
  const read = text.slice(0, 3000).replace(accessed, '');
  const years = [...read.matchAll(/(?<![\d–.-])(?:1[5-9]|20)\d\d(?!\d|[–-]\d)/g)];
  const year = (years.at(-1) ?? /(?<![\d–.-])(?:1[5-9]|20)\d\d(?=[–-]\d)/.exec(read))?.[0];
  return year === undefined ? undefined : Number(year);
}
