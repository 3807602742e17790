import { accessSync, closeSync, constants, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreProblem } from '../contract.js';
import { toProblem } from './problems.js';
import { applicationId, formatVersion } from './schema.js';

/** What can be told of a review's file without the engine, and so without touching it. */
export interface Look {
  /** It was not closed by the program, or is open elsewhere: what was written last may be in a file beside it. */
  readonly inUse: boolean;
  readonly bytes: number;
  readonly readOnly: StoreProblem | undefined;
}

const magic = 'SQLite format 3\0';

/** Reads the header (SQLite's file format, section 1.3). Throws where the file is not a whole review of ours. */
export function look(file: string): Look {
  const { header, bytes } = readHeader(file);
  if (header.length < 100 || header.toString('latin1', 0, 16) !== magic) {
    throw new StoreProblem(startsLikeOne(header) ? 'file.damaged' : 'file.notAReview', { file });
  }
  if (header.readUInt32BE(68) !== applicationId) throw new StoreProblem('file.notAReview', { file });
  refuseNewer(header.readUInt32BE(60), file);
  const inUse = header[18] === 2;
  if (!hasRest(file) && bytes < sizeSaid(header)) throw new StoreProblem('file.damaged', { file, bytes });
  return { inUse, bytes, readOnly: whyReadOnly(file) };
}

export function refuseNewer(found: number, file: string): void {
  if (found > formatVersion) throw new StoreProblem('file.newer', { file, found, known: formatVersion });
}

/** The write-ahead log beside the file has something in it. */
export const hasRest = (file: string): boolean => (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

function readHeader(file: string): { header: Buffer; bytes: number } {
  if (!existsSync(file)) throw new StoreProblem('file.missing', { file });
  if (!statSync(file).isFile()) throw new StoreProblem('file.notAReview', { file });
  let open: number | undefined;
  try {
    open = openSync(file, 'r');
    const header = Buffer.alloc(100);
    const read = readSync(open, header, 0, 100, 0);
    return { header: header.subarray(0, read), bytes: fstatSync(open).size };
  } catch (error) {
    const denied = ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');
    throw denied ? new StoreProblem('file.notReadable', { file }) : toProblem(error, file);
  } finally {
    if (open !== undefined) closeSync(open);
  }
}

/** A few bytes of a review's file: what a copy that broke off leaves. An empty file tells nothing. */
const startsLikeOne = (header: Buffer): boolean =>
  header.length > 0 && magic.startsWith(header.toString('latin1', 0, Math.min(16, header.length)));

/** Page size times the number of pages; 0 where the header says that its own number is out of date. */
function sizeSaid(header: Buffer): number {
  const page = header.readUInt16BE(16);
  const upToDate = header.readUInt32BE(24) === header.readUInt32BE(92);
  return upToDate ? header.readUInt32BE(28) * (page === 1 ? 65_536 : page) : 0;
}

function whyReadOnly(file: string): StoreProblem | undefined {
  if (!mayWrite(file)) return new StoreProblem('file.readOnly', { file });
  return mayWrite(dirname(file)) ? undefined : new StoreProblem('file.folderReadOnly', { file });
}

export function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
