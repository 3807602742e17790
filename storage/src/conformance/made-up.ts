import {
  type ChangeId,
  type ImportId,
  type PersonId,
  type RecordId,
  type Reference,
  type ReviewId,
  type SeenChange,
  asId,
} from '@throughline/core';
import type { Appended, Keeper, StoredRecord } from '../contract.js';

// Made-up material for the suite. A keeper knows nothing of rooms, so that kinds and payloads are anything.

export const review = asId<ReviewId>('link-workers');
export const ann = asId<PersonId>('ann');

/** A memo that Ann wrote; what a keeper might mistreat is in its text. */
export const memo = (id: string, text = `On trust, “${id}” – ‘naïve’ \u0000 \u{1F9F5} \\ "`): SeenChange => ({
  id: asId<ChangeId>(id),
  kind: 'memo.made',
  version: 1,
  payload: { id: `m-${id}`, about: 'trust', text, audience: 'team', nested: [1, 0.1, null, true, { deep: [] }] },
  because: 'it came up twice',
  saw: { text: asId<ChangeId>('earlier') },
  by: ann,
  at: '2026-03-01T09:00:00.000Z',
});

export const memos = (from: number, to: number, prefix = 'c'): SeenChange[] =>
  Array.from({ length: to - from + 1 }, (_, at) => memo(`${prefix}${from + at}`));

export function storedIn(appended: Appended) {
  if ('behind' in appended) throw new Error(`behind by ${appended.behind.length}`);
  return appended.stored;
}

export function behindOf(appended: Appended) {
  if ('stored' in appended) throw new Error('stored, where it was to be behind');
  return appended.behind;
}

/** Appends as one who always folds what came: until it is stored. */
export async function appendAll(keeper: Keeper, changes: readonly SeenChange[]): Promise<void> {
  for (let seen = 0; ; ) {
    const appended = await keeper.append(review, seen, changes);
    if ('stored' in appended) return;
    seen = appended.behind.at(-1)?.seq ?? seen;
  }
}

export async function seqsOf(keeper: Keeper): Promise<number[]> {
  return (await keeper.changes(review)).map(({ seq }) => seq);
}

export async function idsOf(keeper: Keeper): Promise<string[]> {
  return (await keeper.changes(review)).map(({ id }) => id);
}

export const upTo = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1);

export const record = (id: string, reference: Partial<Reference> = {}, from?: string): StoredRecord => ({
  id: asId<RecordId>(id),
  ...(from === undefined ? {} : { import: asId<ImportId>(from) }),
  raw: `TY  - JOUR\r\nID  - ${id}\r\nER  - `,
  reference: { type: 'article', authors: [], keywords: [], tags: [{ tag: 'ID', value: id }], ...reference },
});

export const recordIds = (records: readonly StoredRecord[]): string[] => records.map(({ id }) => id);
