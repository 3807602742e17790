import type { Change, ReviewId, Sha256 } from '@throughline/core';
import type { Part, StoredRecord } from '../contract.js';
import { sha256Of } from '../hash.js';
import type { ArchiveFile } from './archive-file.js';
import { Tally, fromLines } from './lines.js';
import {
  type ListName,
  type Manifest,
  archiveVersion,
  changesName,
  contentName,
  contentsName,
  isContent,
  isExpected,
  manifestName,
  readManifest,
  recordsName,
} from './parts-of-archive.js';
import { archiveProblem } from './problem.js';
import { type ContentLine, isChange, isContentLine, isRecord } from './shapes.js';
import { ZipIn, inMegabytes } from './zip-in.js';

/** What is unpacked in memory: the manifest, and one content at a time. */
const most = { manifest: 1024 ** 2, content: 1024 ** 3 };
/**
 * Deflating makes a text at most about 1,030 times smaller, and a log of a review 5 to 20 times: an archive that would
 * grow more than 200 times, beyond some room for small ones, was made to fill a disk.
 */
const growth = { times: 200, beside: 100 * 1024 ** 2 };

/** Opens an archive and looks it over; `called` is how it is called when something is wrong with it. */
export async function openZipArchive(path: string, called: string, largest: number): Promise<ArchiveFile> {
  const zip = await ZipIn.open(path, called, isExpected);
  try {
    const limit = Math.min(largest, zip.packed * growth.times + growth.beside);
    if (zip.bytes > limit) throw archiveProblem('archive.tooLarge', called, { limit: inMegabytes(limit) });
    return new ZipArchive(zip, await manifestOf(zip));
  } catch (error) {
    await zip.close();
    throw error;
  }
}

async function manifestOf(zip: ZipIn): Promise<Manifest> {
  if (![...zip.names].includes(manifestName)) throw archiveProblem('archive.notOne', zip.file);
  const manifest = readManifest(Buffer.from(await zip.readWhole(manifestName, most.manifest)).toString());
  if (manifest === undefined) throw archiveProblem('archive.damaged', zip.file, { part: manifestName });
  if ('newer' in manifest) {
    throw archiveProblem('archive.newer', zip.file, { found: manifest.newer, known: archiveVersion });
  }
  return manifest;
}

class ZipArchive implements ArchiveFile {
  constructor(
    private readonly zip: ZipIn,
    private readonly manifest: Manifest,
  ) {}

  get review(): ReviewId {
    return this.manifest.review;
  }

  async *parts(): AsyncGenerator<Part> {
    for await (const changes of this.#list(changesName, isChange)) yield { changes };
    for await (const records of this.#list(recordsName, isRecord)) yield { records };
    yield* this.#contents();
  }

  async content(hash: Sha256): Promise<Uint8Array | undefined> {
    const name = contentName(hash);
    return [...this.zip.names].includes(name) ? this.#bytesOf(hash) : undefined;
  }

  close(): Promise<void> {
    return this.zip.close();
  }

  async *#contents(): AsyncGenerator<Part> {
    const unnamed = new Set([...this.zip.names].filter(isContent));
    for await (const lines of this.#list(contentsName, isContentLine)) {
      for (const line of lines) {
        unnamed.delete(contentName(line.hash));
        yield { content: await this.#contentOf(line) };
      }
    }
    // Bytes that the review does not know of would be lost without a word.
    for (const part of unnamed) throw archiveProblem('archive.foreign', this.zip.file, { part });
  }

  async #contentOf({ hash, name, withdrawn }: ContentLine) {
    if (withdrawn !== undefined) return { hash: hash as Sha256, withdrawn };
    const bytes = await this.#bytesOf(hash);
    return { hash: hash as Sha256, bytes, ...(name === undefined ? {} : { name }) };
  }

  async #bytesOf(hash: string): Promise<Uint8Array> {
    const part = contentName(hash);
    const bytes = await this.zip.readWhole(part, most.content);
    if (sha256Of(bytes) !== hash) throw archiveProblem('archive.damaged', this.zip.file, { part });
    return bytes;
  }

  /** The values of a list, each looked at; at the end, the list as a whole is held against the manifest. */
  async *#list<T extends Change | StoredRecord | ContentLine>(name: ListName, is: (value: unknown) => value is T) {
    const tally = new Tally();
    for await (const lines of fromLines(this.zip.read(name), tally)) {
      const values: T[] = [];
      for (const { value, number } of lines) {
        if (!is(value)) throw this.#damaged(`${name}:${number}`);
        values.push(value);
      }
      if (values.length > 0) yield values;
    }
    const [said, found] = [this.manifest.lists[name], tally.said()];
    if (said.lines !== found.lines || said.sha256 !== found.sha256) throw this.#damaged(name);
  }

  #damaged(part: string) {
    return archiveProblem('archive.damaged', this.zip.file, { part });
  }
}
