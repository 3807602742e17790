/**
 * Files out of a ZIP archive, or the one file out of a GZIP. What is read is read: a damaged or locked entry is named
 * and passed over, a file that would fill the memory is refused before it does.
 */
import { FormatProblem } from '../problem.js';
import { entryName } from './entry-names.js';
import { isArchive, isGzip } from './kind.js';
import { type ArchiveLimits, archiveLimits } from './limits.js';
import { entriesOf, type ZipEntry } from './zip-directory.js';
import { unpackedEntry, unpackedGzip } from './zip-entry.js';

export interface UnpackedFile {
  /** As the archive has it, with "/"; the name of an inner archive is the first part of its files' paths. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * - `folder`, `empty`: nothing to read
 * - `hidden`: dot files and what macOS adds (`__MACOSX`, `.DS_Store`), `Thumbs.db`, `desktop.ini`
 * - `too-large`: larger than one file may be
 * - `encrypted`: locked with a password
 * - `damaged`: cut off, or not what its checksum says
 * - `unknown-compression`: packed in a way that is not read (anything but stored and deflated)
 * - `archive-in-archive`: an archive in an archive in an archive
 */
export type NotUnpacked =
  | 'folder'
  | 'empty'
  | 'hidden'
  | 'too-large'
  | 'encrypted'
  | 'damaged'
  | 'unknown-compression'
  | 'archive-in-archive';

export interface Unpacking {
  readonly files: readonly UnpackedFile[];
  readonly passedOver: readonly { readonly path: string; readonly reason: NotUnpacked }[];
}

/**
 * In the order of the archive. `fileName` names the file of a GZIP that does not name it itself. Throws a
 * `FormatProblem`: a bomb, too large, nothing but locked entries, or nothing that can be found in it.
 */
export function unpack(bytes: Uint8Array, limits: ArchiveLimits = archiveLimits, fileName = ''): Unpacking {
  const unpacker = new Unpacker(limits);
  unpacker.open(bytes, '', fileName);
  const { files, passedOver } = unpacker;
  if (files.length > 0) return { files, passedOver };
  if (passedOver.length === 0 || passedOver.every(({ reason }) => reason === 'damaged')) {
    throw new FormatProblem('format.damaged');
  }
  if (passedOver.some(({ reason }) => reason === 'encrypted')) throw new FormatProblem('format.encrypted');
  return { files, passedOver };
}

const hidden = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;

class Unpacker {
  readonly files: UnpackedFile[] = [];
  readonly passedOver: { path: string; reason: NotUnpacked }[] = [];
  #entries = 0;
  #held = 0;

  constructor(readonly limits: ArchiveLimits) {}

  /** `within`: the path of the archive that holds this one, with "/" behind it; empty for the outermost. */
  open(bytes: Uint8Array, within: string, fileName: string): void {
    if (isGzip(bytes)) this.#openGzip(bytes, within, fileName);
    else this.#openZip(bytes, within);
  }

  #openGzip(bytes: Uint8Array, within: string, fileName: string): void {
    const path = `${within}${gzipName(bytes) ?? (fileName.replace(/^.*[\\/]|\.gz$/gi, '') || 'file')}`;
    const unpacked = unpackedGzip(bytes, this.limits);
    if (unpacked === undefined) this.#pass(path, 'damaged');
    else this.#take(path, unpacked, within !== '');
  }

  #openZip(bytes: Uint8Array, within: string): void {
    const entries = entriesOf(bytes, this.limits.entries - this.#entries);
    this.#entries += entries.length;
    this.#refuseSizes(entries);
    for (const entry of entries) this.#unpackEntry(bytes, entry, within);
  }

  /** What the archive itself says it will become is enough to refuse it by. */
  #refuseSizes(entries: readonly ZipEntry[]): void {
    const { total, ratio, free } = this.limits;
    const packed = entries.reduce((sum, { from, to }) => sum + to - from, 0);
    const size = entries.reduce((sum, entry) => sum + (entry.size ?? 0), 0);
    if (size > free && size > packed * ratio) throw new FormatProblem('format.bomb', { limit: megabytes(total) });
    if (size + this.#held > total) throw new FormatProblem('format.tooLarge', { limit: megabytes(total) });
  }

  #unpackEntry(archive: Uint8Array, entry: ZipEntry, within: string): void {
    const path = `${within}${entry.path}`;
    const unpacked = this.#reasonAgainst(entry) ?? unpackedEntry(archive, entry, this.limits);
    if (typeof unpacked === 'string') this.#pass(path, unpacked);
    else this.#take(path, unpacked, within !== '');
  }

  #reasonAgainst({ path, size = 0 }: ZipEntry): NotUnpacked | undefined {
    if (hidden.test(path)) return 'hidden';
    if (path.endsWith('/') || path === '') return 'folder';
    return size > this.limits.each ? 'too-large' : undefined;
  }

  #take(path: string, bytes: Uint8Array, inner: boolean): void {
    this.#held += bytes.length;
    if (this.#held > this.limits.total) {
      throw new FormatProblem('format.tooLarge', { limit: megabytes(this.limits.total) });
    }
    if (bytes.length === 0) this.#pass(path, 'empty');
    else if (!isArchive(bytes.subarray(0, headLength))) this.files.push({ path, bytes });
    else if (inner) this.#pass(path, 'archive-in-archive');
    else this.#openInner(bytes, path);
  }

  #openInner(bytes: Uint8Array, path: string): void {
    const before = this.files.length + this.passedOver.length;
    this.open(bytes, `${path}/`, path);
    if (this.files.length + this.passedOver.length === before) this.#pass(path, 'damaged');
    this.#held -= bytes.length;
  }

  #pass(path: string, reason: NotUnpacked): void {
    this.passedOver.push({ path, reason });
  }
}

/** Bytes that tell an archive from a document. */
const headLength = 64 * 1024;

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

/** RFC 1952, section 2.3: the name that the file had stands behind the header and an extra field. */
function gzipName(bytes: Uint8Array): string | undefined {
  const flags = bytes[3] ?? 0;
  if ((flags & 8) === 0) return undefined;
  const from = 10 + ((flags & 4) === 0 ? 0 : 2 + (bytes[10] ?? 0) + (bytes[11] ?? 0) * 256);
  const end = bytes.indexOf(0, from);
  const name = end < 0 || end - from > 1000 ? '' : entryName(bytes.subarray(from, end));
  return name === '' ? undefined : name;
}
