import type { Sha256 } from '@throughline/core';
import {
  type Format,
  type FormatName,
  FormatProblem,
  type ReadOptions,
  type ReadReport,
  formats,
  headLength,
  isArchive,
  isFormat,
  recogniseFormat,
  summarise,
} from '@throughline/formats';
import type { Problem } from '@throughline/wire';
import { keptAside, readAside } from './aside/aside.js';
import { type RecordText, type Telling, type Told, tellings } from './aside/told-records.js';
import { openArchive } from './gather/archive-parts.js';
import { HandingOn } from './gather/handing-on.js';
import { type Bytes, Received, here } from './gather/received.js';
import { isProblem } from './problem.js';

/** A file that a person gives; `name` is what they call it, without its folder. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Bytes;
  /** The name of the archive that it was taken out of. */
  readonly within?: string;
}

/** What the person says of how to read it, where the first bytes do not tell. */
export interface HowToRead extends ReadOptions {
  readonly format?: FormatName;
  /** The file of an archive that is meant, by its path there. */
  readonly part?: string;
}

/** How far the reading of a file has come. */
export interface Reading {
  readonly records: number;
  readonly bytes: number;
}

/** For whoever waits: called now and then while the file is read; `signal` stops it, and nothing is stored. */
export interface Watch {
  readonly onProgress?: (reading: Reading) => void;
  readonly signal?: AbortSignal;
}

export interface ReadFile {
  readonly name: string;
  readonly within?: string;
  /** What is to be stored of it: the bytes as they came, or what the format keeps of them. */
  readonly bytes: Uint8Array;
  readonly content: Sha256;
  /** Something that is nobody's business was taken out of `bytes`. */
  readonly tokens: boolean;
  readonly format: Format;
  readonly report: ReadReport;
  /** The texts of the records, some at a time, read again from `bytes`: they are never all in memory. */
  readonly again: () => AsyncIterable<readonly RecordText[]>;
}

/** Takes what is told of the records of a file as they are read, some at a time. */
export type Take<T extends Telling> = (records: readonly Told<T>[]) => void;

/** Bytes up to which a file is read at once: starting a thread would take longer. */
const smallFile = 256 * 1024;

/** Reads a file of references, or one file of an archive, to its end, keeping its bytes; `take` gets its records. */
export async function readReferences<T extends Telling>(
  file: GivenFile,
  how: HowToRead,
  watch: Watch,
  tell: T,
  take: Take<T>,
): Promise<ReadFile | Problem> {
  return withoutFormatProblem(file.name, async () => {
    const received = new Received(file.bytes, watch.signal);
    await received.atLeast(headLength);
    if (!isArchive(received.head())) return readPlain({ ...file, received }, how, watch, tell, take);
    const part = await theOnePart(file.name, received, how.part, watch);
    if (isProblem(part)) return part;
    return readPlain({ ...part, received: new Received(part.bytes, watch.signal) }, how, watch, tell, take);
  });
}

async function theOnePart(name: string, received: Received, path: string | undefined, watch: Watch) {
  const { files } = await openArchive(name, received, watch);
  const [only] = files;
  const meant = path === undefined && files.length === 1 ? only : files.find((each) => each.name === path);
  if (meant !== undefined) return meant;
  const parts = files.map((each) => each.name);
  const code = path === undefined ? 'import.whichPart' : 'import.partMissing';
  return { code, values: { name, parts, ...(path === undefined ? {} : { part: path }) } } satisfies Problem;
}

/** A file that cannot be read as what it is has a problem with words of its own. */
export async function withoutFormatProblem<T>(name: string, work: () => Promise<T>): Promise<T | Problem> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FormatProblem) return { code: error.code, values: { name, ...error.values } };
    throw error;
  }
}

type Arriving = Omit<GivenFile, 'bytes'> & { readonly received: Received };

async function readPlain<T extends Telling>(
  file: Arriving,
  how: HowToRead,
  watch: Watch,
  tell: T,
  take: Take<T>,
): Promise<ReadFile | Problem> {
  const { name, within, received } = file;
  await received.atLeast(headLength);
  const format = formatOf(received.head(), name, how.format);
  if (!isFormat(format)) return format;
  const stored = format.kept === undefined ? received : await keptOf(format, received, watch);
  let records = 0;
  const report = await read(format, stored, how, tell, (some) => {
    records += some.length;
    take(some);
    watch.onProgress?.({ records, bytes: stored.length });
  });
  const bytes = await stored.whole();
  watch.onProgress?.({ records, bytes: stored.length });
  if (records + report.refused === 0) return { code: 'import.noRecords', values: { name, format: format.label } };
  return {
    name,
    ...(within === undefined ? {} : { within }),
    ...{ bytes, content: stored.hash(), tokens: stored.hash() !== received.hash(), format, report },
    again: () => readAgain(format, bytes, how, watch),
  };
}

/** Reads no faster than its records are taken. */
async function* readAgain(
  format: Format,
  bytes: Uint8Array,
  how: HowToRead,
  { signal }: Watch,
): AsyncGenerator<readonly RecordText[]> {
  const handing = new HandingOn<readonly RecordText[]>();
  read(format, here(bytes, signal), how, 'texts', (some) => handing.give(some)).then(
    () => handing.end(),
    (error: unknown) => handing.fail(error),
  );
  yield* handing.taken();
}

/** What is stored is what is read, so that its lines can be found in it again. */
async function keptOf(format: Format, received: Received, { signal }: Watch): Promise<Received> {
  const bytes = await received.whole();
  const kept = bytes.length < smallFile ? await format.kept?.(bytes) : await keptAside(format.name, bytes, signal);
  const stored = new Received(kept ?? bytes, signal);
  await stored.whole();
  return stored;
}

/** A large file is read aside. */
async function read<T extends Telling>(
  format: Format,
  received: Pick<Received, 'atLeast' | 'chunks' | 'length'>,
  options: ReadOptions,
  tell: T,
  heard: (records: readonly Told<T>[]) => void | Promise<void>,
): Promise<ReadReport> {
  const { columns } = options;
  const as = columns === undefined ? {} : { columns };
  await received.atLeast(smallFile);
  if (received.length >= smallFile) return readAside(format.name, received.chunks(), tell, heard, as);
  const found: Told<T>[] = [];
  const report = await summarise(format.read(received.chunks(), as), (record) => {
    found.push(tellings[tell](record) as Told<T>);
  });
  await heard(found);
  return report;
}

/** What a person says counts among the formats that such a file can have: an empty file is refused as what it is. */
export function formatOf(
  head: Uint8Array,
  name: string,
  said: FormatName | undefined,
): ReturnType<typeof recogniseFormat> {
  const recognised = recogniseFormat(head, name);
  return formatsFor(recognised).find((format) => format.name === said) ?? recognised;
}

/** The formats that a file may be in: texts where it is a text, and the others where it is none. */
export function formatsFor(recognised: ReturnType<typeof recogniseFormat>): readonly Format[] {
  if (!isFormat(recognised) && recognised.code !== 'format.unknown') return [];
  const binary = isFormat(recognised) && recognised.binary === true;
  return formats.filter((format) => (format.binary === true) === binary);
}
