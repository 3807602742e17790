import type { ReviewId } from '@throughline/core';
import type { ReviewStore } from '@throughline/storage';

/** What is wrong in a log, held against what was acknowledged. All zero where nothing is. */
export interface Recounted {
  readonly lost: number;
  readonly doubled: number;
  readonly gaps: number;
  /** In the log, and acknowledged to nobody. */
  readonly unasked: number;
}

/** Reads the whole log again, from the store itself. `accepted`: what people were told is stored. */
export async function recount(
  store: Pick<ReviewStore, 'keeper'>,
  review: ReviewId,
  accepted: readonly string[],
  isOurs: (change: string) => boolean,
): Promise<Recounted> {
  const keeper = await store.keeper(review);
  const log = await keeper.changes(review);
  await keeper.close();
  const times = new Map<string, number>();
  for (const { id } of log) times.set(id, (times.get(id) ?? 0) + 1);
  const told = new Set(accepted);
  return {
    lost: accepted.filter((id) => !times.has(id)).length,
    doubled: [...times.values()].filter((count) => count > 1).length + (accepted.length - told.size),
    gaps: log.filter(({ seq }, at) => seq !== at + 1).length,
    unasked: log.filter(({ id }) => isOurs(id) && !told.has(id)).length,
  };
}
