import { type Likeness, compare } from '@throughline/matching';
import { type Row, held } from '../../row.js';
import { asPeerRecords, peerName, strategies, sweep } from '../peer.js';
import { share } from '../rows.js';
import type { HardSet, LabelledPair, SparseSet } from './set-file.js';

const judged = ({ a, b }: LabelledPair): Likeness => compare(a, b).likeness;

/** Pairs that were chosen because they are hard: none of two works may be called the same. */
export async function hardRows({ name, pairs }: HardSet, peer: string | undefined): Promise<Row[]> {
  const mine = pairs.map((pair) => ({ same: pair.same, found: judged(pair) === 'same' }));
  const row = (measure: string, value: number): Row => ({ case: name, measure, unit: 'pairs', ours: value });
  const rows = [
    held(row('of two works, called the same', falselySame(mine)), '<= 0'),
    row(`of ${pairs.length}, not judged as a person would`, mine.filter(({ same, found }) => same !== found).length),
  ];
  if (peer === undefined) return rows;
  for (const strategy of strategies) {
    const theirs = await Promise.all(
      pairs.map(async (pair) => ({ same: pair.same, found: await swept(peer, strategy, pair) })),
    );
    const beside = row('of two works, called the same', falselySame(mine));
    rows.push({ ...beside, peer: falselySame(theirs), peerName: `${peerName} ${strategy}` });
  }
  return rows;
}

interface Called {
  readonly same: boolean;
  readonly found: boolean;
}
const falselySame = (calls: readonly Called[]): number => calls.filter(({ same, found }) => found && !same).length;

const swept = async (folder: string, strategy: (typeof strategies)[number], { a, b }: LabelledPair): Promise<boolean> =>
  (await sweep(folder, strategy, asPeerRecords([a, b]))).length > 0;

/**
 * Records cut short as in alerts: a pair is linked where it is asked about, and is never the same by itself. The part
 * `test` is what the promise is about; a file without parts is taken whole.
 */
export function sparseRows({ name, pairs }: SparseSet): Row[] {
  const test = pairs.filter(({ split }) => split === 'test');
  const counted = (test.length > 0 ? test : pairs).map((pair) => ({ same: pair.same, said: judged(pair) }));
  const linked = counted.filter(({ said }) => said !== 'different');
  const right = linked.filter(({ same }) => same).length;
  const row = (measure: string, unit: string, value: number): Row => ({ case: name, measure, unit, ours: value });
  const all = counted.filter(({ same }) => same).length;
  return [
    held(
      row('F1 of links', 'of 1', share((2 * right) / (linked.length + all))),
      `>= ${/acm/i.test(name) ? 0.98 : 0.93}`,
    ),
    row('precision of links', 'of 1', share(right / linked.length)),
    row('recall of links', 'of 1', share(right / all)),
    held(row('called the same', 'pairs', counted.filter(({ said }) => said === 'same').length), '<= 0'),
  ];
}
