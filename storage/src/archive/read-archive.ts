import { open } from 'node:fs/promises';
import type { ReviewId } from '@throughline/core';
import { type Keeper, StoreProblem } from '../contract.js';
import { type CopyOptions, watched } from '../copy-review.js';
import { toProblem } from '../sqlite/problems.js';
import type { ArchiveFile } from './archive-file.js';
import { archiveProblem } from './problem.js';
import { isReviewId } from './shapes.js';
import { openStrangeFile } from './strange-archive.js';
import { openZipArchive } from './zip-archive.js';

export interface ReadOptions extends CopyOptions {
  /** What the file is called when something is wrong with it; its path without. */
  readonly called?: string;
  /** Bytes that it may unpack to; 20 GB without. */
  readonly largest?: number;
}

const largest = 20 * 1024 ** 3;

/**
 * Takes in a review from an archive, or from a review's own file (told apart by their first bytes), which may be
 * anybody's: all of it, or nothing and the reason. Answers the id of the review. The keeper has to be one that holds no
 * review yet, or has room for more.
 */
export async function readArchive(path: string, into: Keeper, options: ReadOptions = {}): Promise<ReviewId> {
  return withArchive(path, options, async (archive) => {
    await into.receive(archive.review, watched(archive.parts(), options));
    return archive.review;
  }).catch((error: unknown) => {
    throw wholeSaid(error, options.called ?? path);
  });
}

/** Opens an archive or a review's file, hands it over, and closes it again whatever happens. */
export async function withArchive<T>(
  path: string,
  { called = path, largest: most = largest }: ReadOptions,
  work: (archive: ArchiveFile) => Promise<T>,
): Promise<T> {
  const start = await startOf(path, called);
  const archive = await openAs(start, path, called, most);
  try {
    if (!isReviewId(archive.review)) throw archiveProblem('archive.damaged', called, { part: 'manifest.json' });
    return await work(archive);
  } finally {
    await archive.close();
  }
}

function openAs(start: string, path: string, called: string, most: number): Promise<ArchiveFile> {
  if (start.startsWith('PK')) return openZipArchive(path, called, most);
  if (start.startsWith('SQLite f')) return openStrangeFile(path, called);
  throw archiveProblem('archive.notOne', called);
}

async function startOf(path: string, called: string): Promise<string> {
  try {
    const handle = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
      return buffer.toString('latin1', 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EISDIR') {
      throw archiveProblem('archive.notOne', called);
    }
    throw toProblem(error, called);
  }
}

/** What a keeper found not to be whole is the archive's; the keeper's own problems stay its own. */
function wholeSaid(error: unknown, called: string): unknown {
  if (!(error instanceof StoreProblem) || error.code !== 'file.damaged' || 'file' in error.values) return error;
  const { what = '', ...values } = error.values;
  return archiveProblem('archive.damaged', called, { part: `${what}`, ...values });
}
