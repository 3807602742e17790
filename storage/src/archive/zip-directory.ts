import type { FileHandle } from 'node:fs/promises';
import { archiveProblem, shown } from './problem.js';
import { type ZipEntry, entryAt, safe } from './zip-entry.js';
import { fixed, in64, in64short, signature } from './zip-shapes.js';

/** The list at the end of a ZIP. */
export interface Directory {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Where the list begins: no entry reaches beyond. */
  readonly start: number;
  /** Bytes of the whole file. */
  readonly size: number;
}

/** More entries than any review has files. */
const mostEntries = 500_000;
/** More bytes than their list takes. */
const mostBytes = mostEntries * 200;

interface End {
  readonly count: number;
  readonly start: number;
  readonly length: number;
}

/** Rejects where the file is cut, or where its list is not one of entries that lie one after the other. */
export async function readDirectory(handle: FileHandle, file: string): Promise<Directory> {
  const { size } = await handle.stat();
  const end = await endOf(handle, size, file);
  if (end.start + end.length > size) throw archiveProblem('archive.cut', file);
  if (end.count > mostEntries || end.length > mostBytes) {
    throw archiveProblem('archive.foreign', file, { part: `${end.count} files` });
  }
  const list = await bytesAt(handle, end.start, end.length);
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let n = 0; n < end.count; n += 1) {
    const { entry, next } = entryAt(list, at, file);
    if (entries.has(entry.name)) throw archiveProblem('archive.foreign', file, { part: shown(entry.name) });
    entries.set(entry.name, entry);
    at = next;
  }
  if (at !== list.length) throw archiveProblem('archive.damaged', file, { part: 'list of entries' });
  refuseOverlaps([...entries.values()], end.start, file);
  return { entries, start: end.start, size };
}

/** Entries that share bytes are how a small file unpacks to a huge one. */
function refuseOverlaps(entries: ZipEntry[], start: number, file: string): void {
  let reached = 0;
  for (const { name, offset, packed } of entries.sort((a, b) => a.offset - b.offset)) {
    if (offset < reached) throw archiveProblem('archive.damaged', file, { part: shown(name) });
    reached = offset + fixed.local + Buffer.byteLength(name) + packed;
  }
  if (reached > start) throw archiveProblem('archive.damaged', file, { part: 'list of entries' });
}

/** An archive has no comment, so that its end is the end of the file; one that is cut has none there. */
async function endOf(handle: FileHandle, size: number, file: string): Promise<End> {
  const cut = archiveProblem('archive.cut', file);
  if (size < fixed.end) throw cut;
  const end = await bytesAt(handle, size - fixed.end, fixed.end);
  if (end.length < fixed.end || end.readUInt32LE(0) !== signature.end || end.readUInt16LE(20) !== 0) throw cut;
  const said = { count: end.readUInt16LE(10), length: end.readUInt32LE(12), start: end.readUInt32LE(16) };
  const large = said.count === in64short || said.length === in64 || said.start === in64;
  return large ? await end64Of(handle, size, file) : said;
}

async function end64Of(handle: FileHandle, size: number, file: string): Promise<End> {
  const damaged = archiveProblem('archive.damaged', file, { part: 'list of entries' });
  const at = size - fixed.end - fixed.locator64;
  const locator = await bytesAt(handle, Math.max(0, at), fixed.locator64);
  if (at < 0 || locator.readUInt32LE(0) !== signature.locator64) throw damaged;
  const place = safe(locator.readBigUInt64LE(8)) ?? size;
  const end = place + fixed.end64 > at ? undefined : await bytesAt(handle, place, fixed.end64);
  if (end === undefined || end.readUInt32LE(0) !== signature.end64) throw damaged;
  const [count, length, start] = [32, 40, 48].map((field) => safe(end.readBigUInt64LE(field)));
  if (count === undefined || length === undefined || start === undefined) throw damaged;
  return { count, length, start };
}

async function bytesAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}
