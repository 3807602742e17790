import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { type Sha256, asId } from '@throughline/core';
import {
  type Format,
  type FormatName,
  type FoundRecord,
  type ReadReport,
  formats,
  headLength,
  isFormat,
  recogniseFormat,
  summarise,
} from '@throughline/formats';
import type { Problem } from '@throughline/wire';
import { readAside } from './aside/aside.js';

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
  readonly bytes: Uint8Array;
  readonly content: Sha256;
  readonly format: FormatName;
  readonly found: readonly FoundRecord[];
  readonly report: ReadReport;
}

/** Bytes up to which a file is read at once: starting a thread would take longer. */
const smallFile = 256 * 1024;

/** Reads a file of references to its end, keeping its bytes as they came. */
export async function readReferences(
  file: { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> | Uint8Array },
  formatName: FormatName | undefined,
  watch: Watch,
): Promise<ReadFile | Problem> {
  const received = new Received(file.bytes, watch.signal);
  await received.atLeast(headLength);
  const format = namedFormat(formatName, received.head()) ?? recogniseFormat(received.head(), file.name);
  if (!isFormat(format)) return format;
  const found: FoundRecord[] = [];
  const report = await read(format, received, (records) => {
    for (const record of records) found.push(record);
    watch.onProgress?.({ records: found.length, bytes: received.length });
  });
  await received.atLeast(Number.POSITIVE_INFINITY);
  watch.onProgress?.({ records: found.length, bytes: received.length });
  if (found.length === 0) return { code: 'import.noRecords', values: { name: file.name, format: format.label } };
  return { bytes: received.whole(), content: received.hash(), format: format.name, found, report };
}

/** A large file is read aside. */
async function read(
  format: Format,
  received: Received,
  heard: (records: readonly FoundRecord[]) => void,
): Promise<ReadReport> {
  await received.atLeast(smallFile);
  if (received.length >= smallFile) return readAside(format.name, received.chunks(), heard);
  const found: FoundRecord[] = [];
  const report = await summarise(format.read(received.chunks()), (record) => {
    found.push(record);
  });
  heard(found);
  return report;
}

/** What a person says about the format counts for a text; a binary or empty file is refused as what it is. */
function namedFormat(name: FormatName | undefined, head: Uint8Array): Format | undefined {
  const recognised = recogniseFormat(head);
  const text = isFormat(recognised) || recognised.code === 'format.unknown';
  return text ? formats.find((format) => format.name === name) : undefined;
}

/** The bytes of a file as they arrive: kept, counted and hashed, whoever reads them. */
class Received {
  readonly #kept: Uint8Array[] = [];
  readonly #hash = createHash('sha256');
  readonly #coming: AsyncIterator<Uint8Array>;
  length = 0;

  constructor(
    bytes: AsyncIterable<Uint8Array> | Uint8Array,
    private readonly signal: AbortSignal | undefined,
  ) {
    this.#coming = bytes instanceof Uint8Array ? inPieces(bytes) : bytes[Symbol.asyncIterator]();
  }

  /** Waits until so many bytes are here, or all. */
  async atLeast(count: number): Promise<void> {
    while (this.length < count && (await this.next()) !== undefined);
  }

  /** Everything that is here, then everything that comes. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    yield* this.#kept.slice();
    for (let chunk = await this.next(); chunk !== undefined; chunk = await this.next()) yield chunk;
  }

  head(): Uint8Array {
    return Buffer.concat(this.#kept).subarray(0, headLength);
  }

  whole(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.#kept));
  }

  hash(): Sha256 {
    return asId<Sha256>(this.#hash.copy().digest('hex'));
  }

  private async next(): Promise<Uint8Array | undefined> {
    this.signal?.throwIfAborted();
    const { done, value } = await this.#coming.next();
    if (done) return undefined;
    this.#kept.push(value);
    this.#hash.update(value);
    this.length += value.length;
    return value;
  }
}

/** Bytes that are all here, in pieces, with room for others between them, so that reading can be stopped. */
async function* inPieces(bytes: Uint8Array, size = 256 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.subarray(at, at + size);
    await setImmediate();
  }
}
