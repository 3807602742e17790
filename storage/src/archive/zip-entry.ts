import { archiveProblem, shown } from './problem.js';
import { extra64, fixed, flag, in64, method, signature } from './zip-shapes.js';

/** What the list of a ZIP says of one entry. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly bytes: number;
  readonly offset: number;
}

/** Reads the entry whose header in the list begins at `at`; with the place of the next one. */
export function entryAt(list: Buffer, at: number, file: string): { entry: ZipEntry; next: number } {
  const damaged = archiveProblem('archive.damaged', file, { part: 'list of entries' });
  if (at + fixed.central > list.length || list.readUInt32LE(at) !== signature.central) throw damaged;
  const [named, extra, comment] = [28, 30, 32].map((field) => list.readUInt16LE(at + field)) as [
    number,
    number,
    number,
  ];
  const start = at + fixed.central;
  const next = start + named + extra + comment;
  if (next > list.length) throw damaged;
  const name = list.toString('utf8', start, start + named);
  const how = list.readUInt16LE(at + 10);
  const known = how === method.stored || how === method.deflated;
  const strange = (list.readUInt16LE(at + 8) & flag.encrypted) !== 0 || !known;
  if (strange) throw archiveProblem('archive.foreign', file, { part: shown(name) });
  const numbers = numbersOf(list, at, list.subarray(start + named, start + named + extra));
  if (numbers === undefined) throw damaged;
  return { entry: { name, method: how, crc: list.readUInt32LE(at + 16), ...numbers }, next };
}

/** Lengths and place; those that do not fit are in the extra field, in this order (4.5.3). */
function numbersOf(list: Buffer, at: number, extra: Buffer): Pick<ZipEntry, 'bytes' | 'packed' | 'offset'> | undefined {
  const large = largeNumbers(extra);
  const taken = [24, 20, 42].map((field) => {
    const said = list.readUInt32LE(at + field);
    return said === in64 ? large.shift() : said;
  });
  const [bytes, packed, offset] = taken;
  if (bytes === undefined || packed === undefined || offset === undefined) return undefined;
  return { bytes, packed, offset };
}

function largeNumbers(extra: Buffer): (number | undefined)[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    const end = at + 4 + length;
    if (end > extra.length) return [];
    if (extra.readUInt16LE(at) === extra64) {
      return Array.from({ length: Math.floor(length / 8) }, (_, n) => safe(extra.readBigUInt64LE(at + 4 + n * 8)));
    }
    at = end;
  }
  return [];
}

/** No file is longer than the numbers that are exact. */
export const safe = (number: bigint): number | undefined =>
  number <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(number) : undefined;
