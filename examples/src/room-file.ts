import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Brought, BroughtDocument, BroughtFile } from '@throughline/core';
import { thingOf } from './room-words.js';

/**
 * One room file, read. A file is an object: lists of things under the words of room-words.ts, made in the order in which
 * they stand, and `files` and `documents`, whose paths start at the folder of the room file.
 *
 * `who`, `when` and `why` say whose change it is, on which day, and for what reason; beside the lists they hold for every
 * entry that does not say otherwise. `note` tells a reader what the file is, and goes nowhere.
 */
export interface RoomFile {
  readonly things: readonly Brought[];
  readonly files: readonly BroughtFile[];
  readonly documents: readonly BroughtDocument[];
  /** By person. People are ids in the log (L17), so names travel beside it. */
  readonly names: Readonly<Record<string, string>>;
}

type Entry = Readonly<Record<string, unknown>> & { readonly id: string };

/** Who, when and why, as a change says them. */
type Stamp = Pick<Brought, 'by' | 'at' | 'because'>;

/** What an entry says beside its fields. */
const beside: ReadonlySet<string> = new Set(['id', 'who', 'when', 'why']);
/** What a file says beside its lists. */
const ofAllEntries: ReadonlySet<string> = new Set(['note', 'who', 'when', 'why']);

/** Reads a room file. A folder need not have every one: what is not there brings nothing. */
export async function readRoomFile(path: string): Promise<RoomFile> {
  const text = await textOf(path);
  return text === undefined ? parseRoomFile('{}', path) : parseRoomFile(text, path);
}

/** Takes a room file apart. Throws an Error that names the file and the place. */
export function parseRoomFile(text: string, path: string): RoomFile {
  const file = asObject(parsed(text, path), `${basename(path)} is not an object of lists`);
  const shared = stampOf(file, basename(path));
  const lists = Object.entries(file)
    .filter(([word]) => !ofAllEntries.has(word))
    .map(([word, value]) => ({ word, entries: entriesOf(value, word, basename(path)) }));
  const listed = (word: string) => lists.find((each) => each.word === word)?.entries ?? [];
  return {
    things: lists.flatMap(({ word, entries }) => thingsOf(word, entries, shared, basename(path))),
    files: listed('files').map((entry) => ({
      ...kept(entry, shared, path),
      source: wordsIn(entry, 'source', at(entry, path)),
    })),
    documents: listed('documents').map((entry) => ({
      ...kept(entry, shared, path),
      report: wordsIn(entry, 'report', at(entry, path)),
      name: wordsIn(entry, 'name', at(entry, path)),
    })),
    names: Object.fromEntries(listed('people').map((entry) => [entry.id, wordsIn(entry, 'name', at(entry, path))])),
  };
}

function thingsOf(word: string, entries: readonly Entry[], shared: Stamp, file: string): Brought[] {
  if (word === 'files' || word === 'documents') return [];
  const thing = thingOf.get(word);
  if (thing === undefined) throw new Error(`${file} has a list called “${word}”, which no room knows.`);
  return entries.map((entry) => {
    const fields = Object.entries(entry).filter(
      ([field]) => !(field === 'name' ? thing === 'person' : beside.has(field)),
    );
    return {
      thing,
      id: entry.id,
      fields: Object.fromEntries(fields),
      ...shared,
      ...stampOf(entry, at(entry, file)),
    };
  });
}

/** What files and documents have in common: their id, their place, and whose change it is. A file needs no reason. */
function kept(entry: Entry, shared: Stamp, path: string): Omit<BroughtFile, 'source'> {
  const { because: _, ...stamp } = { ...shared, ...stampOf(entry, at(entry, path)) };
  return { id: entry.id, path: join(dirname(path), wordsIn(entry, 'path', at(entry, path))), ...stamp };
}

/** Where an entry stands, for the sentence that says what is wrong with it. */
const at = ({ id }: Entry, path: string): string => `${basename(path)}, ${id},`;

function stampOf(entry: Readonly<Record<string, unknown>>, where: string): Stamp {
  return {
    ...('who' in entry ? { by: wordsIn(entry, 'who', where) } : {}),
    ...('when' in entry ? { at: momentOf(wordsIn(entry, 'when', where), where) } : {}),
    ...('why' in entry ? { because: wordsIn(entry, 'why', where) } : {}),
  };
}

/** A day stands for its noon, UTC: the log wants a moment, a researcher remembers a day. */
function momentOf(when: string, where: string): string {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(when) ? `${when}T12:00:00.000Z` : when;
  const read = new Date(moment);
  if (Number.isNaN(read.getTime()) || read.toISOString() !== moment) {
    throw new Error(`${where}: “${when}” is not a day like 2021-08-16.`);
  }
  return moment;
}

/** A list, or one entry where there can be only one (the review, the protocol). */
function entriesOf(value: unknown, word: string, file: string): Entry[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.map((each, index) => {
    const where = `${file}, entry ${index + 1} of “${word}”,`;
    const entry = asObject(each, `${where} is not an object`);
    return { ...entry, id: wordsIn(entry, 'id', where) };
  });
}

function asObject(value: unknown, otherwise: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${otherwise}.`);
  return value as Readonly<Record<string, unknown>>;
}

function wordsIn(entry: Readonly<Record<string, unknown>>, field: string, where: string): string {
  const value = entry[field];
  if (typeof value !== 'string' || value === '') throw new Error(`${where} has no “${field}”.`);
  return value;
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${basename(path)} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
