import { cutFields, type Reference, type ReferenceType, referenceTypes, type Tag } from '@throughline/core';
import type { FoundDecision } from '../decided/decision.js';
import type { WrittenRecord } from '../contract.js';
import { joinedCell, splitCell } from './cell-list.js';
import { furtherFields, type OwnColumn, sourcePrefix } from './own-columns.js';
import { decisionCells, decisionsInCells } from './own-decisions.js';

/** The cells of a record under the columns of this program. */
export function ownCells({ reference, number, decided = [], group }: WrittenRecord): Record<OwnColumn, string> {
  return {
    Number: number?.toString() ?? '',
    Type: reference.type,
    Title: reference.title ?? '',
    Authors: joinedCell(reference.authors, ';'),
    'Et al.': reference.etAl === true ? 'yes' : '',
    Year: reference.year?.toString() ?? '',
    Journal: reference.journal ?? '',
    Volume: reference.volume ?? '',
    Issue: reference.issue ?? '',
    Pages: reference.pages ?? '',
    Publisher: reference.publisher ?? '',
    Place: reference.place ?? '',
    DOI: reference.doi ?? '',
    URL: reference.url ?? '',
    Abstract: reference.abstract ?? '',
    Keywords: joinedCell(reference.keywords, ';'),
    Language: reference.language ?? '',
    Editors: joinedCell(reference.editors ?? [], ';'),
    ISSN: reference.issn ?? '',
    ISBN: reference.isbn ?? '',
    PMID: reference.pmid ?? '',
    PMCID: reference.pmcid ?? '',
    'Accession number': reference.accession ?? '',
    Database: reference.database ?? '',
    'Cut short': joinedCell(reference.cut ?? [], ';'),
    ...decisionCells(decided),
    Group: group ?? '',
  };
}

export interface OwnRecord {
  readonly reference: Reference;
  readonly number?: number;
  readonly decided?: readonly FoundDecision[];
  readonly group?: string;
}

type Draft = { -readonly [K in keyof Reference]: Reference[K] };

const plainFields = [
  ['title', 'Title'],
  ['journal', 'Journal'],
  ['volume', 'Volume'],
  ['issue', 'Issue'],
  ['pages', 'Pages'],
  ['publisher', 'Publisher'],
  ['place', 'Place'],
  ['doi', 'DOI'],
  ['url', 'URL'],
  ['abstract', 'Abstract'],
  ['language', 'Language'],
  ['issn', 'ISSN'],
  ['isbn', 'ISBN'],
  ['pmid', 'PMID'],
  ['pmcid', 'PMCID'],
  ['accession', 'Accession number'],
  ['database', 'Database'],
] as const;

/** A row that this program wrote. Nothing is trimmed, decoded or guessed: it says what it said. */
export function ownRecord(names: readonly string[], cells: readonly string[], format: string): OwnRecord {
  const cell = (column: OwnColumn): string => cells[names.indexOf(column)] ?? '';
  const reference: Draft = {
    type: typeIn(cell('Type')),
    authors: splitCell(cell('Authors'), ';'),
    keywords: splitCell(cell('Keywords'), ';'),
    format,
    tags: sourceTags(names, cells),
  };
  for (const [field, column] of plainFields) {
    const value = cell(column);
    if (value !== '') reference[field] = value;
  }
  if (cell('Et al.') !== '') reference.etAl = true;
  if (/^\d{4}$/.test(cell('Year').trim())) reference.year = Number(cell('Year'));
  const editors = splitCell(cell('Editors'), ';');
  if (editors.length > 0) reference.editors = editors;
  const cut = splitCell(cell('Cut short'), ';').flatMap((name) => cutFields.find((field) => field === name) ?? []);
  if (cut.length > 0) reference.cut = cut;
  const decided = decisionsInCells(cell);
  const number = /^\d{1,9}$/.test(cell('Number').trim()) ? Number(cell('Number')) : undefined;
  return {
    reference,
    ...(number === undefined ? {} : { number }),
    ...(decided.length === 0 ? {} : { decided }),
    ...(cell('Group') === '' ? {} : { group: cell('Group') }),
  };
}

function typeIn(cell: string): ReferenceType {
  return referenceTypes.find((type) => type === cell) ?? 'other';
}

function sourceTags(names: readonly string[], cells: readonly string[]): Tag[] {
  const tags: Tag[] = [];
  for (const [index, name] of names.entries()) {
    const value = cells[index] ?? '';
    if (value !== '' && name.startsWith(sourcePrefix)) tags.push({ tag: name.slice(sourcePrefix.length), value });
  }
  const further = cells[names.indexOf(furtherFields)] ?? '';
  return [...tags, ...splitCell(further, ';').map(namedValue)];
}

/** "name=value"; an equals sign of the name stands behind a backslash. */
function namedValue(text: string): Tag {
  let at = 0;
  while (at < text.length && text[at] !== '=') at += text[at] === '\\' ? 2 : 1;
  return { tag: text.slice(0, at).replace(/\\(.)/gs, '$1'), value: text.slice(at + 1) };
}

export function asNamedValue({ tag, value }: Tag): string {
  return `${tag.replace(/[\\=]/g, '\\$&')}=${value}`;
}
