import type { CutField, Tag } from '@throughline/core';
import { firstDoi } from '../doi.js';
import { fieldText } from '../text/field-text.js';
import type { Article } from './article.js';
import { bylineOf, isCut, namesOf, yearIn } from './byline.js';

/** What the lines under a title say of it, labelled ("Authors: …") or by their form. */
export interface Described {
  authors: readonly string[];
  etAl: boolean;
  cut: readonly CutField[];
  fields: { -readonly [F in keyof Article['fields']]: Article['fields'][F] };
  tags: Tag[];
  /** How many of the lines said something that only a reference says. */
  told: number;
}

const labels: readonly (readonly [label: RegExp, read: (into: Described, value: string) => void])[] = [
  [/^(?:authors?(?:\(s\))?|by|author name)$/i, readAuthors],
  [/^(?:published in|publication(?: title)?|journal|source(?: title)?|in)$/i, readSource],
  [/^(?:publication )?(?:year|date)$|^published$|^date of publication$/i, (into, value) => putYear(into, value)],
  [/^doi$/i, (into, value) => put(into, 'doi', firstDoi(value))],
  [/^(?:pmid|pubmed id)$/i, (into, value) => put(into, 'pmid', /\d{1,9}/.exec(value)?.[0])],
  [/^vol(?:ume|\.)?$/i, (into, value) => put(into, 'volume', value)],
  [/^(?:issue|number|no\.)$/i, (into, value) => put(into, 'issue', value)],
  [/^(?:pages?|page\(s\)|pp\.)$/i, (into, value) => put(into, 'pages', value)],
  [/^abstract$/i, (into, value) => putAbstract(into, value)],
];

export function describedBy(texts: readonly string[]): Described {
  const described: Described = { authors: [], etAl: false, cut: [], fields: {}, tags: [], told: 0 };
  for (const text of texts) readLine(described, text);
  return described;
}

function readLine(into: Described, text: string): void {
  const colon = text.indexOf(':');
  const label = colon > 0 && colon < 30 ? text.slice(0, colon).trim() : '';
  const rule = labels.find(([pattern]) => pattern.test(label));
  into.tags.push({
    tag: rule === undefined ? 'line' : label,
    value: rule === undefined ? text : text.slice(colon + 1).trim(),
  });
  if (rule !== undefined) {
    into.told += 1;
    rule[1](into, fieldText(text.slice(colon + 1)));
    return;
  }
  const doi = text.includes('10.') ? firstDoi(text) : undefined;
  const pmid = /\bPMID:? ?(\d{1,9})/.exec(text)?.[1];
  if (doi !== undefined || pmid !== undefined) into.told += 1;
  put(into, 'doi', doi);
  put(into, 'pmid', pmid);
  if (into.tags.length <= 4 && into.fields.journal === undefined) readByForm(into, text);
}

/** "Lang A, Roth BC." · "Journal. 2021 Mar;12(3):45-50." · "Journal, Volume 12, Issue 3, March 2021" · a byline. */
function readByForm(into: Described, text: string): void {
  if (text.length > 600) return;
  const listed =
    /^([^.;]{2,200})\. ((?:19|20)\d{2})\b[^;:]{0,20}(?:;([^:(]{0,20})(?:\(([^)]{0,30})\))?(?::([\w–-]{1,30}))?)?/.exec(
      text,
    );
  if (listed !== null) readListed(into, listed);
  else if (/ [-–—] .*(?:19|20)\d{2}/.test(text)) readByline(into, text);
  else if (/,\s*Vol(?:ume|\.)? ?\d|,\s*(?:19|20)\d{2}\b/i.test(text)) readSource(into, text);
  else if (into.authors.length === 0 && looksLikeNames(text)) readAuthors(into, text.replace(/\.$/, ''));
}

function readListed(into: Described, [, journal = '', year, volume, issue, pages]: RegExpExecArray): void {
  into.told += 1;
  put(into, 'journal', fieldText(journal));
  if (into.fields.year === undefined) into.fields.year = Number(year);
  for (const [field, value] of [
    ['volume', volume],
    ['issue', issue],
    ['pages', pages],
  ] as const)
    put(into, field, value?.trim());
}

function readByline(into: Described, text: string): void {
  const { authors, etAl, journal, year, cut } = bylineOf(text);
  if (into.authors.length === 0) Object.assign(into, { authors, etAl, cut });
  into.told += 1;
  put(into, 'journal', journal);
  if (into.fields.year === undefined && year !== undefined) into.fields.year = year;
}

function readAuthors(into: Described, value: string): void {
  if (into.authors.length > 0) return;
  into.authors = namesOf(value);
  into.etAl = /\bet al\b|…|\.{3}/.test(value);
  if (into.etAl) into.cut = [...into.cut, 'authors'];
}

/** "IEEE Access, 2021", "Health & Place, Volume 12, Issue 3, March 2021, Pages 4-9". */
function readSource(into: Described, value: string): void {
  const [journal = '', ...rest] = value.split(
    /,\s+(?=Vol|Issue|No\.|Article|Pages?\b|pp\.|\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/i,
  );
  into.told += 1;
  put(into, 'journal', fieldText(journal));
  if (isCut(journal)) into.cut = [...into.cut, 'journal'];
  for (const part of rest) readPartOfSource(into, part);
}

function readPartOfSource(into: Described, part: string): void {
  const [, label = '', value = ''] =
    /^(vol(?:ume|\.)?|issue|no\.|pages?|pp\.|article(?: number)?)\s*(.+)$/i.exec(part) ?? [];
  if (/^vol/i.test(label)) put(into, 'volume', value);
  else if (/^(?:issue|no)/i.test(label)) put(into, 'issue', value);
  else if (label !== '') put(into, 'pages', value);
  else putYear(into, part);
}

/** "Lang A, Roth BC, O’Neil D" or "Ana Lang; Ben Roth": names and nothing but names. */
const looksLikeNames = (text: string): boolean =>
  text.length < 2000 &&
  text
    .split(/[;,]/)
    .every((name) => /^\s*(?:and |& )?\p{L}[\p{L}’'.-]*(?: \p{L}[\p{L}’'.-]*){0,4}\s*(?:…|\.{1,3})?$/u.test(name)) &&
  /[,;]| \p{Lu}{1,3}\.?$/u.test(text);

function put<F extends keyof Described['fields']>(
  into: Described,
  field: F,
  value: Described['fields'][F] | undefined,
): void {
  if (value !== undefined && value !== '' && into.fields[field] === undefined) into.fields[field] = value;
}

function putYear(into: Described, value: string): void {
  const year = yearIn(value) ?? Number(/(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(value)?.[0]);
  if (!Number.isNaN(year)) put(into, 'year', year);
}

function putAbstract(into: Described, value: string): void {
  put(into, 'abstract', value);
  if (isCut(value)) into.cut = [...into.cut, 'abstract'];
}
