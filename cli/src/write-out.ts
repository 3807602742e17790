import { randomUUID } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { CommandProblem } from './command.js';

/** What a file is written from: texts, or bytes. */
type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/**
 * Writes a result to a file: beside it first, then moved into place, so that an old file is there until the new one is
 * whole. A review's file is never written over.
 */
export async function writeOut(path: string, pieces: Pieces): Promise<number> {
  if (extname(path).toLowerCase() === '.throughline') throw new CommandProblem('file.exists', { path });
  if ((await stat(path).catch(() => undefined))?.isDirectory()) throw new CommandProblem('file.isFolder', { path });
  const beside = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    const bytes = await writeWhole(beside, pieces);
    await rename(beside, path);
    return bytes;
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    throw atFolder(error, path);
  }
}

async function writeWhole(path: string, pieces: Pieces): Promise<number> {
  const file = await open(path, 'wx');
  let bytes = 0;
  try {
    for await (const piece of pieces) {
      await file.writeFile(piece);
      bytes += Buffer.byteLength(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return bytes;
}

/** The person never named the file beside: what is wrong is wrong with the folder. */
function atFolder(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const problem = {
    ENOENT: 'file.folderMissing',
    ENOTDIR: 'file.folderMissing',
    EACCES: 'file.folderReadOnly',
    EPERM: 'file.folderReadOnly',
    EROFS: 'file.folderReadOnly',
    ENOSPC: 'file.diskFull',
  }[code];
  return problem === undefined ? error : new CommandProblem(problem, { path, folder: dirname(path) });
}
