import { type Comparable, type Pair, likelyPairs, settle } from '@throughline/matching';
import { type Row, held, rounded } from '../../row.js';
import { asPeerRecords, byId, peerName, strategies, sweep } from '../peer.js';
import { share } from '../rows.js';
import { type Answered, answered } from './answered.js';
import { falselyJoined } from './falsely-joined.js';
import { type Group, type Score, flagF1, scored } from './score.js';
import type { ClusterSet, FlagSet } from './set-file.js';

type Say = (line: string) => void;

/** The best that was published for a set, or that was seen when its figures were taken, with nobody asked. */
const sensitivities: Readonly<Record<string, number>> = {
  cytology_screening: 0.992,
  haematology: 0.889,
  respiratory: 0.966,
  stroke: 0.994,
  diabetes: 1,
  digital_work: 0.98,
};

/** Records matched by us. */
interface Ours {
  readonly pairs: readonly Pair[];
  /** The sure ones, with nobody asked. */
  readonly groups: readonly Group[];
  /** Seconds of CPU time. */
  readonly cpu: number;
}

function ours(records: readonly Comparable[]): Ours {
  const before = process.cpuUsage();
  const pairs = likelyPairs(records);
  const { sure } = settle(pairs, { groups: [], distinct: [] });
  return { pairs, groups: sure.map((group) => group.records), cpu: since(before) };
}

/** The peer's groups by one strategy after the other. */
async function* peerGroups(folder: string, records: readonly Comparable[]) {
  const swept = asPeerRecords(records);
  for (const strategy of strategies) {
    const before = process.cpuUsage();
    const groups = byId(await sweep(folder, strategy, swept), records);
    yield { name: `${peerName} ${strategy}`, groups, cpu: since(before) };
  }
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** What was found on one set of which every record's work is known. */
export interface ClusterResult {
  readonly rows: readonly Row[];
  readonly records: number;
  readonly before: Score;
  readonly after: Score;
  readonly asked: number;
}

export async function clusterResult(set: ClusterSet, peer: string | undefined, say: Say): Promise<ClusterResult> {
  const mine = ours(set.records);
  const before = scored(set.works, mine.groups);
  const answers = answered(mine.pairs, set.works);
  const after = scored(set.works, answers.groups);
  for (const pair of falselyJoined(set.records, set.works, mine.groups)) say(`${set.name}: ${pair}`);
  const rows = [...oursRows(set, before, mine.cpu), ...answerRows(set, after, answers)];
  if (peer !== undefined) {
    for await (const { name, groups, cpu } of peerGroups(peer, set.records)) {
      rows.push(
        ...besideRows(set.name, { score: before, cpu: mine.cpu }, { name, score: scored(set.works, groups), cpu }),
      );
    }
  }
  return { rows, records: set.records.length, before, after, asked: answers.asked };
}

/** A silver truth is itself not without errors: nothing is promised of it. */
function oursRows({ name, silver }: ClusterSet, score: Score, cpu: number): Row[] {
  const row = (measure: string, unit: string, value: number): Row => ({ case: name, measure, unit, ours: value });
  const none = (one: Row): Row => (silver ? one : held(one, '<= 0'));
  const sensitivity = row('sensitivity', 'of 1', share(score.sensitivity));
  const least = sensitivities[name];
  return [
    none(row('works lost', 'works', score.lost)),
    none(row('false pairs', 'pairs', score.falsePairs)),
    least === undefined ? sensitivity : held(sensitivity, `>= ${least}`),
    row('pair precision', 'of 1', share(score.precision)),
    row('pair recall', 'of 1', share(score.recall)),
    row('pair F1', 'of 1', share(score.f1)),
    row('matched and grouped', 'CPU s', rounded(cpu)),
  ];
}

function answerRows(
  { name, records, silver }: ClusterSet,
  after: Score,
  { asked, different, askedAgain }: Answered,
): Row[] {
  const row = (measure: string, unit: string, value: number): Row => ({ case: name, measure, unit, ours: value });
  const lost = row('works lost after the questions', 'works', after.lost);
  return [
    row('questions', 'per 1,000 records', rounded((asked * 1000) / records.length)),
    row('answered "different"', 'per 1,000 records', rounded((different * 1000) / records.length)),
    held(row('asked again after "different"', 'questions', askedAgain), '<= 0'),
    row('sensitivity after the questions', 'of 1', share(after.sensitivity)),
    silver ? lost : held(lost, '<= 0'),
  ];
}

interface Measured {
  readonly score: Score;
  readonly cpu: number;
}

function besideRows(set: string, mine: Measured, peer: Measured & { readonly name: string }): Row[] {
  const row = (measure: string, unit: string, of: (one: Measured) => number): Row => ({
    ...{ case: set, measure, unit, ours: of(mine) },
    ...{ peer: of(peer), peerName: peer.name },
  });
  return [
    row('works lost', 'works', ({ score }) => score.lost),
    row('false pairs', 'pairs', ({ score }) => score.falsePairs),
    row('sensitivity', 'of 1', ({ score }) => share(score.sensitivity)),
    row('pair F1', 'of 1', ({ score }) => share(score.f1)),
    row('matched and grouped', 'CPU s', ({ cpu }) => rounded(cpu)),
  ];
}

/** A set that says only which records have a twin. */
export async function flagRows({ name, records, twins }: FlagSet, peer: string | undefined): Promise<Row[]> {
  const { groups } = ours(records);
  const row = (measure: string, unit: string, value: number): Row => ({ case: name, measure, unit, ours: value });
  const found = row('F1 of records with a twin', 'of 1', share(flagF1(twins, groups)));
  const rows = [
    found,
    held(row('grouped without a twin', 'records', groups.flat().filter((id) => !twins.has(id)).length), '<= 0'),
  ];
  if (peer === undefined) return rows;
  for await (const { name: peerSays, groups: theirs } of peerGroups(peer, records)) {
    rows.push({ ...found, peer: share(flagF1(twins, theirs)), peerName: peerSays });
  }
  return rows;
}
