import { type CutField, cutFields, type Reference } from '@throughline/core';
import { paragraphsOf } from '../crossref-xml/abstract.js';
import { decisionsInNotes, vendorOfNotes } from '../decided/notes.js';
import { firstDoi } from '../doi.js';
import { pagesOf } from '../ris/pages.js';
import { fieldText } from '../text/field-text.js';
import { withoutReferences } from '../text/web-text.js';
import type { Vendor } from '../vendors.js';
import { isEtAl, referenceOf, yearIn } from '../xml/draft.js';
import { inOneLine } from '../xml/element.js';
import type { ReadReference } from '../xml/found-records.js';
import { standardNumbers } from '../xml/numbers.js';
import { noteLines, withoutOwnNotes } from '../xml/own-notes.js';
import { treeOf } from '../xml/tree.js';
import { tagsOf } from '../json/tags.js';
import { asText, type JsonObject, listAt, textAt, valueAt } from '../json/values.js';
import { namesIn } from './names.js';
import { typeOf } from './types.js';

/** One item of CSL, or one work of Crossref's REST service, which is nearly one. */
export function readItem(item: JsonObject): ReadReference | undefined {
  const tags = tagsOf(item, new Set(['reference'])).flatMap(({ tag, value }) => {
    const left = tag === 'note' ? withoutOwnNotes(value) : value;
    return left === '' && value !== '' ? [] : [{ tag, value: left }];
  });
  if (!tellsOfWork(item)) return undefined;
  const notes = noteLines(textAt(item, 'note') ?? '');
  const { decided, group } = decisionsInNotes(notes);
  const vendor = vendorOf(item) ?? vendorOfNotes(notes);
  return {
    reference: { ...fieldsOf(item, notes), tags },
    ...(vendor === undefined ? {} : { vendor }),
    ...(decided.length === 0 ? {} : { decided }),
    ...(group === undefined ? {} : { group }),
  };
}

function tellsOfWork(item: JsonObject): boolean {
  return ['type', 'title', 'author', 'editor', 'DOI', 'container-title', 'issued', 'URL'].some(
    (key) => item[key] !== undefined,
  );
}

/** Crossref writes titles as lists, characters as references and abstracts as JATS. */
function isCrossrefWork(item: JsonObject): boolean {
  return (
    Array.isArray(item.title) || item['reference-count'] !== undefined || item['is-referenced-by-count'] !== undefined
  );
}

function fieldsOf(item: JsonObject, notes: readonly string[]): Reference {
  const plain = isCrossrefWork(item) ? withoutReferences : (text: string) => text;
  const line = (...keys: readonly string[]) => inOneLine(plain(textAt(item, ...keys) ?? ''));
  const names = (key: string) => namesIn(listAt(item, key)).map(plain);
  const type = typeOf(textAt(item, 'type'));
  const authors = names('author');
  return referenceOf({
    type,
    title: titleOf(item, plain),
    authors: authors.filter((name) => !isEtAl(name)),
    etAl: authors.some(isEtAl) || undefined,
    year: yearOf(item),
    journal: line('container-title', 'event/name', 'event-title', 'event', 'collection-title'),
    volume: line('volume'),
    issue: line('issue', 'journal-issue/issue'),
    pages: pagesIn(item, type === 'article'),
    publisher: line('publisher'),
    place: line('publisher-place', 'publisher-location'),
    doi: doiOf(item, notes),
    url: line('URL'),
    abstract: abstractOf(item),
    keywords: keywordsIn(item),
    language: line('language'),
    editors: names('editor').filter((name) => !isEtAl(name)),
    issn: standardNumbers(allTexts(item, 'ISSN')).issn,
    isbn: standardNumbers(allTexts(item, 'ISBN')).isbn,
    pmid: digitsIn(textAt(item, 'PMID')) ?? noted(notes, /^PMID: ?(\d{1,8})$/i),
    pmcid: /PMC\d{1,9}/.exec(textAt(item, 'PMCID') ?? '')?.[0] ?? noted(notes, /^PMCID: ?(PMC\d{1,9})$/i),
    accession: line('custom/accession'),
    database: isCrossrefWork(item) ? undefined : line('source'),
    cut: listAt(item, 'custom/cut').filter((each): each is CutField =>
      (cutFields as readonly unknown[]).includes(each),
    ),
    format: 'csl-json',
    tags: [],
  });
}

