import {
  apply,
  asId,
  decide,
  decisions,
  emptyReview,
  isIncluded,
  type ChangeId,
  type PersonId,
  type Review,
} from '@throughline/core';
import type { InventedConstruct, InventedRecords, InventedReview, InventedSource } from './invented.js';

const reviewer = asId<PersonId>('ada');
const hash = '0'.repeat(64);

/** Takes what a review is made of, thing by thing. */
type Make = (kind: string, payload: Readonly<Record<string, unknown>>) => void;

/** The review, made change by change through the one gate: what core would refuse cannot stand in the gallery. */
export function reviewOf(invented: InventedReview): Review {
  let review = emptyReview;
  let count = 0;
  const make: Make = (kind, payload) => {
    count += 1;
    const proposal = { id: asId<ChangeId>(`change-${count}`), kind, version: 1, payload };
    const verdict = decide(review, proposal, reviewer);
    if ('refused' in verdict) throw new Error(`${kind}: ${JSON.stringify(verdict.refused)}`);
    review = apply(review, { ...verdict.accepted, by: reviewer, at: '2024-02-05T09:00:00.000Z' });
  };
  make('person.made', { id: reviewer, role: 'lead', card: hash });
  for (const [at, stated] of (invented.stated ?? []).entries()) make('count.made', { id: `stated-${at}`, ...stated });
  let paired = 0;
  (invented.sources ?? []).forEach((source, at) => {
    makeSource(make, source, at, paired);
    paired += source.records?.duplicates ?? 0;
  });
  makeRouted(make, invented.routed ?? []);
  const included = decisions(review).filter(isIncluded);
  makeReports(
    make,
    invented,
    included.map(({ work }) => work.id),
  );
  makeSynthesis(make, invented);
  return review;
}

/** `paired`: how many records of the first source are duplicates of earlier sources' records already. */
function makeSource(make: Make, { kind, name, platform, records }: InventedSource, at: number, paired: number): void {
  const source = `source-${at}`;
  make('source.made', { id: source, kind, name, ...(platform === undefined ? {} : { platform }) });
  if (records === undefined) return;
  const outcomes = outcomesOf(records);
  const ids = outcomes.map((_, number) => `${source}.${number + 1}`);
  makeImport(make, source, ids);
  outcomes.forEach((outcome, number) => {
    const record = ids[number] ?? '';
    if (outcome === 'duplicate')
      make('duplicate-group.made', { id: `${record}.group`, records: [record, `source-0.${paired + number + 1}`] });
    else vote(make, record, outcome);
  });
}

function makeImport(make: Make, source: string, ids: readonly string[]): void {
  make('source.imported', {
    id: `${source}.import`,
    source,
    file: { name: `${source}.ris`, content: hash, bytes: 1 },
    format: 'ris',
    unread: 0,
    records: ids.map((id, at) => ({ id, number: at + 1, lines: [at + 1, at + 1], label: id })),
  });
}

/** Duplicates first. */
function outcomesOf({
  unread = 0,
  excluded = 0,
  notRetrieved = 0,
  excludedFor = {},
  included = 0,
  duplicates = 0,
}: InventedRecords): string[] {
  const times = (count: number, outcome: string): string[] => Array.from({ length: count }, () => outcome);
  return [
    ...times(duplicates, 'duplicate'),
    ...times(unread, 'unread'),
    ...times(excluded, 'excluded'),
    ...times(notRetrieved, 'not retrieved'),
    ...Object.entries(excludedFor).flatMap(([reason, count]) => times(count, `because ${reason}`)),
    ...times(included, 'included'),
  ];
}

function vote(make: Make, record: string, outcome: string): void {
  const cast = (stage: string, answer: string, reason = {}) =>
    make('vote.made', { id: `${record}.${stage}`, record, stage, answer, ...reason });
  if (outcome === 'unread') return;
  cast('title-abstract', outcome === 'excluded' ? 'exclude' : 'include');
  if (outcome === 'included') cast('full-text', 'include');
  if (outcome.startsWith('because ')) cast('full-text', 'exclude', { reason: outcome.slice('because '.length) });
}

/** Records of a bibliography that are in the flow because somebody said by which way they came. */
function makeRouted(make: Make, routed: NonNullable<InventedReview['routed']>): void {
  const ways = routed.flatMap(({ by, works, inferred }) =>
    Array.from({ length: works }, () => ({ by, inferred: inferred ?? false })),
  );
  if (ways.length === 0) return;
  make('source.made', { id: 'list', kind: 'bibliography', name: 'Reference list of the published review' });
  const ids = ways.map((_, at) => `list.${at + 1}`);
  makeImport(make, 'list', ids);
  ways.forEach((way, at) => {
    make('route.made', { id: `route-${at}`, record: ids[at], ...way });
    vote(make, ids[at] ?? '', 'included');
  });
}

/** What was included is read, in its order; a case that tells nothing of screening reads from a bibliography. */
function makeReports(make: Make, { reports = [], studies = [] }: InventedReview, included: readonly string[]): void {
  if (reports.length === 0) return;
  make('source.made', { id: 'read', kind: 'bibliography', name: 'Included reports' });
  makeImport(
    make,
    'read',
    reports.map((_, at) => `read.${at}`),
  );
  for (const [at, label] of reports.entries()) {
    const record = included[at] ?? `read.${at}`;
    make('report.made', { id: `report-${at}`, record, label, title: label, authors: [label] });
  }
  for (const [at, { reports: own, ...study }] of studies.entries()) {
    make('study.made', { id: `study-${at}`, ...study, reports: own.map((report) => `report-${report}`) });
  }
}

function makeSynthesis(
  make: Make,
  { levels = [], loose = [], propositions = [], arrows = [], relations = [] }: InventedReview,
): void {
  for (const [order, { name }] of levels.entries()) make('level.made', { id: `level-${order}`, name, order });
  const constructs: readonly (InventedConstruct & { level?: string })[] = [
    ...levels.flatMap((level, at) => level.constructs.map((construct) => ({ ...construct, level: `level-${at}` }))),
    ...loose,
  ];
  constructs.forEach(({ reports, ...construct }, order) => {
    const id = `construct-${order}`;
    make('construct.made', { id, ...construct, order, concepts: [] });
    const support = reports.map((report) => ({ by: 'citation', report: `report-${report}` }));
    if (support.length > 0)
      make('claim.made', { id: `claim-${order}`, text: construct.name, home: { on: 'construct', id }, support, order });
  });
  propositions.forEach(({ levels: onLevels = [], constructs: onConstructs = [], ...fields }, order) => {
    const rests = [
      ...onLevels.map((at) => ({ on: 'level', id: `level-${at}` })),
      ...onConstructs.map((at) => ({ on: 'construct', id: `construct-${at}` })),
    ];
    make('proposition.made', { id: `proposition-${order}`, ...fields, order, rests });
  });
  const link = (between: string, name: string) => (given: NonNullable<InventedReview['arrows']>[number], at: number) =>
    make('link.made', {
      id: `${name}-${at}`,
      between,
      ...given,
      from: `${between.slice(0, -1)}-${given.from}`,
      to: `${between.slice(0, -1)}-${given.to}`,
    });
  arrows.forEach(link('propositions', 'arrow'));
  relations.forEach(link('constructs', 'relation'));
}
