import type { TagStart, RecordSoFar } from '../tagged/dialect.js';
import { knownTags, personTags, slots, usedTags } from './tags.js';

/**
 * Which lines of a MEDLINE file carry a tag. PubMed pads the tag to four characters before "- "; ERIC and hands that
 * edit files write "ISSN - ", "PMC -22664230", "TI-". Anything but PubMed's own form counts for known tags alone.
 */
export function tagOf(text: string): TagStart | undefined {
  const first = text.charCodeAt(0);
  // Nearly every further line of a value begins with blanks.
  if (first < 65 || first > 90) return undefined;
  if (text.length === 5 && text.charCodeAt(4) === hyphen) return paddedTagAt(`${text} `, 0);
  return paddedTagAt(text, 0) ?? looseTag(text);
}

const hyphen = 45;
const blank = 32;

/** What a tag is good for, looked up once a file and not once a line. */
export interface PaddedTag extends TagStart {
  readonly use: 'field' | 'person' | 'kept' | 'unknown';
  /** Where its values are put; only where it fills a field. */
  readonly slot: number;
  /** The codes of its third and fourth character. */
  readonly rest: number;
}

export function useOf(tag: string): PaddedTag['use'] {
  if (personTags.has(tag)) return 'person';
  if (usedTags.has(tag)) return 'field';
  return knownTags.has(tag) ? 'kept' : 'unknown';
}

/** Every tag of a file once, by its first two characters: its name is one string, however many records there are. */
const starts: (PaddedTag[] | undefined)[] = new Array(128 * 128).fill(undefined);
/** With the same two characters. No file has a fifth as many, but noise may. */
const mostAlike = 50;

/** The tag of the line at `at`, in PubMed's own form: "TI  - " and the value. */
export function paddedTagAt(text: string, at: number): PaddedTag | undefined {
  // Reading behind the end of a text costs more than all the rest.
  if (at + 6 > text.length || text.charCodeAt(at + 4) !== hyphen || text.charCodeAt(at + 5) !== blank) return undefined;
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  const third = text.charCodeAt(at + 2);
  const fourth = text.charCodeAt(at + 3);
  if ((first | second | third | fourth) > 127) return undefined;
  const alike = starts[first * 128 + second];
  const rest = third * 128 + fourth;
  if (alike !== undefined) for (const each of alike) if (each.rest === rest) return each;
  return newStart(text.slice(at, at + 4), first * 128 + second, rest);
}

function newStart(padded: string, head: number, rest: number): PaddedTag | undefined {
  const tag = /^([A-Z][A-Z0-9]{1,3}) *$/.exec(padded)?.[1];
  if (tag === undefined) return undefined;
  const start = { tag, valueAt: 6, use: useOf(tag), slot: slots.get(tag) ?? -1, rest };
  starts[head] ??= [];
  if (starts[head].length < mostAlike) starts[head].push(start);
  return start;
}

function looseTag(text: string): TagStart | undefined {
  const [before = '', tag = ''] = /^([A-Z][A-Z0-9]{1,4})[ \t\u00a0]{0,4}-[ \u00a0]?/.exec(text) ?? [];
  return knownTags.has(tag) ? { tag, valueAt: before.length } : undefined;
}

/** Tags that stand at the head of a record, or name it: behind a blank line the next record begins with them. */
export const headTags: ReadonlySet<string> = new Set(['PMID', 'OWN', 'STAT', 'PMC', 'PMCR', 'OID', 'UI', 'AN']);

/** Tags that a record has once. */
const singleTags: ReadonlySet<string> = new Set(['TI', 'JT', 'TA', 'DP', 'VI', 'IP', 'PG', 'SO', 'EDAT', 'CRDT']);

/**
 * PubMed begins every record with PMID, ERIC with OWN, other programs with anything. A blank line alone says little: an
 * abstract may end with one, and some files have one between all lines.
 */
export function beginsNext({ tag }: TagStart, record: RecordSoFar, afterBlank: boolean): boolean {
  if ((tag === 'PMID' || tag === 'OWN') && record.has(tag)) return true;
  if (!afterBlank) return false;
  // One tag is no record yet: the blank line behind it is the first of many.
  if (record.doubleSpaced || record.hasOneTag) return tag === record.firstTag;
  return tag === record.firstTag || headTags.has(tag) || (singleTags.has(tag) && record.has(tag));
}