function titleOf(item: JsonObject, plain: (text: string) => string): string | undefined {
  const title = inOneLine(plain(textAt(item, 'title') ?? ''));
  const subtitle = inOneLine(plain(asText(listAt(item, 'subtitle')[0]) ?? ''));
  return title === undefined || subtitle === undefined || title.endsWith(subtitle) ? title : `${title}: ${subtitle}`;
}

function yearOf(item: JsonObject): number | undefined {
  for (const key of ['issued', 'published-print', 'published', 'published-online']) {
    const date = item[key];
    const year = yearIn(asText(date) ?? firstPart(date) ?? textAt(date, 'year', 'raw', 'literal'));
    if (year !== undefined) return year;
  }
  return undefined;
}

/** `[[2013, 1, 1]]`, where each part may be text. */
function firstPart(date: unknown): string | undefined {
  const [first] = listAt(date, 'date-parts');
  return asText(Array.isArray(first) ? first[0] : first);
}

/** An article that has no pages has its number. */
function pagesIn(item: JsonObject, isArticle: boolean): string | undefined {
  const printed = textAt(item, 'page') ?? pagesOf(textAt(item, 'page-first'), textAt(item, 'page-last'));
  return inOneLine(printed ?? textAt(item, 'article-number', ...(isArticle ? ['number'] : [])) ?? '');
}

function doiOf(item: JsonObject, notes: readonly string[]): string | undefined {
  const url = textAt(item, 'URL') ?? '';
  const given = [textAt(item, 'DOI'), noted(notes, /^DOI: ?(.+)$/i), /\bdoi\.org\/10\./i.test(url) ? url : undefined];
  return given.map((each) => firstDoi(each ?? '')).find((doi) => doi !== undefined);
}

function abstractOf(item: JsonObject): string | undefined {
  const text = textAt(item, 'abstract');
  if (text === undefined) return undefined;
  if (!/<(?:jats:)?(?:p|sec|title)[\s>]/.test(text))
    return paragraphs(isCrossrefWork(item) ? withoutReferences(text) : text);
  const { root } = treeOf({ raw: `<abstract>${text}</abstract>`, end: 'own' });
  return root === undefined ? paragraphs(text) : paragraphsOf(root);
}

function paragraphs(text: string): string {
  if (!/[\r\n]/.test(text)) return fieldText(text);
  return text
    .replaceAll('\r\n', '\n')
    .split(/[\r\n]/)
    .map(fieldText)
    .join('\n')
    .trim();
}

/** CSL has one text for them, with commas or semicolons between; where a word has a comma itself, ours is a list beside. */
function keywordsIn(item: JsonObject): string[] {
  const lists = ['custom/keywords', 'subject', 'keyword', 'keywords'].map((key) => listAt(item, key));
  const list = lists.find((each) => each.length > 0);
  if (list !== undefined) return list.map((each) => inOneLine(asText(each) ?? '')).filter((each) => each !== undefined);
  const text = textAt(item, 'keyword') ?? '';
  const parts = text.split(text.includes(';') ? ';' : ',');
  return parts.map((part) => inOneLine(part)).filter((part) => part !== undefined);
}

function allTexts(item: JsonObject, key: string): string {
  return [asText(item[key]), ...listAt(item, key).map(asText)].filter((text) => text !== undefined).join(' ');
}

function digitsIn(text: string | undefined): string | undefined {
  return /^\D*(\d{1,8})\D*$/.exec(text ?? '')?.[1];
}

function noted(notes: readonly string[], pattern: RegExp): string | undefined {
  for (const note of notes) {
    const found = pattern.exec(note)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

function vendorOf(item: JsonObject): Vendor | undefined {
  const id = textAt(item, 'id') ?? '';
  if (/^https?:\/\/zotero\.org\//.test(id) || valueAt(item, 'citation-key') !== undefined) return 'zotero';
  if (/mendeley\.com\//.test(id) || /^ITEM-\d+$/.test(id)) return 'mendeley';
  return isCrossrefWork(item) || textAt(item, 'source') === 'Crossref' ? 'crossref' : undefined;
}
