import type { Reference, ReferenceType, Tag } from '@throughline/core';
import { escaped, escapedRange, inOneLine } from './latex/escaped.js';
import { namesIn } from './names.js';
import { isOneGroup } from './delimited.js';

/** Where a type keeps the work that holds it, and who brought it out. */
const holders: Partial<Record<ReferenceType, string>> = {
  chapter: 'booktitle',
  conference: 'booktitle',
  book: 'series',
};
const publishers: Partial<Record<ReferenceType, string>> = { thesis: 'school', report: 'institution' };

/** A reference's fields as an entry has them. */
export function fieldsOf(reference: Reference): Tag[] {
  const { type, authors, etAl, editors = [], cut = [], abstract } = reference;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['author', names(etAl ? [...authors.map(nameAsWritten), 'others'] : authors.map(nameAsWritten))],
    ['title', line(reference.title)],
    [holders[type] ?? 'journal', line(reference.journal)],
    ['year', reference.year?.toString()],
    ['volume', line(reference.volume)],
    ['number', line(reference.issue)],
    ['pages', reference.pages === undefined ? undefined : escapedRange(inOneLine(reference.pages))],
    ['editor', names(editors.map(nameAsWritten))],
    [publishers[type] ?? 'publisher', line(reference.publisher)],
    ['address', line(reference.place)],
    ['doi', address(reference.doi)],
    ['url', address(reference.url)],
    ['issn', line(reference.issn)],
    ['isbn', line(reference.isbn)],
    ['pmid', line(reference.pmid)],
    ['pmcid', line(reference.pmcid)],
    ['accession', line(reference.accession)],
    ['database', line(reference.database)],
    ['language', line(reference.language)],
    ['keywords', keywords(reference.keywords)],
    ['abstract', abstract === undefined ? undefined : escaped(abstract.replace(/\r\n?/g, '\n'))],
    ['throughline-cut', cut.length === 0 ? undefined : cut.join(', ')],
  ];
  return fields.flatMap(([tag, value]) => (value === undefined ? [] : [{ tag, value }]));
}

const line = (text: string | undefined) => (text === undefined ? undefined : escaped(inOneLine(text)));

const names = (written: readonly string[]) => (written.length === 0 ? undefined : written.join(' and '));

/** In braces where it would be read as something else: an organisation, a name with "and" or a comma too many. */
function nameAsWritten(name: string): string {
  const plain = escaped(inOneLine(name));
  const choices = [plain, `{${plain}}`];
  return choices.find((choice) => readsAs(choice, name)) ?? `{{${plain}}}`;
}

function readsAs(written: string, name: string): boolean {
  const { names: read, etAl } = namesIn(written);
  return !etAl && read.length === 1 && read[0] === name;
}

/** Addresses stand as they are where they have none of LaTeX's own signs. */
function address(text: string | undefined): string | undefined {
  return text !== undefined && /[\\{}]|&(?:#|\w+;)/.test(text) ? escaped(text) : text;
}

/** Parted by semicolons; one that has a separator itself stands in braces. */
function keywords(all: readonly string[]): string | undefined {
  if (all.length === 0) return undefined;
  const written = all.map((keyword) => {
    const plain = escaped(inOneLine(keyword));
    return /[,;]/.test(plain) ? `{${plain}}` : plain;
  });
  const list = written.join('; ');
  return isOneGroup(list) ? `${list};` : list;
}
