import { createWriteStream } from 'node:fs';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { restoreInto } from './archive/restore-into.js';
import { writeArchive } from './archive/write-archive.js';
import { StoreProblem } from './contract.js';
import type { RegisterPlace } from './register/database.js';
import { type RegisterContents, fillRegister, registerContents } from './register/transfer.js';
import type { ReviewStore } from './store.js';

/** What went into a backup, or came out of one. */
export interface BackedUp {
  readonly reviews: number;
  readonly accounts: number;
}

const registerName = 'register.json';
const archiveEnd = '.zip';

/**
 * Everything that a team's server keeps, into a new folder: an archive a review (any of them can be restored by itself),
 * and the register as JSON. It is made while the server runs; every review is whole as it was at one moment. The folder
 * has its name only once all of it is there. Rejects with `file.exists` where something stands there already.
 */
export async function backUp(
  store: ReviewStore,
  register: RegisterPlace,
  folder: string,
  onReview: (done: number, of: number) => void = () => {},
): Promise<BackedUp> {
  await refuseExisting(folder);
  const beside = `${folder}.unfinished-${process.pid}`;
  await mkdir(beside, { recursive: true, mode: 0o700 });
  const contents = await registerContents(register);
  await writeFile(join(beside, registerName), JSON.stringify(contents), { flush: true, mode: 0o600 });
  const reviews = await store.reviews();
  for (const [at, review] of reviews.entries()) {
    const keeper = await store.keeper(review);
    try {
      const out = createWriteStream(join(beside, `${String(at + 1).padStart(5, '0')}${archiveEnd}`), { mode: 0o600 });
      await pipeline(Readable.from(writeArchive(keeper, review)), out);
    } finally {
      await keeper.close();
    }
    onReview(at + 1, reviews.length);
  }
  await rename(beside, folder);
  return { reviews: reviews.length, accounts: contents.tables.accounts?.length ?? 0 };
}

/**
 * Puts a backup back, into a store and a register that are empty. Rejects with `backup.notEmpty` where there are accounts
 * already, and with `backup.missing` where the folder holds no backup.
 */
export async function restoreBackup(folder: string, store: ReviewStore, register: RegisterPlace): Promise<BackedUp> {
  const text = await readFile(join(folder, registerName), 'utf8').catch(() => {
    throw new StoreProblem('backup.missing', { file: folder });
  });
  const contents = readContents(text, folder);
  if ((await store.reviews()).length > 0) throw new StoreProblem('backup.notEmpty', {});
  const archives = (await readdir(folder)).filter((name) => name.endsWith(archiveEnd)).sort();
  for (const name of archives) await restoreInto(store, join(folder, name));
  await fillRegister(register, contents);
  return { reviews: archives.length, accounts: contents.tables.accounts?.length ?? 0 };
}

function readContents(text: string, folder: string): RegisterContents {
  try {
    const read = JSON.parse(text) as Partial<RegisterContents>;
    if (typeof read.version === 'number' && typeof read.tables === 'object') return read as RegisterContents;
  } catch {
    // It is told below.
  }
  throw new StoreProblem('backup.missing', { file: folder });
}

async function refuseExisting(folder: string): Promise<void> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new StoreProblem('file.exists', { file: folder });
  });
  if (there !== undefined) throw new StoreProblem('file.exists', { file: folder });
}
