import type { Change, ChangeId, PersonId, SeenChange } from '@throughline/core';

/** One line of the log as keepers hold it: what is not a column of its own is JSON text. */
export interface ChangeRow {
  readonly seq: number;
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly by: string;
  readonly at: string;
  readonly because: string | null;
  readonly saw: string | null;
  readonly payload: string;
}

/** A change before it has its place in the log. */
export type NewRow = Omit<ChangeRow, 'seq'>;

export function toRow({ id, kind, version, by, at, because, saw, payload }: SeenChange): NewRow {
  return {
    id,
    kind,
    version,
    by,
    at,
    because: because ?? null,
    saw: saw === undefined ? null : JSON.stringify(saw),
    payload: JSON.stringify(payload ?? null),
  };
}

/** Never throws: a payload that cannot be read is undefined, and the fold keeps the change as a conflict (L3). */
export function fromRow(row: ChangeRow): Change {
  const saw = row.saw === null ? undefined : (readJson(row.saw) as Record<string, ChangeId> | undefined);
  return {
    seq: row.seq,
    id: row.id as ChangeId,
    kind: row.kind,
    version: row.version,
    payload: readJson(row.payload),
    ...(row.because === null ? {} : { because: row.because }),
    ...(saw === undefined ? {} : { saw }),
    by: row.by as PersonId,
    at: row.at,
  };
}

/** A value as JSON text, which it may be already. */
export const asJson = (value: object | string): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The value of some JSON text; undefined where it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
