/**
 * The check against real files, which are no part of this project: exports of the databases and a published paper, in
 * the folder that THROUGHLINE_CORPUS names. Prints one JSON object with --json, a table without; --without-peers leaves
 * out the other programs. Exits 1 where a row does not hold, 2 where the folder is not there.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { corpusFiles, tableIn } from './corpus-files.mjs';
import { foundingPaperRows } from './founding-paper.mjs';
import { measured } from './measure.mjs';
import { referencePartsRows } from './reference-parts.mjs';

const folder = resolve(process.env.THROUGHLINE_CORPUS ?? '');
if (!process.env.THROUGHLINE_CORPUS || !existsSync(tableIn(folder))) {
  process.stderr.write('Set THROUGHLINE_CORPUS to the folder that holds bib/fixtures/index.csv.\n');
  process.exit(2);
}

const say = (line) => void process.stderr.write(`${line}\n`);
const withPeers = !process.argv.includes('--without-peers');
const { files, absent } = corpusFiles(folder);
for (const file of absent) say(`${file}: a table names it, and it is not there`);
const { rows: formatRows, failures, ...more } = await measured(files, { withPeers, say });
const paper = await foundingPaperRows(folder);
const rows = [...formatRows, ...paper.rows, ...(await referencePartsRows(folder))];
const holds = rows.every((row) => row.holds);
const found = {
  ...{ name: 'formats', node: process.version, holds, rows },
  ...{ failures: [...failures, ...paper.failures], absent, ...more },
};
process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(found)}\n` : asTable(found));
process.exitCode = holds ? 0 : 1;

function asTable({ rows: all, failures: wrong, differences }) {
  const lines = all.map((row) => `${row.holds ? 'holds' : 'FAILS'}  ${row.case}: ${row.measure} ${numbersOf(row)}`);
  const lists = [...wrong.map((failure) => `  ${failure}`), ...differences.map((each) => `  differs: ${each}`)];
  return `${[...lines, ...lists].join('\n')}\n`;
}

function numbersOf({ unit, ours, of, peer, peerName }) {
  if (peer !== undefined) return `${percent(ours)}; ${peerName} ${percent(peer)}`;
  return of === undefined ? `${ours} ${unit}` : `${ours} of ${of}`;
}

function percent(share) {
  return `${(share * 100).toFixed(2)} %`;
}
