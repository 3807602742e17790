import { access, constants, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ReviewId } from '@throughline/core';
import { type Keeper, StoreProblem } from '../contract.js';
import { type SqliteKeeper, createSqlite, openSqlite } from '../sqlite/keeper.js';
import { toProblem } from '../sqlite/problems.js';
import { whoseFiles } from '../sqlite/ask-whose.js';
import type { ReviewStore } from '../store.js';
import { fileNameFor, freeName, reviewEnd } from './file-name.js';
import { localHerald } from './local-herald.js';
import { Places } from './places.js';
import { type LeftOut, ReviewFiles } from './review-files.js';

export interface FolderOptions {
  /** Files that may be open at once; each takes a thread. */
  readonly open?: number;
  /** Milliseconds that one waits for a place among them, and for another process that writes into a file. */
  readonly patience?: number;
}

/** A folder of reviews' files. Several processes may serve one folder, and people may add files to it and take them away. */
export interface FolderStore extends ReviewStore {
  /** Files of the folder that cannot be served, and why. */
  leftOut(): Promise<readonly LeftOut[]>;
  /** Where the file of a review is; undefined where it is not held. */
  fileOf(review: ReviewId): Promise<string | undefined>;
}

/** Rejects with `file.folderMissing` where there is no such folder, `file.folderReadOnly` where it cannot be written. */
export async function folderStore(folder: string, options: FolderOptions = {}): Promise<FolderStore> {
  const store = new FileFolder(resolve(folder), options);
  await store.answers();
  return store;
}

class FileFolder implements FolderStore {
  readonly herald = localHerald();
  readonly #files: ReviewFiles;
  readonly #places: Places;
  readonly #patience: number;
  readonly #open = new Map<SqliteKeeper, ReviewId>();
  readonly #begun = new Map<ReviewId, Begun>();

  constructor(
    readonly place: string,
    { open = 100, patience = 10_000 }: FolderOptions,
  ) {
    this.#files = new ReviewFiles(place);
    this.#places = new Places(open, patience);
    this.#patience = patience;
  }

  async reviews(): Promise<readonly ReviewId[]> {
    return [...(await this.#files.all()).keys()];
  }

  fileOf(review: ReviewId): Promise<string | undefined> {
    return this.#files.fileOf(review);
  }

  leftOut(): Promise<readonly LeftOut[]> {
    return this.#files.leftOut();
  }

  async keeper(review: ReviewId): Promise<Keeper> {
    const file = await this.#fileOf(review);
    const keeper = await this.#inPlace(review, file, () => openSqlite(file, { patience: this.#patience }));
    if ((await keeper.reviews()).includes(review)) return keeper;
    // Another file was put in its place, under its name.
    await keeper.close();
    this.#files.forget(file);
    throw new StoreProblem('review.unknown', { review });
  }

  async begin(review: ReviewId, title: string): Promise<Keeper> {
    const before = this.#begun.get(review);
    if (before !== undefined && !before.closed) throw new StoreProblem('file.exists', { review });
    if (before !== undefined) {
      await before.ended;
      return this.begin(review, title);
    }
    const beginning = this.#begin(review, title);
    const begun: Begun = { closed: false, ended: Promise.resolve() };
    begun.ended = ofBegun(beginning, begun).finally(() => this.#begun.delete(review));
    this.#begun.set(review, begun);
    return beginning;
  }

  async #begin(review: ReviewId, title: string): Promise<SqliteKeeper> {
    if ((await this.fileOf(review)) !== undefined) throw new StoreProblem('file.exists', { review });
    return this.#inPlace(review, this.place, () => this.#create(title));
  }

  async remove(review: ReviewId): Promise<void> {
    const file = await this.fileOf(review);
    if (file === undefined) return;
    if ([...this.#open.values()].includes(review)) throw new StoreProblem('file.busy', { file });
    await removeFile(file);
  }

  async size(review: ReviewId): Promise<number> {
    const file = await this.#fileOf(review);
    const sizes = await Promise.all([file, `${file}-wal`].map((each) => stat(each).catch(() => ({ size: 0 }))));
    return sizes.reduce((sum, { size }) => sum + size, 0);
  }

  async answers(): Promise<void> {
    await this.#files.look();
    await access(this.place, constants.W_OK).catch((error: unknown) => {
      throw toProblem(error, join(this.place, '*'));
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((keeper) => keeper.close()));
    await Promise.all([...this.#begun.values()].map(({ ended }) => ended));
  }

  async #fileOf(review: ReviewId): Promise<string> {
    const file = await this.fileOf(review);
    if (file === undefined) throw new StoreProblem('review.unknown', { review });
    return file;
  }

  /** Opens a keeper in one of the places for open files; closing it frees the place. */
  async #inPlace(review: ReviewId, file: string, open: () => Promise<SqliteKeeper>): Promise<SqliteKeeper> {
    await this.#places.take(file);
    try {
      const keeper = await open();
      this.#open.set(keeper, review);
      void keeper.closed.then(() => {
        this.#open.delete(keeper);
        this.#places.giveBack();
      });
      return keeper;
    } catch (error) {
      this.#places.giveBack();
      throw error;
    }
  }

  /** Another process may take the same name in the same moment: then the next one. */
  async #create(title: string): Promise<SqliteKeeper> {
    const name = fileNameFor(title);
    for (let attempts = 0; ; attempts += 1) {
      const free = freeName(name, await this.#files.takenNames());
      try {
        return await createSqlite(join(this.place, `${free}${reviewEnd}`), { patience: this.#patience });
      } catch (error) {
        const taken = error instanceof StoreProblem && error.code === 'file.exists';
        if (!taken || attempts === 10) throw error;
      }
    }
  }
}

/** A review that was begun, perhaps with nothing in its file yet: until its keeper is closed, and that is clear. */
interface Begun {
  closed: boolean;
  ended: Promise<void>;
}

/** A review that was begun, and in which nothing happened, leaves no file. */
async function ofBegun(beginning: Promise<SqliteKeeper>, begun: Begun): Promise<void> {
  const keeper = await beginning.catch(() => undefined);
  await keeper?.closed;
  begun.closed = true;
  if (keeper === undefined) return;
  const [whose] = await whoseFiles([keeper.path]).catch(() => []);
  if (whose !== undefined && 'review' in whose && whose.review === undefined) {
    await removeFile(keeper.path).catch(() => {});
  }
}

async function removeFile(file: string): Promise<void> {
  for (const end of ['', '-wal', '-shm', '-journal']) {
    await rm(file + end, { force: true }).catch((error: unknown) => {
      throw toProblem(error, file);
    });
  }
}
