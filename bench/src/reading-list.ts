import { type ChangeId, type PersonId, type Proposal, type RecordId, type ReviewId, asId } from '@throughline/core';
import { type Keeper, type OpenReview, type StoredRecord, startReview } from '@throughline/storage';

const lead = asId<PersonId>('lead');
export const reviewId = asId<ReviewId>('reading-list');

let made = 0;
/** A proposal with an id of its own in this process. */
export const proposal = (kind: string, payload: object): Proposal => {
  made += 1;
  return { id: asId<ChangeId>(`bench-${process.pid}-${made}`), kind, version: 1, payload };
};

/** A review in which so many records wait to be read, with their texts, and nothing is said of them yet. */
export async function readingList(keeper: Keeper, records: number): Promise<OpenReview> {
  const open = await startReview(keeper, {
    title: 'A reading list',
    invented: true,
    id: reviewId,
    by: lead,
    name: 'Lead',
  });
  await accepted(open, proposal('source.made', { id: 'medline', kind: 'database', name: 'MEDLINE' }));
  const stored = Array.from({ length: records }, (_, n) => recordText(n));
  const rows = stored.map(({ id }, n) => ({
    id,
    number: n + 1,
    lines: [n * 6 + 1, n * 6 + 5],
    label: `Ito ${2000 + (n % 25)}`,
  }));
  const file = { name: 'medline.ris', content: 'a'.repeat(64), bytes: records * 400 };
  const imported = { id: 'imp', source: 'medline', file, format: 'ris', unread: 0, records: rows };
  await accepted(open, proposal('source.imported', imported), stored);
  return open;
}

/** The id of a record by its number, from 0. */
export const recordOf = (n: number): RecordId => asId<RecordId>(`imp.${n + 1}`);

function recordText(n: number): StoredRecord {
  const title = `What link workers do when nobody looks, part ${n + 1}`;
  const abstract = 'Interviews with link workers and the people they see. '.repeat(12);
  return {
    id: recordOf(n),
    raw: `TY  - JOUR\nTI  - ${title}\nAB  - ${abstract}\nER  - \n`,
    reference: { type: 'article', title, abstract, authors: [], keywords: [], tags: [] },
  };
}

/** For what has to be accepted before anything can be measured. */
export async function accepted(open: OpenReview, one: Proposal, records?: readonly StoredRecord[]): Promise<void> {
  const [result] = await open.propose([one], lead, records === undefined ? {} : { beside: { records } });
  if (result === undefined || 'refused' in result) throw new Error(`refused: ${JSON.stringify(result)}`);
}
