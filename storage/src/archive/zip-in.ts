import { type FileHandle, open } from 'node:fs/promises';
import { createInflateRaw, crc32 } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { archiveProblem, shown } from './problem.js';
import { type Directory, readDirectory } from './zip-directory.js';
import type { ZipEntry } from './zip-entry.js';
import { fixed, method, signature } from './zip-shapes.js';

/** Bytes read from the file at once. */
const piece = 64 * 1024;

/**
 * An archive's ZIP, from a file that may be anybody's. Its list of entries is looked over as a whole before any of them
 * is read: no entry lies on another, none is longer than its place, every name is one of those that are expected.
 * Nothing is ever unpacked to a path.
 */
export class ZipIn {
  private constructor(
    readonly file: string,
    private readonly handle: FileHandle,
    private readonly directory: Directory,
  ) {}

  /** `called`: how the file is called when something is wrong with it. `expected`: may an entry have this name? */
  static async open(path: string, called: string, expected: (name: string) => boolean): Promise<ZipIn> {
    const handle = await open(path, 'r');
    try {
      const directory = await readDirectory(handle, called);
      for (const { name } of directory.entries.values()) {
        if (!expected(name)) throw archiveProblem('archive.foreign', called, { part: shown(name) });
      }
      return new ZipIn(called, handle, directory);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  get names(): Iterable<string> {
    return this.directory.entries.keys();
  }

  /** All bytes that the entries say they are. */
  get bytes(): number {
    return [...this.directory.entries.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Bytes of the file itself. */
  get packed(): number {
    return this.directory.size;
  }

  bytesOf(name: string): number {
    return this.#entry(name).bytes;
  }

  /** Never more than the entry said, and never other bytes than were put in. */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.#entry(name);
    let crc = 0;
    let bytes = 0;
    for await (const each of this.#unpacked(entry)) {
      bytes += each.length;
      if (bytes > entry.bytes) throw this.#damaged(name);
      crc = crc32(each, crc);
      yield each;
    }
    if (bytes !== entry.bytes || crc !== entry.crc) throw this.#damaged(name);
  }

  /** The same, in memory; at most so many bytes. */
  async readWhole(name: string, atMost: number): Promise<Uint8Array> {
    if (this.bytesOf(name) > atMost) {
      throw archiveProblem('archive.tooLarge', this.file, { part: name, limit: inMegabytes(atMost) });
    }
    const pieces: Uint8Array[] = [];
    for await (const each of this.read(name)) pieces.push(each);
    const all = Buffer.concat(pieces);
    return new Uint8Array(all.buffer, all.byteOffset, all.length);
  }

  close(): Promise<void> {
    return this.handle.close();
  }

  #entry(name: string): ZipEntry {
    const entry = this.directory.entries.get(name);
    if (entry === undefined) throw this.#damaged(name);
    return entry;
  }

  async *#unpacked(entry: ZipEntry): AsyncGenerator<Uint8Array> {
    const packed = this.#packed(entry);
    if (entry.method === method.stored) yield* packed;
    else yield* this.#inflated(packed, entry.name);
  }

  async *#packed({ name, offset, packed }: ZipEntry): AsyncGenerator<Uint8Array> {
    const header = await this.#bytesAt(offset, fixed.local);
    if (header.length < fixed.local || header.readUInt32LE(0) !== signature.local) throw this.#damaged(name);
    let at = offset + fixed.local + header.readUInt16LE(26) + header.readUInt16LE(28);
    const end = at + packed;
    if (end > this.directory.start) throw this.#damaged(name);
    while (at < end) {
      const each = await this.#bytesAt(at, Math.min(piece, end - at));
      if (each.length === 0) throw archiveProblem('archive.cut', this.file);
      yield each;
      at += each.length;
    }
  }

  async *#inflated(packed: AsyncGenerator<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
    const inflate = createInflateRaw();
    const feeding = pipeline(Readable.from(packed, { objectMode: true, highWaterMark: 1 }), inflate).catch(() => {});
    try {
      for await (const each of inflate) yield each as Uint8Array;
    } catch (error) {
      throw isOfZlib(error) ? this.#damaged(name) : error;
    } finally {
      inflate.destroy();
      await feeding;
    }
  }

  async #bytesAt(at: number, length: number): Promise<Buffer> {
    const { buffer, bytesRead } = await this.handle.read(Buffer.allocUnsafe(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  }

  #damaged(part: string) {
    return archiveProblem('archive.damaged', this.file, { part: shown(part) });
  }
}

const isOfZlib = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');

export const inMegabytes = (bytes: number): number => Math.round(bytes / 1024 ** 2);
