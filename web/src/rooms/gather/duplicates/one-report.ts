import type { Proposal } from '@throughline/core';
import type { RecordView, Why } from '@throughline/wire';
import { newId } from '../../../house/new-id.js';

/** What is proposed; who asks for an id of its own gives it. */
type Proposed = Omit<Proposal, 'id'>;

/** Records that are known to be one report: a group that stands, or one record on its own. */
export interface Work {
  readonly records: readonly string[];
  readonly group?: string;
}

/** How a group comes about from this page: a question was answered, a sure one was agreed to, or somebody made it. */
type How = 'sure' | 'answered' | 'hand';

/** The works that records stand for: those of one group together, in the order in which they come. */
export function worksOf(records: readonly Pick<RecordView, 'id' | 'group'>[]): Work[] {
  const works = new Map<string, { records: string[]; group?: string }>();
  for (const { id, group } of records) {
    const key = group ?? id;
    const known = works.get(key);
    if (known === undefined) works.set(key, { records: [id], ...(group === undefined ? {} : { group }) });
    else known.records.push(id);
  }
  return [...works.values()];
}

/** Says that works are the same report: a new group, which takes the place of the groups among them. */
export function oneReport(works: readonly Work[], how: How, why?: Why): Proposed {
  const records = [...new Set(works.flatMap((work) => work.records))];
  const from = [...new Set(works.flatMap(({ group }) => group ?? []))];
  const said = { id: newId('group'), records, how, ...(why === undefined ? {} : { why: plain(why) }) };
  return from.length === 0
    ? { kind: 'duplicate-group.made', version: 2, payload: said }
    : { kind: 'duplicate-groups.merged', version: 1, payload: { ...said, from } };
}

const plain = ({ agree, alike, contradict, special }: Why) => ({
  agree: [...agree],
  alike: [...alike],
  contradict: [...contradict],
  ...(special === undefined ? {} : { special }),
});

/** Says that works were looked at and are different reports, each two of them. One record speaks for its work. */
export const differentReports = (works: readonly Work[]): Proposed => ({
  kind: 'distinct.made',
  version: 1,
  payload: { id: newId('distinct'), records: works.flatMap(({ records }) => records.slice(0, 1)) },
});

/**
 * Takes records out of a group: together they are another report, or each is one of its own. None of the parts is asked
 * about again. The group goes; every part of two or more is a new one.
 */
export function takeOut(group: Required<Work>, out: readonly string[], together: boolean): Proposed {
  const stays = group.records.filter((record) => !out.includes(record));
  const parts = [stays, ...(together ? [out] : out.map((record) => [record]))];
  return {
    kind: 'duplicate-group.split',
    version: 1,
    payload: {
      id: group.group,
      parts: parts.map((records) => ({ records, ...(records.length > 1 ? { group: newId('group') } : {}) })),
      distinct: newId('distinct'),
    },
  };
}
