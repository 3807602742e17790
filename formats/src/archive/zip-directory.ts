import { FormatProblem } from '../problem.js';
import { entryName } from './entry-names.js';
import {
  directoryEnd,
  directoryHeader,
  elsewhere,
  localHeader,
  wideDirectoryEnd,
  wideDirectoryLocator,
  ZipBytes,
} from './zip-bytes.js';

/** One entry of a ZIP archive; nothing of it is unpacked yet. */
export interface ZipEntry {
  readonly path: string;
  readonly encrypted: boolean;
  /** 0 as it is, 8 deflated; others are not read. */
  readonly method: number;
  /** Where its packed bytes stand: from, and up to. */
  readonly from: number;
  readonly to: number;
  /** Unpacked bytes as the archive says; absent where only the unpacking tells. */
  readonly size?: number;
  /** CRC-32 of the unpacked bytes, where the archive says. */
  readonly checksum?: number;
}

/**
 * The entries in the order of the archive's directory. Where the directory is missing (a file cut off while it was
 * copied) those that the headers before the files name.
 */
export function entriesOf(bytes: Uint8Array, most: number): ZipEntry[] {
  const zip = new ZipBytes(bytes);
  const end = directoryEndAt(zip);
  const listed = end === undefined ? undefined : listedEntries(zip, end, most);
  const entries = listed ?? entriesByHeaders(zip, most);
  refuseOverlaps(entries);
  return entries;
}

/** From the back: a comment of up to 64 KB may follow. */
function directoryEndAt(zip: ZipBytes): number | undefined {
  const first = Math.max(0, zip.length - directoryEnd.length - 0xffff);
  for (let at = zip.length - directoryEnd.length; at >= first; at -= 1) {
    if (zip.is(directoryEnd.signature, at)) return at;
  }
  return undefined;
}

interface Directory {
  readonly count: number;
  readonly length: number;
  readonly at: number;
  /** Where its last piece ends. */
  readonly end: number;
}

function directoryOf(zip: ZipBytes, end: number): Directory {
  const plain = { count: zip.short(end + 10), length: zip.long(end + 12), at: zip.long(end + 16), end };
  const locator = end - wideDirectoryLocator.length;
  if (!zip.is(wideDirectoryLocator.signature, locator)) return plain;
  const wide = zip.wide(locator + 8);
  if (!zip.is(wideDirectoryEnd.signature, wide) || !zip.has(wide, wideDirectoryEnd.length)) return plain;
  return { count: zip.wide(wide + 32), length: zip.wide(wide + 40), at: zip.wide(wide + 48), end: wide };
}

/** Undefined where the directory does not hold together. */
function listedEntries(zip: ZipBytes, end: number, most: number): ZipEntry[] | undefined {
  const directory = directoryOf(zip, end);
  if (directory.count > most) throw new FormatProblem('format.bomb', { entries: directory.count });
  // Something may stand before the archive (a program that unpacks itself): all places shift by its length.
  const shift = directory.end - directory.length - directory.at;
  const entries: ZipEntry[] = [];
  let at = directory.end - directory.length;
  while (entries.length < directory.count) {
    if (!zip.has(at, directoryHeader.length) || !zip.is(directoryHeader.signature, at)) return undefined;
    const entry = listedEntry(zip, at, shift);
    if (entry === undefined) return undefined;
    entries.push(entry);
    at += directoryHeader.length + zip.short(at + 28) + zip.short(at + 30) + zip.short(at + 32);
  }
  return entries;
}

function listedEntry(zip: ZipBytes, at: number, shift: number): ZipEntry | undefined {
  const nameAt = at + directoryHeader.length;
  const nameLength = zip.short(at + 28);
  const extraLength = zip.short(at + 30);
  if (!zip.has(nameAt, nameLength + extraLength)) return undefined;
  const [size, packed, place] = wideValues(zip, nameAt + nameLength, extraLength, [
    zip.long(at + 24),
    zip.long(at + 20),
    zip.long(at + 42),
  ]);
  const local = place + shift;
  if (!zip.is(localHeader.signature, local) || !zip.has(local, localHeader.length)) return undefined;
  const from = local + localHeader.length + zip.short(local + 26) + zip.short(local + 28);
  return {
    path: entryName(zip.bytes.subarray(nameAt, nameAt + nameLength)),
    encrypted: (zip.short(at + 8) & 1) !== 0,
    method: zip.short(at + 10),
    from,
    to: from + packed,
    size,
    checksum: zip.long(at + 16),
  };
}

type Sizes = readonly [size: number, packed: number, place: number];

/** Extra field 1 has, in this order, those values that did not fit. */
function wideValues(zip: ZipBytes, from: number, length: number, narrow: Sizes): Sizes {
  for (let at = from; at + 4 <= from + length; at += 4 + zip.short(at + 2)) {
    if (zip.short(at) !== 1) continue;
    let next = at + 4;
    const end = Math.min(next + zip.short(at + 2), from + length);
    const value = (given: number) => {
      if (given !== elsewhere || next + 8 > end) return given;
      next += 8;
      return zip.wide(next - 8);
    };
    return [value(narrow[0]), value(narrow[1]), value(narrow[2])];
  }
  return narrow;
}

/** Each file has a header before it, too; its sizes may follow the file, which then ends where the next piece begins. */
function entriesByHeaders(zip: ZipBytes, most: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = zip.nextPiece(0);
  while (zip.has(at, localHeader.length)) {
    const entry = zip.is(localHeader.signature, at) ? entryByHeader(zip, at) : undefined;
    if (entry !== undefined) entries.push(entry);
    if (entries.length > most) throw new FormatProblem('format.bomb', { entries: entries.length });
    at = zip.nextPiece(Math.max(entry?.to ?? 0, at + 4));
  }
  return entries;
}

function entryByHeader(zip: ZipBytes, at: number): ZipEntry | undefined {
  const nameAt = at + localHeader.length;
  const nameLength = zip.short(at + 26);
  const from = nameAt + nameLength + zip.short(at + 28);
  if (from > zip.length) return undefined;
  const flags = zip.short(at + 6);
  const sizesFollow = (flags & 8) !== 0 || zip.long(at + 18) === elsewhere;
  const entry = {
    path: entryName(zip.bytes.subarray(nameAt, nameAt + nameLength)),
    encrypted: (flags & 1) !== 0,
    method: zip.short(at + 8),
    from,
  };
  if (sizesFollow) return { ...entry, to: zip.nextPiece(from) };
  return { ...entry, to: from + zip.long(at + 18), size: zip.long(at + 22), checksum: zip.long(at + 14) };
}

/** Two files made of the same bytes are how a few kilobytes become petabytes; nothing honest is packed like this. */
function refuseOverlaps(entries: readonly ZipEntry[]): void {
  const places = [...entries].sort((left, right) => left.from - right.from);
  for (const [index, { to }] of places.entries()) {
    const next = places[index + 1];
    if (next !== undefined && next.from < to) throw new FormatProblem('format.bomb', { path: next.path });
  }
}

/** The names of the entries whose headers stand in the first bytes of a file, for recognising it. */
export function namesInHead(head: Uint8Array): string[] {
  const zip = new ZipBytes(head);
  const names: string[] = [];
  for (let at = zip.nextPiece(0); zip.has(at, localHeader.length); at = zip.nextPiece(at + 4)) {
    if (!zip.is(localHeader.signature, at)) continue;
    const nameAt = at + localHeader.length;
    names.push(entryName(head.subarray(nameAt, nameAt + zip.short(at + 26))));
  }
  return names;
}
