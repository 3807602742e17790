import { Inflate } from 'fflate';
import { SaxesParser } from 'saxes';
import { archiveLimits, type ArchiveLimits } from '../archive/limits.js';
import { entriesOf, type ZipEntry } from '../archive/zip-directory.js';
import { FormatProblem } from '../problem.js';
import { byteOrderMark } from '../text/decode.js';

/** Bytes of a workbook: its directory stands at its end, so that all of it is held. */
export const largestWorkbook = 128 * 1024 * 1024;

const limits: ArchiveLimits = { ...archiveLimits, each: 384 * 1024 * 1024 };

/** Characters given to the XML parser at a time. */
const portion = 64 * 1024;

/** The parts of a workbook, by their paths in lower case: programs do not agree on capitals. */
export class Parts {
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  constructor(readonly bytes: Uint8Array) {
    this.#entries = new Map(entriesOf(bytes, limits.entries).map((entry) => [plainPath(entry.path), entry]));
  }

  has(path: string): boolean {
    return this.#entries.has(plainPath(path));
  }

  /** The text of a part, piece by piece; nothing where the workbook has no such part. */
  *text(path: string): Generator<string> {
    const entry = this.#entries.get(plainPath(path));
    if (entry === undefined) return;
    let decoder: TextDecoder | undefined;
    for (const bytes of unpacked(this.bytes, entry)) {
      decoder ??= new TextDecoder(byteOrderMark(bytes)?.encoding ?? 'utf-8');
      for (let at = 0; at < bytes.length; at += portion) {
        yield decoder.decode(bytes.subarray(at, at + portion), { stream: true });
      }
    }
    if (decoder !== undefined) yield decoder.decode();
  }
}

/** Packed bytes unpacked at a time: they become at most a thousand times as many. */
const packedPortion = 16 * 1024;

/** The bytes of a part while they are unpacked: a sheet of a hundred thousand rows is never held whole. */
function* unpacked(archive: Uint8Array, { encrypted, method, from, to, size }: ZipEntry): Generator<Uint8Array> {
  if (encrypted) throw new FormatProblem('format.encrypted');
  const packed = archive.subarray(from, to);
  if ((method !== 0 && method !== 8) || packed.length < to - from) throw new FormatProblem('format.damaged');
  const most = Math.min(size ?? limits.each, limits.each, Math.max(limits.free, packed.length * limits.ratio));
  let length = 0;
  for (const bytes of method === 0 ? [packed] : inflated(packed)) {
    length += bytes.length;
    if (length > most) throw new FormatProblem('format.bomb', { limit: Math.ceil(most / 1024 / 1024) });
    yield bytes;
  }
}

function* inflated(packed: Uint8Array): Generator<Uint8Array> {
  const out: Uint8Array[] = [];
  const stream = new Inflate((bytes) => out.push(bytes));
  for (let at = 0; at < packed.length; at += packedPortion) {
    try {
      stream.push(packed.subarray(at, at + packedPortion), at + packedPortion >= packed.length);
    } catch {
      throw new FormatProblem('format.damaged');
    }
    yield* out.splice(0);
  }
}

const plainPath = (path: string): string => path.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

export type Attributes = Readonly<Record<string, string>>;

export interface Handlers {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/**
 * Reads a part, and pauses after each piece so that what it gave can be taken. Names come without their prefixes. Where
 * the XML breaks, what came before it stands. A document type is never in a workbook, and none is read.
 */
export function* readPart(parts: Parts, path: string, { open, close, text }: Handlers): Generator<void> {
  const parser = new SaxesParser({ fragment: false });
  let broken = false;
  parser.on('error', () => {
    broken = true;
  });
  parser.on('doctype', () => {
    broken = true;
  });
  parser.on('opentag', ({ name, attributes }) => broken || open?.(local(name), attributes as Attributes));
  parser.on('closetag', ({ name }) => broken || close?.(local(name)));
  const take = (value: string) => broken || text?.(value);
  parser.on('text', take);
  parser.on('cdata', take);
  for (const piece of parts.text(path)) {
    parser.write(piece);
    if (broken) return;
    yield;
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** "xl/worksheets/sheet1.xml" for "worksheets/sheet1.xml" as "xl/workbook.xml" names it. */
export function pathFrom(base: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = base.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** All of a part at once: for the small ones. */
export function readWhole(parts: Parts, path: string, handlers: Handlers): void {
  for (const _ of readPart(parts, path, handlers));
}
