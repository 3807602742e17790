import type { SourceId, SourceKind } from '@throughline/core';

/** The fields of core's source; `id` is made here where absent. */
export interface NewSource {
  readonly id?: SourceId;
  readonly kind: SourceKind;
  readonly name: string;
  readonly platform?: string;
  readonly coverage?: string;
  /** A day, a month or a year. */
  readonly searched?: string;
  readonly until?: string;
  readonly searchedBy?: string;
  readonly limits?: string;
  readonly strategy?: string;
  /** How many records the platform said that the search found. */
  readonly said?: number;
  readonly note?: string;
}
