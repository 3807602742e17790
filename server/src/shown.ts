import {
  type RecordId,
  type Reference,
  type Review,
  type Shown,
  correctedFields,
  correctionOf,
  shownReference,
} from '@throughline/core';

/** How a work is shown. `records` are its records with their corrections laid over them. */
export const shownOf = (
  review: Review,
  records: readonly { readonly id: string; readonly reference: Reference }[],
): Shown =>
  shownReference(
    records.map(({ id, reference }) => {
      const record = id as RecordId;
      const correction = correctionOf(review, record);
      return { record, reference, ...(correction === undefined ? {} : { corrected: correctedFields(correction) }) };
    }),
  );
