import {
  type ChangeId,
  type PersonId,
  type Review,
  type Viewer,
  asId,
  correctedReference,
  see,
} from '@throughline/core';
import { type DocumentContext, type RecordText, builtReader, recordsBehindReport } from '@throughline/documents';
import { type Keeper, type OpenReview, namesOf } from '@throughline/storage';
import { Past } from './past.js';

/** Whoever a document reaches, where somebody makes it who holds the file: it has no private drafts (L8). */
const anyone: Viewer = { person: asId<PersonId>(''), role: 'commenter', holder: true };

/**
 * What a document needs beside the review: names, the texts of the records behind its report, and why changes were made.
 * Everything comes from the keeper, and as far as its maker may see it; without `at` nothing in it tells when it was
 * asked for.
 */
export async function documentContext(
  keeper: Keeper,
  open: OpenReview,
  at?: Date,
  maker: Viewer = anyone,
): Promise<DocumentContext> {
  const review = see(open.review, maker);
  const reader = await builtReader();
  const past = await Past.of(keeper, open.id, () => open.head);
  return {
    people: await namesOf(keeper, review),
    ...(reader === undefined ? {} : { reader }),
    ...(at === undefined ? {} : { generatedAt: at.toISOString() }),
    textsOf: await textsBehind(keeper, open, review),
    reasons: inBoth(past.reasons(open.review, maker), past.reasons(open.review, anyone)),
  };
}

/** What the maker may see, less what is only theirs: the document leaves their hands. */
const inBoth = (one: ReadonlyMap<ChangeId, string>, other: ReadonlyMap<ChangeId, string>) =>
  new Map([...one].filter(([id]) => other.has(id)));

async function textsBehind(keeper: Keeper, open: OpenReview, review: Review): Promise<ReadonlyMap<string, RecordText>> {
  const records = await keeper.records(open.id, recordsBehindReport(review));
  return new Map(
    records.map(({ id, raw, reference }) => [id, { raw, reference: correctedReference(review, id, reference) }]),
  );
}
