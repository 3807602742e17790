import type { Reference } from '@throughline/core';
import { type Links, takeLinks } from './links.js';
import { type NameList, namesAtHead } from './name-list.js';
import { type Names, personsOf } from './names.js';
import { withoutLinkWords } from './page-debris.js';
import { sentencesOf, withoutFullStop } from './sentences.js';
import { type TitleAndSource, titleAndSource } from './sources.js';
import { styledReference } from './styled-reference.js';

export interface Parted {
  readonly reference: Reference;
  /** False where no form fitted: the whole text is the title. */
  readonly parted: boolean;
}

/** Characters. Three thousand authors fit; what is longer is no reference. */
const longestParted = 64 * 1024;

/**
 * Takes one reference of a paper's list apart, in the forms of the Vancouver family: "Authors. Title. Journal.
 * Year;Volume(Issue):Pages.", books, chapters, reports and web pages. What it cannot tell it leaves absent.
 */
export function partReference(text: string): Parted {
  if (text.length > longestParted) return { reference: whole(text, { text }), parted: false };
  const links = takeLinks(openingQuote(withoutLinkWords(text)));
  const reference = vancouver(links) ?? styledReference(links);
  return { reference: reference ?? whole(text, links), parted: reference !== undefined };
}

function vancouver(links: Links): Reference | undefined {
  const sentences = sentencesOf(links.text);
  const names = namesOf(sentences);
  if (!isVancouver(names, sentences[0] ?? '', namesAtHead(links.text))) return undefined;
  const body = (names === undefined ? sentences : sentences.slice(1)).join(' ');
  const source = titleAndSource(body) ?? webPage(body, links);
  return source === undefined ? undefined : assembled(names, { ...source, title: openingQuote(source.title) }, links);
}

/** False for names that this family of styles does not write so: the reference is in another style. */
function isVancouver(names: Names | undefined, opening: string, listed: NameList | undefined): boolean {
  if (listed === undefined || personsOf(withoutFullStop(opening)) !== undefined) return true;
  return listed.authors.length === 1 && listed.authors[0] === names?.authors[0];
}

/** The first sentence where it lists persons, or names an organisation before at least a title. */
function namesOf(sentences: readonly string[]): Names | undefined {
  const [head = '', next, ...others] = sentences;
  if (next === undefined || /^\W*\d{4}\b/.test(next)) return undefined;
  const persons = personsOf(withoutFullStop(head));
  if (persons !== undefined) return persons;
  if (/[?!:]/.test(head) || !head.endsWith('.')) return undefined;
  // "Title. Journal. 2019;…" has no authors: an organisation needs a title and a source behind it, or stands alone.
  const title = titleAndSource([next, ...others].join(' '));
  const isJournal = title === undefined && titleAndSource(sentences.join(' '))?.type === 'article';
  return isJournal ? undefined : { authors: [withoutFullStop(head)], etAl: false };
}

/** An address alone makes a web page; with a DOI, or with a year, it is a work in a form not known here. */
function webPage(body: string, links: Links): TitleAndSource | undefined {
  const title = withoutFullStop(body);
  if (links.url === undefined || links.doi !== undefined || title === '' || /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/.test(body))
    return undefined;
  return { type: 'web', title };
}

function assembled(names: Names | undefined, source: TitleAndSource, links: Links): Reference {
  return {
    ...source,
    type: source.type === 'other' && links.url !== undefined ? 'web' : source.type,
    authors: names?.authors ?? [],
    ...(names?.etAl ? { etAl: true } : {}),
    ...addresses(links),
    keywords: [],
    tags: [],
  };
}

function whole(text: string, links: Links): Reference {
  return { type: 'other', title: text, authors: [], ...addresses(links), keywords: [], tags: [] };
}

function addresses({ url, doi }: Links): { url?: string; doi?: string } {
  return { ...(url === undefined ? {} : { url }), ...(doi === undefined ? {} : { doi }) };
}

/** A title cannot open with a closing quotation mark; typesetting turns some round. */
function openingQuote(text: string): string {
  return /^”[^”]*”/.test(text) ? `“${text.slice(1)}` : text;
}
