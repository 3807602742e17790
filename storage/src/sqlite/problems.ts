import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreProblem, type StoreProblemCode } from '../contract.js';

/** SQLite's result codes, by the beginning of their names, as problems that a person can do something about. */
const problems: readonly (readonly [string, StoreProblemCode])[] = [
  ['SQLITE_BUSY', 'file.busy'],
  ['SQLITE_LOCKED', 'file.busy'],
  ['SQLITE_FULL', 'file.diskFull'],
  ['SQLITE_READONLY', 'file.readOnly'],
  ['SQLITE_PERM', 'file.readOnly'],
  ['SQLITE_CANTOPEN', 'file.readOnly'],
  ['SQLITE_CORRUPT', 'file.damaged'],
  ['SQLITE_NOTADB', 'file.damaged'],
  ['SQLITE_FORMAT', 'file.damaged'],
  ['SQLITE_IOERR', 'file.damaged'],
  // Node's, for what is done with the file as a file.
  ['ENOSPC', 'file.diskFull'],
  ['EDQUOT', 'file.diskFull'],
  ['EROFS', 'file.folderReadOnly'],
  ['EACCES', 'file.folderReadOnly'],
  ['EPERM', 'file.folderReadOnly'],
  ['EEXIST', 'file.exists'],
  ['ENOENT', 'file.missing'],
];

/** What an error says in the contract's words; an error of another sort stays what it is. */
export function toProblem(error: unknown, file: string): unknown {
  if (error instanceof StoreProblem) return error;
  const code = codeOf(error);
  const found = problems.find(([start]) => code.startsWith(start));
  if (found === undefined) return error;
  const full = code.startsWith('SQLITE_IOERR') && noSpaceLeft(file);
  return new StoreProblem(full ? 'file.diskFull' : found[1], { file });
}

/** Somebody else is writing: waiting may help. */
export const isBusy = (error: unknown): boolean =>
  error instanceof StoreProblem ? error.code === 'file.busy' : /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));

/** The result code's name. The engine gives only a number, at the end of its message, where it cannot even connect. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code;
  const number = Number(/: (\d+)"\)$/.exec(error.message)?.[1]) & 0xff;
  return { 5: 'SQLITE_BUSY', 10: 'SQLITE_IOERR', 11: 'SQLITE_CORRUPT', 14: 'SQLITE_CANTOPEN' }[number] ?? '';
}

/** Where shared memory or a journal cannot grow, SQLite speaks of an input and output error instead of a full disk. */
function noSpaceLeft(file: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize < 64 * 1024;
  } catch {
    return false;
  }
}
