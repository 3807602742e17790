import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReviewId } from '@throughline/core';
import { StoreProblem } from '../contract.js';
import { toProblem } from '../sqlite/problems.js';
import { whoseFiles } from '../sqlite/ask-whose.js';
import { reviewEnd } from './file-name.js';

/** A file of the folder that is not served, and why: `file.sameReview` where an earlier one holds the same review. */
export interface LeftOut {
  readonly file: string;
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** One file as it was seen; another file under its name has another mark. */
interface Seen {
  readonly name: string;
  readonly file: string;
  readonly mark: string;
  /** Another one after the file was written. */
  readonly state: string;
  readonly born: number;
}
type Known = Seen & { readonly review: ReviewId | undefined; readonly problem: StoreProblem | undefined };

/** The files of a folder and the reviews in them. Files come and go by hand: each look sees what is there now. */
export class ReviewFiles {
  #known = new Map<string, Known>();
  #chosen = new Map<ReviewId, Known>();
  #looking: Promise<void> | undefined;

  constructor(readonly folder: string) {}

  /** The file of each review, after a look. */
  async all(): Promise<ReadonlyMap<ReviewId, string>> {
    await this.look();
    return new Map([...this.#chosen].map(([review, { file }]) => [review, file]));
  }

  async fileOf(review: ReviewId): Promise<string | undefined> {
    return (await this.all()).get(review);
  }

  async leftOut(): Promise<readonly LeftOut[]> {
    await this.look();
    return [...this.#known.values()].flatMap((known) => this.#whyLeftOut(known) ?? []);
  }

  /** Names that are taken in the folder, in lower case and without their end. */
  async takenNames(): Promise<ReadonlySet<string>> {
    const names = await namesIn(this.folder);
    return new Set(names.map((name) => name.slice(0, -reviewEnd.length).toLowerCase()));
  }

  /** Forgets what it knows of a file, for which it turned out otherwise. */
  forget(file: string): void {
    for (const [name, known] of this.#known) if (known.file === file) this.#known.delete(name);
  }

  /** Those who ask while one look is under way wait for one that began after they asked. */
  async look(): Promise<void> {
    await this.#looking;
    this.#looking ??= this.#lookAgain().finally(() => {
      this.#looking = undefined;
    });
    await this.#looking;
  }

  async #lookAgain(): Promise<void> {
    const seen = await filesIn(this.folder);
    const fresh = seen.filter((each) => !this.#settled(each));
    const whose = await whoseFiles(fresh.map(({ file }) => file));
    const learned = fresh.map((each, at): Known => {
      const said = whose[at] ?? { review: undefined };
      return 'problem' in said
        ? { ...each, review: undefined, problem: said.problem }
        : { ...each, review: said.review, problem: undefined };
    });
    const known = new Map(learned.map((each) => [each.name, each]));
    this.#known = new Map(seen.map(({ name }) => [name, (known.get(name) ?? this.#known.get(name)) as Known]));
    this.#choose();
  }

  /** A file that holds no review yet may by now; one that could not be read may when it has been written. */
  #settled({ name, mark, state }: Seen): boolean {
    const known = this.#known.get(name);
    if (known?.mark !== mark) return false;
    return known.review !== undefined || (known.problem !== undefined && known.state === state);
  }

  /** Of two files of one review the one that is served already, else the earlier one. */
  #choose(): void {
    const before = this.#chosen;
    this.#chosen = new Map();
    const inOrder = [...this.#known.values()].sort((a, b) => a.born - b.born || (a.name < b.name ? -1 : 1));
    for (const known of inOrder) {
      if (known.review === undefined) continue;
      const served = before.get(known.review)?.mark === known.mark;
      if (served || !this.#chosen.has(known.review)) this.#chosen.set(known.review, known);
    }
  }

  #whyLeftOut({ file, mark, review, problem }: Known): LeftOut | undefined {
    if (problem !== undefined) return { file, code: problem.code ?? 'file.notReadable', values: problem.values ?? {} };
    if (review === undefined) return undefined;
    const other = this.#chosen.get(review);
    if (other === undefined || other.mark === mark) return undefined;
    return { file, code: 'file.sameReview', values: { file, other: other.file } };
  }
}

async function filesIn(folder: string): Promise<Seen[]> {
  const names = await namesIn(folder);
  const seen = await Promise.all(names.map((name) => seenAs(folder, name)));
  return seen.flatMap((each) => each ?? []);
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' || error.code === 'ENOTDIR'
      ? new StoreProblem('file.folderMissing', { file: join(folder, '*') })
      : toProblem(error, join(folder, '*'));
  });
  return names.filter((name) => name.endsWith(reviewEnd) && name !== reviewEnd);
}

/** Undefined for one that has gone meanwhile. */
async function seenAs(folder: string, name: string): Promise<Seen | undefined> {
  const file = join(folder, name);
  const found = await stat(file, { bigint: true }).catch(() => undefined);
  if (found === undefined) return undefined;
  const born = Number(found.birthtimeMs > 0n ? found.birthtimeMs : found.ctimeMs);
  return { name, file, mark: `${found.dev} ${found.ino} ${name}`, state: `${found.size} ${found.mtimeNs}`, born };
}
