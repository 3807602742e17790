import type { Reference, Tag } from '@throughline/core';
import type { WrittenRecord } from '../contract.js';
import { fromNote, notesOf } from '../decided/note.js';
import { headTags } from './lines.js';
import { nameOfType } from './reference-types.js';
import { tellingTags } from './tags.js';

/**
 * Records as PubMed writes them, one piece of text each. A reference that came from this format goes out as it came:
 * every tag, every value, in its order. Any other is written from its fields; reading it again gives the same fields.
 */
export async function* writeNbib(records: AsyncIterable<WrittenRecord>): AsyncGenerator<string> {
  for await (const { reference, ...noted } of records) {
    const { cut } = reference;
    const notes = notesOf({ ...noted, ...(cut === undefined ? {} : { cut }) }).map((value) => ({ tag: 'GN', value }));
    const tags = reference.format === 'nbib' ? headed(reference.tags) : telling(tagsFromFields(reference));
    const own = notes.length === 0 ? tags : tags.filter((tag) => !isOurNote(tag));
    yield [...[...own, ...notes].map(tagLines), '', ''].join('\r\n');
  }
}

/** A note that this program wrote earlier: what it said is said anew. */
function isOurNote({ tag, value }: Tag): boolean {
  return tag === 'GN' && fromNote(value) !== undefined;
}

/** Other programs look for a tag that begins a record, and so does the reader here: of two, the second is another's. */
function headed(tags: readonly Tag[]): readonly Tag[] {
  return tags.some(({ tag }) => headTags.has(tag)) ? tags : [noOwner, ...tags];
}

/** A type or an accession number alone is no record to any reader: an empty title makes it one. */
function telling(tags: readonly Tag[]): readonly Tag[] {
  return tags.some(({ tag }) => tellingTags.has(tag)) ? tags : [...tags, { tag: 'TI', value: '' }];
}

/** The value that PubMed has for records that are not the library's own. */
const noOwner: Tag = { tag: 'OWN', value: 'NOTNLM' };

/** A value's further lines are written as they are: as read, they were no tags. */
function tagLines({ tag, value }: Tag): string {
  return `${tag.padEnd(4)}- ${value}`.replaceAll('\n', '\r\n');
}

function tagsFromFields(reference: Reference): Tag[] {
  const { pmid, title, type, abstract } = reference;
  const optional: readonly (readonly [string, string | undefined])[] = [
    ['IS', reference.issn],
    ['ISBN', reference.isbn],
    ['VI', reference.volume],
    ['IP', reference.issue],
    ['DP', reference.year?.toString()],
    ['TI', title],
    ['PG', reference.pages],
    ['LID', reference.doi === undefined ? undefined : `${reference.doi} [doi]`],
    ['LID', reference.url],
  ];
  const behind: readonly (readonly [string, string | undefined])[] = [
    ['LA', reference.language],
    ['PT', nameOfType(type)],
    ['PL', reference.place],
    [type === 'chapter' && title !== undefined ? 'BTI' : 'JT', reference.journal],
    ['PB', reference.publisher],
    ['PMC', reference.pmcid],
    // PubMed gives the DOI twice, and some programs look here.
    ['AID', reference.doi === undefined ? undefined : `${reference.doi} [doi]`],
    ['AN', reference.accession],
    ['DB', reference.database],
  ];
  return [
    pmid === undefined ? noOwner : { tag: 'PMID', value: inOneLine(pmid) },
    ...written(optional),
    ...(abstract === undefined ? [] : [{ tag: 'AB', value: asParagraphs(abstract) }]),
    ...reference.authors.flatMap((name) => person('FAU', 'AU', name)),
    ...(reference.etAl ? [{ tag: 'AU', value: 'et al.' }] : []),
    ...(reference.editors ?? []).flatMap((name) => person('FED', 'ED', name)),
    ...written(behind),
    ...reference.keywords.map((keyword) => ({ tag: 'OT', value: inOneLine(keyword) })),
  ];
}

function written(fields: readonly (readonly [string, string | undefined])[]): Tag[] {
  return fields.flatMap(([tag, value]) => (value === undefined ? [] : [{ tag, value: inOneLine(value) }]));
}

/** Twice, as PubMed does: some programs read only the one, some only the other. */
function person(full: string, short: string, name: string): Tag[] {
  const value = inOneLine(name);
  return [
    { tag: full, value },
    { tag: short, value },
  ];
}

function inOneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}

/**
 * Six blanks before a further line, so that it is no tag, whatever it says. Two more make it a paragraph; PubMed's own
 * further lines only go on.
 */
function asParagraphs(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line, index) => (index === 0 || line.trim() === '' ? line.trim() : `        ${line}`))
    .join('\n');
}
