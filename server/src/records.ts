import { type ImportId, type RecordId, type Review, decisions } from '@throughline/core';
import type { Keeper, RecordPage, StoredRecord } from '@throughline/storage';
import type { RecordList, RecordView } from '@throughline/wire';

export interface RecordQuestion {
  readonly text?: string | undefined;
  readonly import?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A page of the records that are held, as `review` is seen. Records whose import was taken back are not among them. */
export async function pageOfRecords(
  keeper: Keeper,
  review: Review,
  id: Parameters<Keeper['pageOfRecords']>[0],
  asked: RecordQuestion,
): Promise<RecordList> {
  // Where the viewer sees none, not even how many there are may show (L8).
  if (review.gather.imports.size === 0) return { records: [], total: 0 };
  const query = {
    limit: asked.limit,
    ...(asked.text === undefined ? {} : { text: asked.text }),
    ...(asked.import === undefined ? {} : { import: asked.import as ImportId }),
  };
  const gone = takenBack(review).filter((each) => asked.import === undefined || each === asked.import);
  const found: RecordView[] = [];
  let after = asked.after;
  let page: RecordPage;
  do {
    page = await keeper.pageOfRecords(id, { ...query, ...(after === undefined ? {} : { after }) });
    found.push(...viewsOf(review, page.records));
    after = page.next;
  } while (after !== undefined && found.length === 0);
  const totals = await Promise.all(gone.map((each) => keeper.pageOfRecords(id, { ...query, import: each, limit: 1 })));
  const total = page.total - totals.reduce((sum, { total: less }) => sum + less, 0);
  return { records: found, total, ...(after === undefined ? {} : { next: after }) };
}

const takenBack = (review: Review): ImportId[] =>
  [...review.gather.imports].filter(({ trail }) => trail.gone !== undefined).map(({ id }) => id);

/** Stored records as they are shown; one that the review does not hold, or no longer, is left out. */
export function viewsOf(review: Review, records: readonly StoredRecord[]): RecordView[] {
  const decided = decidedBy(review);
  return records.flatMap(({ id, raw, reference }) => {
    const row = review.gather.records.get(id);
    if (row === undefined || review.gather.imports.get(row.import)?.trail.gone !== undefined) return [];
    const said = decided.get(id);
    const { number, lines, import: from } = row;
    return [{ id, number, lines, import: from, raw, reference, ...(said === undefined ? {} : { decided: said }) }];
  });
}

/** What was decided of each record in the flow, found once for every state of the review. */
function decidedBy(review: Review): ReadonlyMap<RecordId, NonNullable<RecordView['decided']>> {
  const known = remembered.get(review);
  if (known !== undefined) return known;
  const found = new Map<RecordId, NonNullable<RecordView['decided']>>();
  for (const { work, titleAbstract, fullText } of decisions(review)) {
    for (const { id } of work.records) found.set(id, { titleAbstract, fullText, by: work.by, inferred: work.inferred });
  }
  remembered.set(review, found);
  return found;
}
const remembered = new WeakMap<Review, ReadonlyMap<RecordId, NonNullable<RecordView['decided']>>>();
