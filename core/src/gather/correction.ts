import { z } from 'zod';
import { type RecordId, idOf } from '../ids.js';
import { eachOnce } from '../kind.js';
import type { Held } from '../thing.js';
import { type Reference, referenceTypes } from './reference.js';

/**
 * Longer than any real abstract or author list; the text of a record itself is kept without a limit. Characters.
 */
const longestText = 100_000;
const line = () => z.string().trim().min(1).max(longestText);
const list = () => z.array(line()).min(1).max(10_000);

/** What can be said otherwise than the source said it. */
const correctable = {
  type: z.enum(referenceTypes),
  title: line(),
  authors: list(),
  year: z.number().int().min(1000).max(2999),
  journal: line(),
  volume: line(),
  issue: line(),
  pages: line(),
  publisher: line(),
  place: line(),
  doi: line(),
  url: line(),
  abstract: line(),
  keywords: list(),
  language: line(),
  editors: list(),
  issn: line(),
  isbn: line(),
  pmid: line(),
  pmcid: line(),
};

export type ReferenceField = keyof typeof correctable;
export const referenceFields = Object.keys(correctable) as readonly ReferenceField[];

/** Every reference has a type. */
const emptiable = referenceFields.filter((field) => field !== 'type') as [ReferenceField, ...ReferenceField[]];

/**
 * A correction laid over what the file said of a record (L7): the record itself stays as it came. Fields that are not
 * here are as the source gave them; `without` names those that the source should not have given.
 */
export const correctionFields = z.object({
  record: idOf<RecordId>(),
  ...z.object(correctable).partial().shape,
  without: z.array(z.enum(emptiable)).min(1).refine(eachOnce, 'names a field twice').optional(),
});
export type Correction = Held<z.output<typeof correctionFields>>;

/** The fields that a correction says something of. */
export const correctedFields = (correction: Correction): ReferenceField[] =>
  referenceFields.filter((field) => correction[field] !== undefined || correction.without?.includes(field));

/** A reference with a correction laid over it. What is corrected is not cut any more; tags stay as they came. */
export function laidOver(reference: Reference, correction: Correction): Reference {
  const corrected = new Set<string>(correctedFields(correction));
  const { cut, etAl, authors, keywords, ...others } = reference;
  const stays = Object.entries(others).filter(([name]) => !corrected.has(name));
  const stillCut = cut?.filter((field) => !corrected.has(field)) ?? [];
  return {
    ...(Object.fromEntries(stays) as typeof others),
    authors: corrected.has('authors') ? [] : authors,
    keywords: corrected.has('keywords') ? [] : keywords,
    ...saidBy(correction),
    ...(etAl === undefined || corrected.has('authors') ? {} : { etAl }),
    ...(stillCut.length === 0 ? {} : { cut: stillCut }),
  };
}

/** What a correction puts in the place of what was there. */
function saidBy(correction: Correction): Partial<Reference> {
  const without = new Set<string>(correction.without);
  const said = referenceFields.filter((field) => correction[field] !== undefined && !without.has(field));
  return Object.fromEntries(said.map((field) => [field, correction[field]]));
}
