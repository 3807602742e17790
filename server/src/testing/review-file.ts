import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChangeId, type PersonId, type Proposal, type ReviewId, asId } from '@throughline/core';
import { OpenReview, createSqlite, openSqlite, startReview } from '@throughline/storage';
import type { Me } from '@throughline/wire';

export const ana: Me = { person: asId<PersonId>('ana'), name: 'Ana Reyes' };
export const ben: Me = { person: asId<PersonId>('ben'), name: 'Ben Okafor' };
export const reviewId = asId<ReviewId>('shared-care');

let made = 0;
/** A proposal with an id of its own. */
export function proposal(kind: string, payload: unknown, more: Partial<Proposal> = {}): Proposal {
  made += 1;
  return { id: asId<ChangeId>(`change-${process.pid}-${made}`), kind, version: 1, payload, ...more };
}

/** What must not be refused in a test. */
export async function done(open: OpenReview, me: Me, ...proposals: readonly Proposal[]): Promise<void> {
  for (const answer of await open.propose(proposals, me.person)) {
    if ('refused' in answer)
      throw new Error(`refused: ${answer.refused.code} ${JSON.stringify(answer.refused.values)}`);
  }
}

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-server-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A real review file that Ana started. */
export async function reviewFile(folder: string, name = 'shared-care.throughline', id = reviewId): Promise<string> {
  const path = join(folder, name);
  const keeper = await createSqlite(path);
  const open = await startReview(keeper, { title: 'Shared care', id, by: ana.person, name: ana.name });
  await open.close();
  await keeper.close();
  return path;
}

/** The same file in other hands, as another program on the machine has it. */
export async function inOtherHands<T>(path: string, work: (open: OpenReview) => Promise<T>): Promise<T> {
  const keeper = await openSqlite(path);
  const [id] = await keeper.reviews();
  const open = await OpenReview.open(keeper, id ?? reviewId);
  try {
    return await work(open);
  } finally {
    await open.close();
    await keeper.close();
  }
}
