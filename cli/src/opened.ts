import { resolve } from 'node:path';
import { OpenReview, type SqliteKeeper, StoreProblem, openSqlite } from '@throughline/storage';
import type { Io } from './io.js';

/** A review's file while a command works with it. */
export interface Opened {
  readonly path: string;
  readonly keeper: SqliteKeeper;
  readonly open: OpenReview;
}

/** A path as the person meant it, from where they stand. */
export const pathAt = ({ cwd }: Pick<Io, 'cwd'>, path: string): string => resolve(cwd, path);

/** Opens the review of a file, hands it over, and closes it again whatever happens. A workbench may be open on it. */
export async function withReview<T>(path: string, work: (opened: Opened) => Promise<T>): Promise<T> {
  const keeper = await openSqlite(path);
  try {
    const [id] = await keeper.reviews();
    if (id === undefined) throw new StoreProblem('file.notAReview', { file: path });
    const open = await OpenReview.open(keeper, id);
    try {
      return await work({ path, keeper, open });
    } finally {
      await open.close();
    }
  } finally {
    await keeper.close();
  }
}
