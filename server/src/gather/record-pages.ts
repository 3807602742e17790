import type { ImportId, Review, ReviewId } from '@throughline/core';
import type { Keeper, RecordPage } from '@throughline/storage';

/** What is asked of the keeper, which knows nothing of what was taken back. */
export interface PageAsked {
  readonly id: ReviewId;
  readonly text?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

type Pages = Pick<Keeper, 'pageOfRecords'>;
const textOf = ({ text }: PageAsked) => (text === undefined ? {} : { text });
const afterOf = (after: string | undefined) => (after === undefined ? {} : { after });

/** A page of all records whose import stands. */
export async function pageOfAll(keeper: Pages, { gather }: Review, asked: PageAsked): Promise<RecordPage> {
  const { id, limit } = asked;
  const isHeld = (record: string) => {
    const row = gather.records.get(record);
    return row !== undefined && gather.imports.get(row.import)?.trail.gone === undefined;
  };
  let { after } = asked;
  for (;;) {
    const page = await keeper.pageOfRecords(id, { limit, ...textOf(asked), ...afterOf(after) });
    const records = page.records.filter((record) => isHeld(record.id));
    after = page.next;
    if (records.length === 0 && after !== undefined) continue;
    const gone = [...gather.imports].filter(({ trail }) => trail.gone !== undefined).map((each) => each.id);
    const total = page.total - (await totalOf(keeper, gone, asked));
    return { records, total, ...(after === undefined ? {} : { next: after }), ...unsearchedIn(page) };
  }
}

/** A page of the records of some imports, one import after the other. Its `next` names the import to go on with. */
export async function pageOfImports(
  keeper: Pages,
  imports: readonly ImportId[],
  asked: PageAsked,
): Promise<RecordPage> {
  const { id, limit } = asked;
  const [from, inside] = asked.after?.split('~') ?? [imports[0]];
  let at = from === undefined ? -1 : imports.indexOf(from as ImportId);
  let after = inside === '' ? undefined : inside;
  const records: RecordPage['records'][number][] = [];
  let unsearched: Pick<RecordPage, 'unsearched'> = {};
  while (at >= 0 && at < imports.length && records.length < limit) {
    const query = {
      limit: limit - records.length,
      import: imports[at] as ImportId,
      ...textOf(asked),
      ...afterOf(after),
    };
    const page = await keeper.pageOfRecords(id, query);
    records.push(...page.records);
    unsearched = unsearchedIn(page);
    after = page.next;
    if (after === undefined) at += 1;
  }
  const next = imports[at];
  return {
    ...{ records, total: await totalOf(keeper, imports, asked) },
    ...(next === undefined ? {} : { next: `${next}~${after ?? ''}` }),
    ...unsearched,
  };
}

const unsearchedIn = ({ unsearched }: RecordPage): Pick<RecordPage, 'unsearched'> =>
  unsearched === undefined ? {} : { unsearched };

async function totalOf(keeper: Pages, imports: readonly ImportId[], asked: PageAsked): Promise<number> {
  const pages = imports.map((each) => keeper.pageOfRecords(asked.id, { limit: 1, import: each, ...textOf(asked) }));
  return (await Promise.all(pages)).reduce((sum, { total }) => sum + total, 0);
}
