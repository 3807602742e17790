import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReviewId, Sha256 } from '@throughline/core';
import { type Part, StoreProblem } from '../contract.js';
import { hasRest } from './header.js';
import { partsOf } from './moving.js';
import { Thread } from './thread.js';

/** A review's file that may be anybody's. It is only read, and stays as it is. */
export interface StrangeFile {
  readonly review: ReviewId;
  parts(): AsyncIterable<Part>;
  content(hash: Sha256): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}

/** Opens it in a thread of its own, after a look whether it has our tables and nothing else. */
export async function openStrange(path: string): Promise<StrangeFile> {
  try {
    return await opened(path, 'read');
  } catch (error) {
    if (!(error instanceof StoreProblem) || error.code !== 'file.older') throw error;
    return raisedCopy(path);
  }
}

async function opened(path: string, strange: 'read' | 'raise'): Promise<StrangeFile> {
  const thread = new Thread({ do: 'open', file: path, patience: 10_000, strange });
  try {
    await thread.ready;
    const [review] = await thread.ask('reviews');
    if (review === undefined) throw new StoreProblem('file.notAReview', { file: path });
    return {
      review,
      parts: () => partsOf(thread, review),
      content: async (hash) => {
        const content = await thread.ask('content', hash);
        return content !== undefined && 'bytes' in content ? content.bytes : undefined;
      },
      close: () => thread.letGo(),
    };
  } catch (error) {
    await thread.letGo();
    throw error;
  }
}

/** A file of an earlier version is raised before it is read: not itself, but a copy. */
async function raisedCopy(path: string): Promise<StrangeFile> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-raised-'));
  const drop = () => rm(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, 'copy.throughline');
    await copyFile(path, copy);
    if (hasRest(path)) await copyFile(`${path}-wal`, `${copy}-wal`);
    const file = await opened(copy, 'raise');
    return { ...file, close: () => file.close().finally(drop) };
  } catch (error) {
    await drop();
    throw error;
  }
}
