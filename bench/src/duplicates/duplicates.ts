import { type Row, held, rounded } from '../row.js';
import { realTitles } from './made/real-titles.js';
import { peerFolder } from './peer.js';
import { share } from './rows.js';
import { scale } from './scale/scale.js';
import { labelledSets, setsFolder } from './sets/labelled-sets.js';
import { hardRows, sparseRows } from './sets/pair-rows.js';
import type { ClusterSet, LabelledSet } from './sets/set-file.js';
import { type ClusterResult, clusterResult, flagRows } from './sets/set-rows.js';

type Say = (line: string) => void;

/** Duplicates found in labelled sets and in made libraries, beside every strategy of a peer. */
export async function duplicates(say: Say): Promise<Row[]> {
  const peer = await peerFolder(say);
  const folder = setsFolder();
  if (folder === undefined)
    say('No labelled sets are measured: THROUGHLINE_CORPUS names no folder that holds bib/dedupe.');
  const sets = folder === undefined ? [] : labelledSets(folder, say);
  const clusters = sets.filter((set): set is ClusterSet => set.truth === 'clusters');
  return [...(await setRows(sets, peer, say)), ...(await scale(say, realTitles(clusters), peer))];
}

async function setRows(sets: readonly LabelledSet[], peer: string | undefined, say: Say): Promise<Row[]> {
  const rows: Row[] = [];
  const whole: ClusterResult[] = [];
  for (const set of sets) {
    say(`${set.name} …`);
    if (set.truth === 'cases') rows.push(...(await hardRows(set, peer)));
    else if (set.truth === 'pairs') rows.push(...sparseRows(set));
    else if (set.truth === 'flags') rows.push(...(await flagRows(set, peer)));
    else {
      const result = await clusterResult(set, peer, say);
      rows.push(...result.rows);
      if (!set.silver && set.records.length >= leastRecords) whole.push(result);
    }
  }
  return whole.length === 0 ? rows : [...rows, ...overall(whole)];
}

/** A handful of records picked by hand is no library: a share of three duplicates would weigh as much as one of a thousand. */
const leastRecords = 100;

function overall(results: readonly ClusterResult[]): Row[] {
  const sum = (of: (result: ClusterResult) => number) => results.reduce((all, result) => all + of(result), 0);
  const row = (measure: string, unit: string, value: number): Row => ({
    ...{ case: `${results.length} sets of ${leastRecords} records or more`, measure, unit, ours: value },
  });
  const mean = (of: (result: ClusterResult) => number) => share(sum(of) / results.length);
  return [
    held(
      row(
        'works lost',
        'works',
        sum(({ before }) => before.lost),
      ),
      '<= 0',
    ),
    held(
      row(
        'false pairs',
        'pairs',
        sum(({ before }) => before.falsePairs),
      ),
      '<= 0',
    ),
    row(
      'mean sensitivity',
      'of 1',
      mean(({ before }) => before.sensitivity),
    ),
    held(
      row(
        'mean sensitivity after the questions',
        'of 1',
        mean(({ after }) => after.sensitivity),
      ),
      '>= 0.985',
    ),
    held(
      row(
        'questions',
        'per 1,000 records',
        rounded((sum(({ asked }) => asked) * 1000) / sum(({ records }) => records)),
      ),
      '<= 4',
    ),
  ];
}
