import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { crc32, createDeflateRaw, deflateRaw } from 'node:zlib';
import { extra64, fixed, flag, in64, in64short, method, signature } from './zip-shapes.js';

const deflated = promisify(deflateRaw);

interface Entry {
  readonly name: string;
  readonly offset: number;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly bytes: number;
}

/** 1980-01-01, the first day that the format knows: an archive tells when things happened in its log, and is the same again. */
const noDay = 0x21;
/** 4.4.3.2: whoever reads it has to know numbers of 64 bits. */
const version = 45;

/**
 * Writes a ZIP in one go, piece by piece, of any length (ZIP64): whoever takes the pieces sets the pace, and no more
 * than one of them is in memory.
 */
export class ZipOut {
  #offset = 0;
  readonly #entries: Entry[] = [];

  /** An entry whose length shows only at its end. */
  async *streamed(name: string, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const offset = this.#offset;
    const start = { name, offset, method: method.deflated, flags: flag.utf8 | flag.sizesFollow };
    yield this.#passed(localHeader({ ...start, crc: 0, packed: 0, bytes: 0 }));
    let crc = 0;
    let bytes = 0;
    const packing = deflating(pieces, (piece) => {
      crc = crc32(piece, crc);
      bytes += piece.length;
    });
    const before = this.#offset;
    for await (const piece of packing) yield this.#passed(piece);
    const entry = { ...start, crc, packed: this.#offset - before, bytes };
    yield this.#passed(descriptor(entry));
    this.#entries.push(entry);
  }

  /** An entry that is in memory; deflated where that makes it smaller. */
  async *whole(name: string, bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    const smaller = await deflated(bytes);
    const packs = smaller.length < bytes.length;
    const packed = packs ? smaller : bytes;
    const entry: Entry = {
      name,
      offset: this.#offset,
      method: packs ? method.deflated : method.stored,
      flags: flag.utf8,
      crc: crc32(bytes),
      packed: packed.length,
      bytes: bytes.length,
    };
    yield this.#passed(localHeader(entry));
    yield this.#passed(packed);
    this.#entries.push(entry);
  }

  /** The list of all entries, at the end. */
  *end(): Generator<Uint8Array> {
    const start = this.#offset;
    for (const entry of this.#entries) yield this.#passed(centralHeader(entry));
    yield endRecords(this.#entries.length, start, this.#offset - start);
  }

  #passed(piece: Uint8Array): Uint8Array {
    this.#offset += piece.length;
    return piece;
  }
}

/** Breaking off lets go of the pieces, too. */
async function* deflating(pieces: AsyncIterable<Uint8Array>, each: (piece: Uint8Array) => void) {
  const deflate = createDeflateRaw();
  async function* seen() {
    for await (const piece of pieces) {
      each(piece);
      yield piece;
    }
  }
  // What goes wrong in it, who reads the deflated bytes is told.
  const feeding = pipeline(Readable.from(seen(), { objectMode: true, highWaterMark: 1 }), deflate).catch(() => {});
  try {
    for await (const piece of deflate) yield piece as Uint8Array;
  } finally {
    await feeding;
  }
}

function localHeader({ name, method: how, flags, crc, packed, bytes }: Entry): Uint8Array {
  const follows = (flags & flag.sizesFollow) !== 0;
  const extra = follows ? extraOf([0, 0]) : Buffer.alloc(0);
  const header = Buffer.alloc(fixed.local);
  header.writeUInt32LE(signature.local, 0);
  writeCommon(header, 4, { flags, method: how, crc, packed: follows ? in64 : packed, bytes: follows ? in64 : bytes });
  const named = Buffer.from(name);
  header.writeUInt16LE(named.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, named, extra]);
}

/** The fields that both headers of an entry have, in their order. */
function writeCommon(
  header: Buffer,
  at: number,
  entry: Pick<Entry, 'flags' | 'method' | 'crc' | 'packed' | 'bytes'>,
): void {
  header.writeUInt16LE(version, at);
  header.writeUInt16LE(entry.flags, at + 2);
  header.writeUInt16LE(entry.method, at + 4);
  header.writeUInt16LE(0, at + 6);
  header.writeUInt16LE(noDay, at + 8);
  header.writeUInt32LE(entry.crc, at + 10);
  header.writeUInt32LE(entry.packed, at + 14);
  header.writeUInt32LE(entry.bytes, at + 18);
}

function descriptor({ crc, packed, bytes }: Entry): Uint8Array {
  const all = Buffer.alloc(24);
  all.writeUInt32LE(signature.descriptor, 0);
  all.writeUInt32LE(crc, 4);
  all.writeBigUInt64LE(BigInt(packed), 8);
  all.writeBigUInt64LE(BigInt(bytes), 16);
  return all;
}

function centralHeader({ name, offset, method: how, flags, crc, packed, bytes }: Entry): Uint8Array {
  const header = Buffer.alloc(fixed.central);
  const extra = extraOf([bytes, packed, offset]);
  const named = Buffer.from(name);
  header.writeUInt32LE(signature.central, 0);
  header.writeUInt16LE(version, 4);
  writeCommon(header, 6, { flags, method: how, crc, packed: in64, bytes: in64 });
  header.writeUInt16LE(named.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(in64, 42);
  return Buffer.concat([header, named, extra]);
}

/** 4.5.3: the numbers that the header says are here, in this order. */
function extraOf(numbers: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + numbers.length * 8);
  extra.writeUInt16LE(extra64, 0);
  extra.writeUInt16LE(numbers.length * 8, 2);
  for (const [at, number] of numbers.entries()) extra.writeBigUInt64LE(BigInt(number), 4 + at * 8);
  return extra;
}

function endRecords(count: number, start: number, length: number): Uint8Array {
  const end64 = Buffer.alloc(fixed.end64);
  end64.writeUInt32LE(signature.end64, 0);
  end64.writeBigUInt64LE(BigInt(fixed.end64 - 12), 4);
  end64.writeUInt16LE(version, 12);
  end64.writeUInt16LE(version, 14);
  end64.writeBigUInt64LE(BigInt(count), 24);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(length), 40);
  end64.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(fixed.locator64);
  locator.writeUInt32LE(signature.locator64, 0);
  locator.writeBigUInt64LE(BigInt(start + length), 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(fixed.end);
  end.writeUInt32LE(signature.end, 0);
  end.writeUInt16LE(Math.min(count, in64short), 8);
  end.writeUInt16LE(Math.min(count, in64short), 10);
  end.writeUInt32LE(Math.min(length, in64), 12);
  end.writeUInt32LE(Math.min(start, in64), 16);
  return Buffer.concat([end64, locator, end]);
}
