import type { ReviewId } from '@throughline/core';
import { readJson } from '../change-row.js';

/** The version of the archive's format, in its manifest. An archive of a later one is not taken in. */
export const archiveVersion = 1;

/**
 * What lies in an archive: one line of JSON a change, a record and a content, in their order; the bytes of each content
 * that was not withdrawn, under their SHA-256; and what the whole of it is.
 */
export const changesName = 'changes.jsonl';
export const recordsName = 'records.jsonl';
export const contentsName = 'contents.jsonl';
export const manifestName = 'manifest.json';
export const contentName = (hash: string): string => `contents/${hash}`;

const contentShape = /^contents\/[0-9a-f]{64}$/;
/** A folder of its own is what other programs add when they pack it again. */
const names: ReadonlySet<string> = new Set([changesName, recordsName, contentsName, manifestName, 'contents/']);
export const isExpected = (name: string): boolean => names.has(name) || contentShape.test(name);
export const isContent = (name: string): boolean => contentShape.test(name);

/** How long a list is, and the SHA-256 of its bytes. */
export interface ListSaid {
  readonly lines: number;
  readonly sha256: string;
}
export const listNames = [changesName, recordsName, contentsName] as const;
export type ListName = (typeof listNames)[number];

export interface Manifest {
  /** "throughline": what sort of archive it is. */
  readonly archive: 'throughline';
  readonly version: number;
  readonly review: ReviewId;
  readonly title: string;
  readonly lists: Readonly<Record<ListName, ListSaid>>;
}

/** Undefined where it is none; a later version is not looked at any further. */
export function readManifest(text: string): Manifest | { readonly newer: number } | undefined {
  const read = readJson(text);
  if (!isObject(read) || read.archive !== 'throughline' || !Number.isSafeInteger(read.version)) return undefined;
  if ((read.version as number) > archiveVersion) return { newer: read.version as number };
  const { review, title, lists } = read;
  const whole = typeof review === 'string' && typeof title === 'string' && isObject(lists);
  return whole && listNames.every((name) => isSaid(lists[name])) ? (read as unknown as Manifest) : undefined;
}

const isSaid = (said: unknown): boolean =>
  isObject(said) && Number.isSafeInteger(said.lines) && typeof said.sha256 === 'string';

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
