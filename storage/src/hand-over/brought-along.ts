import { type RecordId, type ReviewId, type SeenChange, type Sha256, writesOf } from '@throughline/core';
import type { Beside, Keeper, StoredRecord } from '../contract.js';
import { sha256Of } from '../hash.js';
import { ShareProblem } from './share-problem.js';

const withdrawal = 'withdrawal.made';

/** May there be texts or files that came with this change? */
export const mayBringAlong = (change: SeenChange): boolean =>
  change.kind === withdrawal || change.kind === 'source.imported' || hashesIn(change.payload).size > 0;

/** Texts and files that came into a share with a change, and go with it; undefined where there are none. */
export async function broughtAlong(share: Keeper, review: ReviewId, change: SeenChange): Promise<Beside | undefined> {
  const records = await recordsOf(share, review, change);
  const contents = await contentsOf(share, change);
  const withdraw = withdrawnBy(change);
  if (records.length + contents.length + withdraw.length === 0) return undefined;
  return { records, contents, withdraw };
}

async function recordsOf(share: Keeper, review: ReviewId, change: SeenChange): Promise<readonly StoredRecord[]> {
  const ids = (writesOf(change) ?? []).flatMap((write) =>
    write.do === 'rows' && write.on === 'gather.records' ? write.rows.map(({ id }) => id as RecordId) : [],
  );
  if (ids.length === 0) return [];
  const records = await share.records(review, ids);
  if (!records.every(isWhole)) throw new ShareProblem('share.damaged', { id: change.id });
  return records;
}

/** A share comes from elsewhere: what is kept as a record has to have the shape of one. */
function isWhole({ id, raw, reference }: StoredRecord): boolean {
  const lists: readonly unknown[] = [reference?.authors, reference?.keywords, reference?.tags];
  return typeof id === 'string' && typeof raw === 'string' && lists.every((list) => Array.isArray(list));
}

/** A change names its files by their hash. */
async function contentsOf(share: Keeper, change: SeenChange): Promise<NonNullable<Beside['contents']>> {
  if (change.kind === withdrawal) return [];
  const found: { hash: Sha256; bytes: Uint8Array; name?: string }[] = [];
  for (const hash of hashesIn(change.payload)) {
    const content = await share.content(hash);
    if (content === undefined || !('bytes' in content)) continue;
    if (sha256Of(content.bytes) !== hash) throw new ShareProblem('share.damaged', { id: change.id });
    found.push({ hash, ...content });
  }
  return found;
}

/** Whoever took something out of the share took it out of the review (L17). */
function withdrawnBy(change: SeenChange): NonNullable<Beside['withdraw']> {
  if (change.kind !== withdrawal || writesOf(change) === undefined) return [];
  const { content, reason } = change.payload as { content: Sha256; reason: string };
  return [{ hash: content, reason }];
}

/** Looked for this deep: no kind of change nests further. */
const deepest = 8;

function hashesIn(value: unknown, depth = 0): Set<Sha256> {
  if (typeof value === 'string') return new Set(/^[0-9a-f]{64}$/.test(value) ? [value as Sha256] : []);
  if (typeof value !== 'object' || value === null || depth === deepest) return new Set();
  return new Set(Object.values(value).flatMap((each) => [...hashesIn(each, depth + 1)]));
}
