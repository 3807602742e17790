import type { Part } from '../contract.js';
import { StoreProblem } from '../contract.js';
import { type StrangeFile, openStrange } from '../sqlite/strange.js';
import type { ArchiveFile } from './archive-file.js';
import { archiveProblem } from './problem.js';
import { isChange, isContentLine, isRecord } from './shapes.js';

/** Opens a review's own file that may be anybody's; `called` is how it is called when something is wrong with it. */
export async function openStrangeFile(path: string, called: string): Promise<ArchiveFile> {
  const file = await saidOf(called, () => openStrange(path));
  return {
    review: file.review,
    parts: () => lookedOver(file, called),
    content: (hash) => saidOf(called, () => file.content(hash)),
    close: () => file.close(),
  };
}

/** A file may hold anything in its columns: what a program of ours would not have written is not read on. */
async function* lookedOver(file: StrangeFile, called: string): AsyncGenerator<Part> {
  const parts = file.parts()[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await saidOf(called, () => parts.next());
      if (done) return;
      const part = nameOfWrong(value);
      if (part !== undefined) throw archiveProblem('archive.damaged', called, { part });
      yield value;
    }
  } finally {
    await parts.return?.();
  }
}

function nameOfWrong(part: Part): string | undefined {
  if ('changes' in part) return part.changes.every(isChange) ? undefined : 'changes';
  if ('records' in part) return part.records.every(isRecord) ? undefined : 'records';
  const { content } = part;
  return isContentLine(content) && !('bytes' in content && !(content.bytes instanceof Uint8Array))
    ? undefined
    : 'contents';
}

/** Problems of the file, under the name that it is called by. */
async function saidOf<T>(called: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof StoreProblem ? new StoreProblem(error.code, { ...error.values, file: called }) : error;
  }
}
