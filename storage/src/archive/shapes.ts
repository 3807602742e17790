import { type Change, idShape } from '@throughline/core';
import type { StoredRecord } from '../contract.js';
import { isObject } from './parts-of-archive.js';

// What comes from outside is looked over before a keeper takes it in: the rooms refuse what is wrong in a payload when
// it is folded (L3), but nobody after this asks again whether a line of the log is one.

/** At most so many characters in a name of ours; ids are shorter, and kinds, too. */
const longestName = 200;

const isText = (value: unknown): value is string => typeof value === 'string';
const isName = (value: unknown): value is string => isText(value) && value !== '' && value.length <= longestName;
const isId = (value: unknown): value is string => isText(value) && idShape.test(value);
const isOptional = (value: unknown, is: (value: unknown) => boolean): boolean => value === undefined || is(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0;
/** ISO 8601 in UTC, to the millisecond. */
const isTime = (value: unknown): boolean => isText(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
const isSaw = (value: unknown): boolean => isObject(value) && Object.values(value).every(isName);

export function isChange(value: unknown): value is Change {
  if (!isObject(value)) return false;
  const { seq, id, kind, version, by, at, because, saw, payload } = value;
  const placed = isCount(seq) && isName(id) && isName(kind) && isCount(version) && isName(by) && isTime(at);
  return placed && isOptional(because, isText) && isOptional(saw, isSaw) && payload !== undefined;
}

export function isRecord(value: unknown): value is StoredRecord {
  if (!isObject(value)) return false;
  const { id, import: from, raw, reference } = value;
  return isName(id) && isOptional(from, isName) && isText(raw) && isReference(reference);
}

const texts = [
  'title',
  'journal',
  'volume',
  'issue',
  'pages',
  'publisher',
  'place',
  'doi',
  'url',
  'abstract',
  'language',
];
const lists = ['authors', 'keywords'];

function isReference(value: unknown): boolean {
  if (!isObject(value) || !isText(value.type) || !Array.isArray(value.tags)) return false;
  const said = texts.every((field) => isOptional(value[field], isText));
  const listed = lists.every((field) => isListOf(value[field], isText));
  const tagged = isListOf(value.tags, (tag) => isObject(tag) && isText(tag.tag) && isText(tag.value));
  return said && listed && tagged && isOptional(value.year, (year) => typeof year === 'number');
}

const isListOf = (value: unknown, is: (each: unknown) => boolean): boolean => Array.isArray(value) && value.every(is);

/** A content as the list of an archive says it: with its bytes in the archive, or withdrawn. */
export interface ContentLine {
  readonly hash: string;
  readonly name?: string;
  readonly withdrawn?: string;
}

export function isContentLine(value: unknown): value is ContentLine {
  if (!isObject(value) || !isText(value.hash) || !/^[0-9a-f]{64}$/.test(value.hash)) return false;
  return isOptional(value.name, isText) && isOptional(value.withdrawn, isText);
}

/** A review's id goes into names of files and addresses. */
export const isReviewId = isId;
