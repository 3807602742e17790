import { type PersonId, type Review, asId } from '@throughline/core';
import { type DocumentContext, type RecordText, builtReader, recordsBehindReport } from '@throughline/documents';
import { type Keeper, type OpenReview, namesOf } from '@throughline/storage';
import { Past } from './past.js';

/** Whoever a document reaches: it says nothing that not everybody on the team may see (L8). */
const anyone = { person: asId<PersonId>(''), role: 'commenter' } as const;

/**
 * What a document needs beside the review: names, the texts of the records behind its report, and why changes were made.
 * Everything comes from the keeper; without `at` nothing in it tells when it was asked for.
 */
export async function documentContext(keeper: Keeper, open: OpenReview, at?: Date): Promise<DocumentContext> {
  const { review } = open;
  const reader = await builtReader();
  const past = await Past.of(keeper, open.id, () => open.head);
  return {
    people: await namesOf(keeper, review),
    ...(reader === undefined ? {} : { reader }),
    ...(at === undefined ? {} : { generatedAt: at.toISOString() }),
    textsOf: await textsBehind(keeper, open, review),
    reasons: past.reasons(review, anyone),
  };
}

async function textsBehind(keeper: Keeper, open: OpenReview, review: Review): Promise<ReadonlyMap<string, RecordText>> {
  const records = await keeper.records(open.id, recordsBehindReport(review));
  return new Map(records.map(({ id, raw, reference }) => [id, { raw, reference }]));
}
