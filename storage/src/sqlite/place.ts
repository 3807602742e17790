import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StoreProblem } from '../contract.js';
import { mayWrite } from './header.js';
import { toProblem } from './problems.js';

/**
 * Makes a file under a name beside its own, and gives it its own when it is whole: whatever happens meanwhile, nothing
 * half-made ever stands at `path`. What stands there already is left alone.
 */
export async function inPlace(path: string, make: (making: string) => Promise<void> | void): Promise<void> {
  const file = resolve(path);
  refusePlace(file);
  const making = `${file}.making-${randomBytes(4).toString('hex')}`;
  try {
    await make(making);
    flush(making, 'r+');
    settle(making, file);
    flush(dirname(file), 'r');
  } catch (error) {
    throw toProblem(error, file);
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(making + end, { force: true });
  }
}

function refusePlace(file: string): void {
  if (!existsSync(dirname(file))) throw new StoreProblem('file.folderMissing', { file });
  if (existsSync(file)) throw new StoreProblem('file.exists', { file });
  if (!mayWrite(dirname(file))) throw new StoreProblem('file.folderReadOnly', { file });
}

/** A link fails where somebody has made the file meanwhile; file systems without links get the plain renaming. */
function settle(making: string, file: string): void {
  try {
    linkSync(making, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || existsSync(file)) {
      throw new StoreProblem('file.exists', { file });
    }
    renameSync(making, file);
  }
}

/** Down to the disk. Folders cannot be flushed everywhere; where they cannot, the system does it in its own time. */
function flush(path: string, flags: 'r' | 'r+'): void {
  let open: number | undefined;
  try {
    open = openSync(path, flags);
    fsyncSync(open);
  } catch (error) {
    if (flags === 'r+') throw error;
  } finally {
    if (open !== undefined) closeSync(open);
  }
}
