import { Gunzip, Inflate } from 'fflate';
import { FormatProblem } from '../problem.js';
import { checksumOf } from './checksum.js';
import type { ArchiveLimits } from './limits.js';
import type { ZipEntry } from './zip-directory.js';

/** Packed bytes unpacked at a time: what they can become, at most a thousand times as many, is held beyond the limit. */
const portion = 16 * 1024;

export type Unpacked = Uint8Array | 'damaged' | 'unknown-compression' | 'encrypted';

/**
 * The bytes of one entry. Throws a `FormatProblem` where it becomes more than the archive says or than `limits` allow,
 * before more than 16 MB beyond it are held.
 */
export function unpackedEntry(archive: Uint8Array, entry: ZipEntry, limits: ArchiveLimits): Unpacked {
  if (entry.encrypted) return 'encrypted';
  if (entry.method !== 0 && entry.method !== 8) return 'unknown-compression';
  const packed = archive.subarray(entry.from, entry.to);
  if (packed.length < entry.to - entry.from) return 'damaged';
  const most = Math.min(entry.size ?? limits.each, limits.each, mostOf(packed.length, limits));
  const bytes = entry.method === 0 ? packed.slice() : inflated(packed, new Inflate(), most);
  if (bytes === undefined || bytes.length !== (entry.size ?? bytes.length)) return 'damaged';
  return entry.checksum === undefined || entry.checksum === checksumOf(bytes) ? bytes : 'damaged';
}

/** The one file in a GZIP; undefined where it is damaged. */
export function unpackedGzip(packed: Uint8Array, limits: ArchiveLimits): Uint8Array | undefined {
  return inflated(packed, new Gunzip(), Math.min(limits.each, mostOf(packed.length, limits)));
}

function mostOf(packed: number, { free, ratio }: ArchiveLimits): number {
  return Math.max(free, packed * ratio);
}

/** Undefined where the bytes are not what they should be, or end too early. */
function inflated(packed: Uint8Array, stream: Inflate | Gunzip, most: number): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let length = 0;
  stream.ondata = (part) => {
    length += part.length;
    if (length > most) throw new FormatProblem('format.bomb', { limit: Math.ceil(most / 1024 / 1024) });
    parts.push(part);
  };
  try {
    for (let at = 0; at < packed.length; at += portion) {
      stream.push(packed.subarray(at, at + portion), at + portion >= packed.length);
    }
  } catch (error) {
    if (error instanceof FormatProblem) throw error;
    return undefined;
  }
  return joined(parts, length);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
