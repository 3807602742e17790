import type { Found } from '../contract.js';
import { charactersOf } from '../xml/characters.js';
import { FoundRecords, type ReadReference } from '../xml/found-records.js';
import { mendedObjects } from './mend.js';
import { JsonSplitter, type SplitObject } from './splitter.js';
import { withoutNumbers } from './tags.js';
import { isObject, type JsonObject } from './values.js';

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
  const object = parsed(split.raw);
  const read = object === undefined ? undefined : format.read(object);
  return found.in(split, read === undefined ? [] : [read], { malformed: split.broken, tooManyParts: false });
}

/** As it stands, or with what programs do wrong put right. */
function parsed(raw: string): JsonObject | undefined {
  const object = objectIn(raw);
  if (object !== undefined) return object;
  for (const attempt of mendedObjects(raw)) {
    const mended = objectIn(attempt);
    if (mended !== undefined) return mended;
  }
  return undefined;
}

function objectIn(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
