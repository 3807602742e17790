import type { Reference, Tag } from '@throughline/core';
import type { WrittenRecord } from '../contract.js';
import { fromNote, type NotedDecisions, notesOf } from '../decided/note.js';
import { decisionsInNotes } from '../decided/notes.js';
import { tellingTags } from './fields.js';
import { startAndEnd } from './pages.js';
import { withoutReferences } from '../text/web-text.js';
import { codeOfType } from './reference-types.js';

/**
 * Records as RIS, one piece of text each. A reference that came from RIS goes out as it came: every tag, every value, in
 * its order. Any other is written from its fields; reading it again gives the same fields.
 */
export async function* writeRis(records: AsyncIterable<WrittenRecord>): AsyncGenerator<string> {
  for await (const record of records) {
    yield [...tagsOf(record).flatMap(tagLines), 'ER  - ', '', ''].join('\r\n');
  }
}

/** Decisions and group go into notes of our own, unless the record's notes say the same already. */
function tagsOf({ reference, decided = [], group }: WrittenRecord): readonly Tag[] {
  const { cut } = reference;
  const tags = cameFromRis(reference) ? typed(reference.tags) : tagsFromFields(reference);
  const noted = { decided, ...(group === undefined ? {} : { group }), ...(cut === undefined ? {} : { cut }) };
  if (saysTheSame(tags, noted)) return tags;
  const others = tags.filter(({ tag, value }) => tag !== 'N1' || fromNote(value) === undefined);
  return [...others, ...notesOf(noted).map((value) => ({ tag: 'N1', value }))];
}

function saysTheSame(tags: readonly Tag[], noted: NotedDecisions): boolean {
  const said = decisionsInNotes(tags.filter(({ tag }) => tag === 'N1').map(({ value }) => value));
  return JSON.stringify(said) === JSON.stringify(noted);
}

/**
 * Records that were stored before they named their format: other tagged formats have no type line, and tags of other
 * lengths (MEDLINE) or a PT (Web of Science).
 */
function cameFromRis({ format, tags }: Reference): boolean {
  if (format !== undefined) return format === 'ris';
  if (tags.some(({ tag }) => tag === 'TY')) return true;
  const names = tags.map(({ tag }) => tag);
  return names.some((name) => tellingTags.has(name)) && names.every((name) => name.length === 2 && name !== 'PT');
}

/** A record whose source left the type line out gets one, because other programs refuse it without. */
function typed(tags: readonly Tag[]): readonly Tag[] {
  return tags.some(({ tag }) => tag === 'TY') ? tags : [{ tag: 'TY', value: codeOfType('other') }, ...tags];
}

/** A value's further lines are written as they are: as read, they were no tags. */
function tagLines({ tag, value }: Tag): string[] {
  return `${tag}  - ${value}`.split('\n');
}

function tagsFromFields(reference: Reference): Tag[] {
  const [start, end] = reference.pages === undefined ? [] : startAndEnd(reference.pages);
  const optional: readonly (readonly [string, string | undefined])[] = [
    ['PY', reference.year?.toString()],
    ['T2', written(reference.journal)],
    ['VL', reference.volume],
    ['IS', reference.issue],
    ['SP', start],
    ['EP', end],
    ['PB', written(reference.publisher)],
    ['CY', written(reference.place)],
    ['DO', written(reference.doi)],
    ['UR', reference.url],
    ['LA', reference.language],
    ['SN', reference.issn],
    ['SN', reference.isbn],
    ['PMID', reference.pmid],
    ['C2', reference.pmcid],
    ['AN', reference.accession],
    ['DB', reference.database],
  ];
  return [
    { tag: 'TY', value: codeOfType(reference.type) },
    ...(reference.title === undefined ? [] : [{ tag: 'TI', value: textLine(reference.title) }]),
    ...reference.authors.map((author) => ({ tag: 'AU', value: textLine(author) })),
    ...(reference.etAl ? [{ tag: 'AU', value: 'et al.' }] : []),
    ...optional.flatMap(([tag, value]) => (value === undefined ? [] : [{ tag, value: inOneLine(value) }])),
    ...(reference.editors ?? []).map((editor) => ({ tag: 'ED', value: textLine(editor) })),
    ...reference.keywords.map((keyword) => ({ tag: 'KW', value: textLine(keyword) })),
    ...(reference.abstract === undefined ? [] : [{ tag: 'AB', value: protectedLines(asWritten(reference.abstract)) }]),
  ];
}

function written(text: string | undefined): string | undefined {
  return text === undefined ? undefined : asWritten(text);
}

function textLine(text: string): string {
  return inOneLine(asWritten(text));
}

/** A text that says "&lt;" would be read as "<". Any other "&" stays as it is. */
function asWritten(text: string): string {
  return withoutReferences(text) === text ? text : text.replace(/&(?=#?\w{1,10};)/g, '&amp;');
}

function inOneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}

/** Lines of text that a reader could take for a tag or an end are indented; blanks at a line's start mean nothing. */
function protectedLines(text: string): string {
  const [first = '', ...rest] = text.split(/\r\n|\r|\n/);
  const looksLikeTag = /^\uFEFF?(?:\d+\.\s*)?[A-Z][A-Z0-9]{1,3}[\s-]*-|^ER\s*$/;
  return [first, ...rest.map((line) => (looksLikeTag.test(line) ? `      ${line}` : line))].join('\n');
}
