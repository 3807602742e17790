import type { Found } from '../contract.js';
import { charactersOf } from '../xml/characters.js';
import { FoundRecords, type ReadReference } from '../xml/found-records.js';
import { deepestValue } from './brackets.js';
import { mendedObjects } from './mend.js';
import { JsonSplitter, type SplitObject } from './splitter.js';
import { withoutNumbers } from './tags.js';
import { isDeeperThan, isObject, type JsonObject } from './values.js';

/** A format in JSON. */
export interface JsonRecords {
  /** The reference that one object holds; undefined where it holds nothing that could be read. */
  read(object: JsonObject): ReadReference | undefined;
  /** By its path, without the numbers of list members. */
  isKnown(tag: string): boolean;
}

/** The records of a JSON file, each parsed by itself: what is wrong with one of them stays with it. */
export async function* recordsOfJson(chunks: AsyncIterable<Uint8Array>, format: JsonRecords): AsyncGenerator<Found> {
  const splitter = new JsonSplitter();
  const found = new FoundRecords((tag) => format.isKnown(tag), withoutNumbers);
  for await (const { text, western } of charactersOf(chunks)) {
    found.noteWestern(western);
    for (const split of splitter.push(text)) yield* foundIn(split, format, found);
  }
  for (const split of splitter.end()) yield* foundIn(split, format, found);
  yield* found.end();
}

function foundIn(split: SplitObject, format: JsonRecords, found: FoundRecords): Iterable<Found> {
  const object = parsed(split.raw, split.broken);
  const read = object === undefined ? undefined : format.read(object);
  return found.in(split, read === undefined ? [] : [read], { malformed: split.broken, tooManyParts: false });
}

/** As it stands, or with what programs do wrong put right. */
function parsed(written: string, broken: boolean): JsonObject | undefined {
  const raw = withWholeCharacters(written);
  // What is nested too deep is broken to whoever cut it out, but may be JSON all the same.
  const mayBeDeep = (object: JsonObject) => broken && isDeeperThan(object, deepestValue);
  const object = objectIn(raw);
  if (object !== undefined) return mayBeDeep(object) ? undefined : object;
  for (const attempt of mendedObjects(raw)) {
    const mended = objectIn(attempt);
    if (mended !== undefined) return mayBeDeep(mended) ? undefined : mended;
  }
  return undefined;
}

const surrogate = /\\u[dD][89a-fA-F]/;
const escapes = /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[dD][89a-fA-F][\da-fA-F]{2}|[\s\S])/g;

/** A text that was cut between the two halves of a character ("\\ud83d") ends in one that no database can hold. */
function withWholeCharacters(raw: string): string {
  if (!surrogate.test(raw)) return raw;
  return raw.replace(escapes, (mark) => (mark.length === '\\ud83d'.length ? '\\ufffd' : mark));
}

function objectIn(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
