import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join as joinPath, resolve } from 'node:path';
import {
  OpenReview,
  type SqliteKeeper,
  StoreProblem,
  createSqlite,
  openSqlite,
  startReview,
} from '@throughline/storage';
import type { PersonId, ReviewId } from '@throughline/core';
import type { Me, ReviewCard } from '@throughline/wire';
import { fileNames } from './file-names.js';
import { deskPerson, join, renameIn } from './join.js';
import type { Borrowed, Bringing, Library } from './library.js';
import { ServerProblem } from './problem.js';
import { Served } from './served.js';
import type { Visitor } from './visitor.js';

/** A file that could not be opened beside others that could. */
export interface NotOpened {
  readonly path: string;
  readonly problem: StoreProblem | ServerProblem;
}

/** The review files of a desk, in the order in which they were named; all of them stay open. */
export class DeskLibrary implements Library {
  readonly #served = new Map<string, Served>();

  private constructor(
    /** Where a new review's file is made. */
    private readonly folder: string,
  ) {}

  /**
   * Opens review files; a folder stands for those in it. Where none can be opened, rejects with the first problem;
   * otherwise those that cannot be are told of, and left out.
   */
  static async open(
    paths: readonly string[],
    me: Me,
    notOpened: (file: NotOpened) => void = () => {},
  ): Promise<DeskLibrary> {
    const files = (await Promise.all(paths.map(filesAt))).flat();
    const library = new DeskLibrary(folderOf(paths[0], files[0]));
    const problems: NotOpened[] = [];
    for (const path of files) {
      const problem = await library.add(path, me);
      if (problem !== undefined) problems.push({ path, problem });
    }
    if (library.#served.size === 0 && problems[0] !== undefined) throw problems[0].problem;
    for (const file of problems) notOpened(file);
    return library;
  }

  /** The review with this id; the address may come from anywhere. */
  served(id: string): Served {
    const found = this.#served.get(id);
    if (found === undefined) throw new ServerProblem('review.unknown', { review: id }, 404);
    return found;
  }

  async borrow(id: ReviewId): Promise<Borrowed> {
    return { served: this.served(id), giveBack: () => {} };
  }

  async cardsFor(): Promise<readonly ReviewCard[]> {
    return this.all().map((served) => served.card());
  }

  /** As whom somebody works who sits at this desk; undefined where there is no such review. */
  personIn(id: ReviewId, me: Me): PersonId | undefined {
    const served = this.#served.get(id);
    return served && deskPerson(served.review, me);
  }

  all(): readonly Served[] {
    return [...this.#served.values()];
  }

  /** Makes an empty review in a file of its own, named after its title, beside the others. */
  async start(title: string, { person, name }: Visitor): Promise<ReviewCard> {
    if (person === undefined) throw new TypeError('a desk has a person');
    const keeper = await newFile(this.folder, title);
    try {
      const open = await startReview(keeper, { title, by: person, name });
      return this.serve(keeper, open).card();
    } catch (error) {
      await keeper.close();
      throw error;
    }
  }

  async bring({ review, title, fill }: Bringing, visitor: Visitor): Promise<ReviewCard> {
    const known = this.#served.get(review);
    if (known !== undefined) throw new StoreProblem('file.exists', { file: known.path });
    const keeper = await newFile(this.folder, title);
    try {
      await fill(keeper);
      const open = await openOnly(keeper);
      if (visitor.person !== undefined) await join(open, { person: visitor.person, name: visitor.name });
      return this.serve(keeper, open).card();
    } catch (error) {
      await keeper.close();
      await rm(keeper.path, { force: true });
      throw error;
    }
  }

  async mayGrow(): Promise<void> {}

  /** Puts a person's new name on their card in every review that can be changed. */
  async rename(me: Me): Promise<void> {
    for (const { open, keeper } of this.all()) if (keeper.readOnly === undefined) await renameIn(open, me);
  }

  /** Says goodbye to every browser that follows. */
  endStreams(): void {
    for (const served of this.all()) served.endStreams();
  }

  async close(): Promise<void> {
    for (const served of this.all()) await served.close();
    this.#served.clear();
  }

  private async add(path: string, me: Me): Promise<NotOpened['problem'] | undefined> {
    const keeper = await openSqlite(path).catch(asProblem);
    if (keeper instanceof StoreProblem) return keeper;
    const open = await openOnly(keeper).catch(asProblem);
    const twice = !(open instanceof StoreProblem) && this.#served.get(open.id);
    if (open instanceof StoreProblem || twice) {
      await keeper.close();
      return twice ? new ServerProblem('file.sameReview', { file: path, other: twice.path }) : (open as StoreProblem);
    }
    if (keeper.readOnly === undefined) await join(open, me);
    this.serve(keeper, open);
    return undefined;
  }

  private serve(keeper: SqliteKeeper, open: OpenReview): Served {
    const served = new Served(open, keeper, keeper.path, true);
    this.#served.set(served.id, served);
    return served;
  }
}

/** The one review of a file. */
async function openOnly(keeper: SqliteKeeper): Promise<OpenReview> {
  const [id] = await keeper.reviews();
  if (id === undefined) throw new StoreProblem('file.notAReview', { file: keeper.path });
  return OpenReview.open(keeper, id);
}

function asProblem(error: unknown): StoreProblem {
  if (error instanceof StoreProblem) return error;
  throw error;
}

const extension = '.throughline';

/** A path is a file, or a folder of files; what is neither is a missing file, and says so when it is opened. */
async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() !== true) return [resolve(path)];
  const names = (await readdir(path)).filter((name) => name.endsWith(extension)).sort();
  return names.map((name) => resolve(path, name));
}

/** A folder that was named, even an empty one; else the folder of the first file; else where the program was started. */
function folderOf(path: string | undefined, file: string | undefined): string {
  if (path === undefined) return process.cwd();
  return file === undefined || dirname(file) === resolve(path) ? resolve(path) : dirname(file);
}

async function newFile(folder: string, title: string): Promise<SqliteKeeper> {
  for (const name of fileNames(title)) {
    try {
      return await createSqlite(joinPath(folder, `${name}${extension}`));
    } catch (error) {
      if (!(error instanceof StoreProblem && error.code === 'file.exists')) throw error;
    }
  }
  throw new StoreProblem('file.exists', { file: joinPath(folder, fileNames(title).next().value ?? '') });
}
