/**
 * The check against real files, which are no part of this project: exports of the databases and a published paper, in
 * the folder that THROUGHLINE_CORPUS names. Prints one JSON object with --json, a table without; exits 1 where a row
 * does not hold, 2 where the folder is not there.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expectedFieldRows } from './expected-fields.mjs';
import { foundingPaperRows } from './founding-paper.mjs';
import { risRows } from './ris-files.mjs';

const folder = resolve(process.env.THROUGHLINE_CORPUS ?? '');
if (!process.env.THROUGHLINE_CORPUS || !existsSync(join(folder, 'bib', 'fixtures', 'index.csv'))) {
  process.stderr.write('Set THROUGHLINE_CORPUS to the folder that holds bib/fixtures/index.csv.\n');
  process.exit(2);
}

const measured = [await risRows(folder), await expectedFieldRows(folder), await foundingPaperRows(folder)];
const rows = measured.flatMap((part) => part.rows);
const failures = measured.flatMap((part) => part.failures);
const holds = rows.every((row) => row.holds);
if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify({ name: 'formats', node: process.version, holds, rows, failures })}\n`);
} else {
  for (const row of rows)
    process.stdout.write(`${row.holds ? 'holds' : 'FAILS'}  ${row.case}: ${row.measure} ${row.ours} of ${row.of}\n`);
  for (const failure of failures) process.stdout.write(`  ${failure}\n`);
}
process.exitCode = holds ? 0 : 1;
