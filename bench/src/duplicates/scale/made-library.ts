import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Comparable } from '@throughline/matching';
import { type MadeRecord, library } from '../made/library.js';

/** A record as it stands in a file. */
export interface StoredRecord extends MadeRecord {
  /** It is no part of the first searches: it comes when they are run again. */
  readonly late: boolean;
}

/** How many records of each file come late. */
export const lateRecords = 1000;

const programs = [
  'copy',
  'journal',
  'kinds',
  'library',
  'vendors',
  'work',
  '../../import/chance',
  '../../import/made-words',
];

/**
 * Files of made records, a line each, by how many they hold without the late ones; written once, and again when what
 * makes them has changed. `titles` are of real works.
 */
export function madeLibraries(sizes: readonly number[], titles: readonly string[]): ReadonlyMap<number, string> {
  const folder = fileURLToPath(new URL('../../../../.cache/bench-duplicates/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const maker = makerOf(titles);
  for (const old of readdirSync(folder)) if (!old.includes(maker)) rmSync(join(folder, old), { force: true });
  return new Map(sizes.map((size) => [size, written(join(folder, `${size}-${maker}.jsonl`), size, titles)]));
}

function written(path: string, size: number, titles: readonly string[]): string {
  if (existsSync(path)) return path;
  const made = library(size + lateRecords, titles);
  // Spread evenly over all databases.
  const step = made.length / lateRecords;
  const lateOnes = new Set(Array.from({ length: lateRecords }, (_, n) => Math.floor(n * step)));
  const lines = made.map((each, at) => JSON.stringify({ ...each, late: lateOnes.has(at) } satisfies StoredRecord));
  writeFileSync(`${path}.new`, `${lines.join('\n')}\n`);
  renameSync(`${path}.new`, path);
  return path;
}

/** As many as an import hands over at a time. */
const atOnce = 1000;

interface Part {
  readonly records: readonly Comparable[];
  readonly late: readonly Comparable[];
}

/**
 * The records of such a file, a thousand at a time: all of them together are a burden that matching does not need.
 * `works` is told the work of each, without the late ones.
 */
export async function* recordsOf(path: string, works: Map<string, string>): AsyncGenerator<Part> {
  for await (const some of readLibrary(path)) {
    const [records, late] = [some.filter((one) => !one.late), some.filter((one) => one.late)];
    for (const { record, work } of records) works.set(record.id, String(work));
    yield { records: records.map(({ record }) => record), late: late.map(({ record }) => record) };
  }
}

async function* readLibrary(path: string): AsyncGenerator<StoredRecord[]> {
  let some: StoredRecord[] = [];
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    some.push(JSON.parse(line) as StoredRecord);
    if (some.length < atOnce) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

/** Changes with the programs that make a record, and with the titles. */
function makerOf(titles: readonly string[]): string {
  const hash = createHash('sha256').update(titles.join('\n'));
  for (const name of programs) hash.update(readFileSync(new URL(`../made/${name}.js`, import.meta.url)));
  return hash.digest('hex').slice(0, 12);
}
