import { fork } from 'node:child_process';
import { type Row, held, median, rounded } from '../../row.js';
import { type Strategy, peerName, strategies } from '../peer.js';
import { share } from '../rows.js';
import { exponentOf, exponentOfSorting } from './exponent.js';
import { lateRecords, madeLibraries } from './made-library.js';
import type { Matched, Swept } from './match-once.js';

const sizes = [10_000, 50_000, 100_000, 200_000];
const [smallest, promised] = [10_000, 100_000];
/** What a small run takes is less certain. */
const roundsOf = (size: number): number => (size <= promised ? 3 : 1);
/** At the promised size, the balanced one only, which we are held against: most others take longer than anybody waits. */
const atPromised: readonly Strategy[] = ['forbes'];
/** CPU seconds; a strategy that is not done by then is stopped. */
const longest = 240;

type Say = (line: string) => void;

/** Made libraries of growing size, each matched in a process of its own, ours and the peer's strategies in turn. */
export async function scale(say: Say, titles: readonly string[], peer: string | undefined): Promise<Row[]> {
  say(`Making libraries of ${sizes.join(', ')} records …`);
  const files = madeLibraries(sizes, titles);
  const rows: Row[] = [];
  const points: { size: number; took: number }[] = [];
  for (const size of sizes) {
    const path = files.get(size) ?? '';
    const ours: Matched[] = [];
    let peers: Row[] = [];
    for (let round = 0; round < roundsOf(size); round += 1) {
      ours.push(await matchOnce<Matched>([path]));
      say(`${size} records: ${rounded(ours.at(-1)?.cpu ?? 0)} CPU seconds.`);
      if (round === 0 && peer !== undefined) peers = await besidePeer(say, size, path, peer, ours[0] as Matched);
    }
    points.push({ size, took: median(ours.map(({ cpu }) => cpu)) });
    rows.push(...rowsOf(size, ours), ...peers);
  }
  return [...rows, exponentRow(points)];
}

/** In a process of its own: what one run leaves in memory is no burden to the next. */
function matchOnce<Answer>(args: readonly string[]): Promise<Answer> {
  const child = fork(new URL('./match-once.js', import.meta.url), args);
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Answer));
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`matching ended with ${code ?? signal}`)));
  });
}

const named = (size: number): string => `${size.toLocaleString('en-US')} made records`;

function rowsOf(size: number, runs: readonly Matched[]): Row[] {
  const [first] = runs as [Matched];
  const cpu = {
    case: named(size),
    measure: 'matched and grouped',
    unit: 'CPU s',
    ours: rounded(median(runs.map((run) => run.cpu))),
  };
  const peak = {
    case: named(size),
    measure: 'most memory of the process',
    unit: 'MB',
    ours: rounded(median(runs.map((run) => run.peak))),
  };
  const isPromised = size === promised;
  return [
    isPromised ? held(cpu, '<= 10') : cpu,
    isPromised ? held(peak, '<= 800') : peak,
    held({ case: named(size), measure: 'false pairs', unit: 'pairs', ours: first.score.falsePairs }, '<= 0'),
    held({ case: named(size), measure: 'works lost', unit: 'works', ours: first.score.lost }, '<= 0'),
    { case: named(size), measure: 'sensitivity', unit: 'of 1', ours: share(first.score.sensitivity) },
    {
      case: named(size),
      measure: 'questions',
      unit: 'per 1,000 records',
      ours: rounded((first.questions * 1000) / size),
    },
    ...(isPromised ? laterRows(runs) : []),
  ];
}

function laterRows(runs: readonly Matched[]): Row[] {
  const seconds = (of: 'cpu' | 'wall') => rounded(median(runs.map(({ later }) => later?.[of] ?? Number.NaN)));
  const row = { case: `${lateRecords} more, against ${named(promised)}`, measure: 'matched and settled' };
  return [
    held({ ...row, unit: 'CPU s', ours: seconds('cpu') }, '<= 1'),
    held({ ...row, unit: 's', ours: seconds('wall'), because: 'somebody waits for it' }, '<= 1'),
  ];
}

async function besidePeer(say: Say, size: number, path: string, folder: string, ours: Matched): Promise<Row[]> {
  const rows: Row[] = [];
  for (const strategy of size === smallest ? strategies : size === promised ? atPromised : []) {
    say(`${size} records, ${peerName} ${strategy} …`);
    const peer = await matchOnce<Swept>([path, folder, strategy, String(longest)]);
    if (peer.score === undefined) say(`It was stopped after ${longest} CPU seconds.`);
    rows.push(...peerRows(size, strategy, ours, peer));
  }
  return rows;
}

function peerRows(size: number, strategy: Strategy, ours: Matched, { cpu, score }: Swept): Row[] {
  const stopped = score === undefined ? ', stopped' : '';
  const row = (measure: string, unit: string, mine: number, peer: number): Row => ({
    ...{ case: named(size), measure, unit, ours: mine },
    ...{ peer, peerName: `${peerName} ${strategy}${stopped}` },
  });
  const rows = [row('matched and grouped', 'CPU s', rounded(ours.cpu), rounded(cpu))];
  if (size === promised)
    rows.push(held(row('CPU time of the peer to ours', 'times', rounded(cpu / ours.cpu), 1), '>= 15'));
  if (score === undefined) return rows;
  return [
    ...rows,
    row('false pairs', 'pairs', ours.score.falsePairs, score.falsePairs),
    row('works lost', 'works', ours.score.lost, score.lost),
    row('sensitivity', 'of 1', share(ours.score.sensitivity), share(score.sensitivity)),
  ];
}

function exponentRow(points: readonly { readonly size: number; readonly took: number }[]): Row {
  const row = { case: `from ${named(smallest)} to 200,000`, measure: 'exponent of CPU time', unit: 'of n' };
  return held({ ...row, ours: rounded(exponentOf(points)) }, `<= ${rounded(exponentOfSorting(sizes))}`);
}
