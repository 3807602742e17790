import {
  type RecordRow,
  type Reference,
  type Review,
  type SourceKind,
  correctedReference,
  originOf,
} from '@throughline/core';
import type { Comparable } from '@throughline/matching';

/** What these give is often cut short or written by hand: where it has no DOI, it is linked, and never grouped alone. */
const sparseKinds: ReadonlySet<SourceKind> = new Set(['alert', 'reference-list', 'bibliography', 'website', 'hand']);

/** A record as it is compared: as the review reads it, with its correction laid over it. */
export function comparableOf(review: Review, row: RecordRow, asRead: Reference): Comparable {
  const reference = correctedReference(review, row.id, asRead);
  const kind = originOf(review, row)?.source.kind;
  const byHand = kind !== undefined && sparseKinds.has(kind) && reference.doi === undefined;
  const sparse = byHand || reference.cut !== undefined;
  const said = compared.flatMap((field) => (reference[field] === undefined ? [] : [[field, reference[field]]]));
  return {
    ...(Object.fromEntries(said) as Pick<Reference, (typeof compared)[number]>),
    id: row.id,
    authors: reference.authors,
    ...(sparse ? { sparse } : {}),
  };
}

const compared = [
  'title',
  'etAl',
  'year',
  'journal',
  'volume',
  'issue',
  'pages',
  'doi',
  'pmid',
  'isbn',
  'abstract',
  'type',
  'accession',
  'database',
] as const satisfies readonly (keyof Reference & keyof Comparable)[];
