import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ReviewId } from '@throughline/core';
import type { Snapshot } from '../contract.js';
import type { Session } from './database.js';

/** The fastest; a snapshot is written often, and shrinks to a fifth even so. Done beside this thread. */
const level = 1;

/** The snapshot that is kept of a review, if any. */
export async function snapshotOf(session: Session, review: ReviewId): Promise<Snapshot | undefined> {
  const [row] = await session.rows<[number, string, Buffer]>(
    'SELECT seq, edition, frozen FROM snapshots WHERE review = $1',
    review,
  );
  if (row === undefined) return undefined;
  const [seq, edition, frozen] = row;
  return { seq, edition, frozen: (await promisify(gunzip)(frozen)).toString('utf8') };
}

/** Keeps it in place of an older one, where the log goes as far as that. */
export async function keepSnapshot(
  session: Session,
  review: ReviewId,
  { seq, edition, frozen }: Snapshot,
): Promise<void> {
  await session.rows(
    `INSERT INTO snapshots (review, seq, edition, frozen)
     SELECT $1, $2::int, $3, $4::bytea WHERE (SELECT coalesce(max(seq), 0) FROM changes WHERE review = $1) >= $2::int
     ON CONFLICT (review) DO UPDATE SET seq = excluded.seq, edition = excluded.edition, frozen = excluded.frozen
     WHERE snapshots.seq <= excluded.seq OR snapshots.edition <> excluded.edition`,
    ...[review, seq, edition, await promisify(gzip)(frozen, { level })],
  );
}
