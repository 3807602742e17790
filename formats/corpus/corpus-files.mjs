import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellsOf } from './plain/csv.mjs';

/** The folder of the files inside the corpus, and the table that names them. */
const fixturesIn = (corpus) => join(corpus, 'bib', 'fixtures');
export const tableIn = (corpus) => join(fixturesIn(corpus), 'index.csv');

/** The table's names of formats that are not ours. Any other name stands for itself. */
const ourNames = {
  pubmedxml: 'pubmed-xml',
  ovidtagged: 'ovid',
  pmidlist: 'identifier-list',
  endnotexml: 'endnote-xml',
  csljson: 'csl-json',
  crossrefxml: 'crossref-xml',
  openalexjson: 'openalex-json',
  scholaralert: 'alert',
  tsv: 'csv',
};

/**
 * Every file of the corpus: `format` as we name it, `expected` records, the `database` it comes from where the table
 * says so, and the `items` that another program's tests expect of it where they lie beside it. `quirk` is true of the
 * files made by hand. `absent` are those that the tables name and that are not there.
 */
export function corpusFiles(corpus) {
  const named = [...listed(corpus), ...madeByHand(corpus)].map((each) => {
    const path = join(fixturesIn(corpus), each.file);
    return { ...each, path, format: ourNames[each.format] ?? each.format, items: itemsBeside(path) };
  });
  const isThere = ({ path }) => existsSync(path);
  return { files: named.filter(isThere), absent: named.filter((each) => !isThere(each)).map(({ file }) => file) };
}

function listed(corpus) {
  const [names, ...rows] = cellsOf(readFileSync(tableIn(corpus), 'utf8'));
  const column = (row, name) => row[names.indexOf(name)] ?? '';
  return rows
    .filter((row) => column(row, 'file') !== '')
    .map((row) => ({
      file: column(row, 'file'),
      format: column(row, 'format'),
      database: column(row, 'database'),
      expected: Number(column(row, 'expected')),
      quirk: false,
    }));
}

function madeByHand(corpus) {
  const table = join(fixturesIn(corpus), 'quirks', 'index.json');
  if (!existsSync(table)) return [];
  return JSON.parse(readFileSync(table, 'utf8')).map(({ file, format, database = '', expected }) => ({
    ...{ file, format, database, expected, quirk: true },
  }));
}

function itemsBeside(path) {
  const beside = path.replace(/\.[^.]+$/, '.expected.json');
  return existsSync(beside) ? JSON.parse(readFileSync(beside, 'utf8')) : undefined;
}
