import type { PassedOverReason } from '../contract.js';
import type { TagStart, RecordSoFar } from '../tagged/dialect.js';

/** "%T Title": a percent sign, one character, and a blank or nothing. "%5 of all" inside an abstract is no tag. */
export function tagOf(text: string, record?: RecordSoFar): TagStart | undefined {
  if (text.charCodeAt(0) !== 37) return undefined;
  const code = text.charCodeAt(1);
  if (!(code > 32 && code < 127)) return undefined;
  if (text.length > 2 && text.charCodeAt(2) !== 32 && text.charCodeAt(2) !== 9) return undefined;
  const tag = text.slice(0, 2);
  // A line of text may begin with a percentage that lost its number; what nobody knows opens nothing.
  if (record === undefined && !/^%[0-9A-Z@]/.test(tag)) return undefined;
  return { tag, valueAt: 3 };
}

/** Tags of text in which blank lines stand. */
export const runningText: ReadonlySet<string> = new Set(['%X', '%Z', '%K', '%O', '%<']);

/** Tags that a record begins with in the files of EndNote, libraries and publishers. */
const headTags: ReadonlySet<string> = new Set(['%0', '%T', '%A']);

/**
 * A blank line parts records (that is all that Refer knew), and so does %0 (that is how EndNote begins one). Two %0 lines
 * in a row are two names for one type, and AIS eLibrary writes %0 behind the title. A blank line inside a text is no end.
 */
export function beginsNext({ tag }: TagStart, record: RecordSoFar, afterBlank: boolean): boolean {
  if (tag === '%0' && record.has('%0') && (afterBlank || record.lastTag !== '%0')) return true;
  // Where no blank line parts them, a second title does.
  if (tag === '%T' && record.has('%T')) return true;
  if (!afterBlank) return false;
  // One tag is no record yet: the blank line behind it is the first of many.
  if (record.doubleSpaced || record.hasOneTag) return tag === record.firstTag;
  return !runningText.has(record.lastTag ?? '') || headTags.has(tag) || record.has(tag);
}

export const debris = (text: string): PassedOverReason | undefined =>
  /^\d{1,7}[.:]$/.test(text.trim()) ? 'running-number' : undefined;
