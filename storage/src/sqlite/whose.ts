import type { ReviewId } from '@throughline/core';
import { StoreProblem } from '../contract.js';
import { Connection, accessTo } from './connection.js';
import { look, refuseNewer } from './header.js';

/** Which review a file holds, without looking it over; undefined where none yet. Throws a StoreProblem. */
export function reviewIn(file: string): ReviewId | undefined {
  const seen = look(file);
  const connection = new Connection(file, accessTo(file, seen), 2000);
  try {
    refuseNewer(connection.one<[number]>('PRAGMA user_version')?.[0] ?? 0, file);
    return connection.one<[ReviewId | null]>('SELECT review FROM about')?.[0] ?? undefined;
  } catch (error) {
    throw error instanceof StoreProblem ? error : new StoreProblem('file.damaged', { file, what: String(error) });
  } finally {
    connection.close();
  }
}
