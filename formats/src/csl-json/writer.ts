import type { Reference } from '@throughline/core';
import type { WrittenRecord } from '../contract.js';
import { notesOf } from '../decided/note.js';
import { objectOf } from '../json/tags.js';
import type { JsonObject } from '../json/values.js';
import { writtenName } from './names.js';
import { nameOfType } from './types.js';

/**
 * Records as a list of CSL items. A reference that came from such a list goes out as it came, member by member; any other
 * is written from its fields, and reading it again gives the same fields.
 */
export async function* writeCslJson(records: AsyncIterable<WrittenRecord>): AsyncGenerator<string> {
  let count = 0;
  for await (const { reference, ...noted } of records) {
    count += 1;
    const own = reference.format === 'csl-json' ? objectOf(reference.tags) : itemOf(reference, count);
    yield `${count === 1 ? '[\n' : ',\n'}${JSON.stringify(withNumbers(withNotes(own, notesOf(noted))))}`;
  }
  yield count === 0 ? '[]\n' : '\n]\n';
}

/** CSL has one text of notes, so ours follow whatever stands there. */
function withNotes(item: JsonObject, notes: readonly string[]): JsonObject {
  if (notes.length === 0) return item;
  const own = typeof item.note === 'string' ? [item.note] : [];
  return { ...item, note: [...own, ...notes].join('\n') };
}

/** The parts of dates are numbers: some programs take nothing else. */
function withNumbers(item: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => [key, key === 'date-parts' ? numbered(value) : inside(value)]),
  );
}

function inside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inside);
  return typeof value === 'object' && value !== null ? withNumbers(value as JsonObject) : value;
}

function numbered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(numbered);
  return typeof value === 'string' && /^[1-9]\d{0,3}$/.test(value) ? Number(value) : value;
}

function itemOf(reference: Reference, count: number): JsonObject {
  const { keywords } = reference;
  const authors = [...reference.authors.map(writtenName), ...(reference.etAl ? [{ literal: 'et al.' }] : [])];
  const own = {
    accession: reference.accession,
    keywords: keywords.some((word) => /[,;]/.test(word)) ? keywords : undefined,
    cut: reference.cut,
  };
  const hasOwn = Object.values(own).some((value) => value !== undefined);
  return {
    id: reference.doi ?? `item-${count}`,
    type: nameOfType(reference.type),
    title: reference.title,
    author: authors.length === 0 ? undefined : authors,
    editor: reference.editors?.map(writtenName),
    issued: reference.year === undefined ? undefined : { 'date-parts': [[reference.year]] },
    'container-title': reference.journal,
    volume: reference.volume,
    issue: reference.issue,
    page: reference.pages,
    publisher: reference.publisher,
    'publisher-place': reference.place,
    DOI: reference.doi,
    URL: reference.url,
    abstract: reference.abstract,
    keyword: keywords.length === 0 ? undefined : keywords.join(', '),
    language: reference.language,
    ISSN: reference.issn,
    ISBN: reference.isbn,
    PMID: reference.pmid,
    PMCID: reference.pmcid,
    source: reference.database,
    custom: hasOwn ? own : undefined,
  };
}
