import { fork } from 'node:child_process';
import { type Row, held, median, rounded } from '../row.js';
import { type MadeFile, type MadeFormat, madeFile } from './made-file.js';
import type { Reading, Who } from './read-once.js';
import { fastestPeers } from './readers.js';

const records = 100_000;
/** Runs longer than this are repeated three times, others five. */
const longRun = 10;

interface Promised {
  readonly format: MadeFormat;
  readonly label: string;
  /** How many times as fast as the fastest peer. */
  readonly peer: number;
  /** What part of the bare reader's speed. */
  readonly bare?: number;
}
const promised: readonly Promised[] = [
  { format: 'ris', label: 'RIS', peer: 1.25, bare: 0.7 },
  { format: 'nbib', label: 'NBIB', peer: 1.8 },
  { format: 'bibtex', label: 'BibTeX', peer: 2.3 },
];
/** Megabytes. */
const mostMemory = 150;

/** A large file of each format, read by us, by the fastest peer and by a bare reader, in turn, a process each. */
export async function reading(say: (line: string) => void): Promise<Row[]> {
  const rows: Row[] = [];
  for (const one of promised) {
    const file = await madeFile(one.format, records);
    const peer = await peerFolder(fastestPeers[one.format], say);
    say(`${one.label}: ${records} records, ${(file.bytes / 1e6).toFixed(0)} MB …`);
    rows.push(...rowsOf(one, await inTurn(one.format, file, peer)));
  }
  return rows;
}

type Readings = Readonly<Record<Who, readonly Reading[]>>;

async function inTurn(format: MadeFormat, file: MadeFile, peer: string | undefined): Promise<Readings> {
  const readings: Record<Who, Reading[]> = { ours: [], peer: [], bare: [] };
  const rounds = () => ([...readings.ours, ...readings.peer].some(({ cpu }) => cpu > longRun) ? 3 : 5);
  for (let round = 0; round < rounds(); round += 1) {
    readings.ours.push(await readOnce('ours', format, file));
    if (peer !== undefined) readings.peer.push(await readOnce('peer', format, file, peer));
    readings.bare.push(await readOnce('bare', format, file));
  }
  const wrong = [...readings.ours, ...readings.bare].find((each) => each.records !== file.records);
  if (wrong !== undefined) throw new Error(`${format}: ${wrong.records} records were read of ${file.records}`);
  return readings;
}

function readOnce(who: Who, format: MadeFormat, { path }: MadeFile, folder = ''): Promise<Reading> {
  const child = fork(new URL('./read-once.js', import.meta.url), [who, format, path, folder]);
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Reading));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${who} ended with ${code} on ${format}`)));
  });
}

function rowsOf({ format, label, peer, bare }: Promised, readings: Readings): Row[] {
  const speed = (who: Who) => Math.round(records / median(readings[who].map(({ cpu }) => cpu)));
  const memory = (who: Who) => rounded(median(readings[who].map(({ peak }) => peak)));
  const row = (measure: string, unit: string, of: (who: Who) => number): Row => ({
    ...{ case: label, measure, unit, ours: of('ours'), limit: of('bare') },
    ...(readings.peer.length === 0 ? {} : { peer: of('peer'), peerName: fastestPeers[format] }),
  });
  const times = (measure: string, than: Who): Row => ({
    ...{ case: label, measure, unit: 'times', ours: rounded(speed('ours') / speed(than)) },
  });
  const besidePeer =
    readings.peer.length === 0 ? [] : [held(times('as fast as the fastest peer', 'peer'), `>= ${peer}`)];
  const besideBare = times('as fast as a bare reader', 'bare');
  return [
    row('records a CPU second', 'a CPU second', speed),
    ...besidePeer,
    bare === undefined ? besideBare : held(besideBare, `>= ${bare}`),
    held(row('most memory of the process', 'MB', memory), `<= ${mostMemory}`),
  ];
}

interface Peers {
  readonly peer: (wanted: string) => Promise<{ readonly folder: string } | { readonly missing: string }>;
}

/** Where the peer is installed; without it the rest is measured all the same. */
async function peerFolder(wanted: string, say: (line: string) => void): Promise<string | undefined> {
  const tools = new URL('../../../tools/peer.mjs', import.meta.url).href;
  const found = await ((await import(tools)) as Peers).peer(wanted);
  if ('folder' in found) return found.folder;
  say(found.missing);
  return undefined;
}
