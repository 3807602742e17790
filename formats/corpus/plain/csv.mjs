import { bareDoi } from './letters.mjs';

const columns = {
  title: ['title', 'item title', 'article title', 'document title', 'primary_title', 'ti', 'display_name'],
  abstract: ['abstract', 'abstract note', 'ab'],
  doi: ['doi', 'item doi', 'do', 'di'],
};

/** A row a record; the first row names the columns. */
export function csvRecords(text) {
  const [head = [], ...rows] = cellsOf(text, delimiterOf(text));
  const names = head.map((name) => name.trim().toLowerCase());
  const cell = (row, field) => columns[field].map((name) => row[names.indexOf(name)]?.trim()).find(Boolean);
  return rows
    .filter((row) => row.some((each) => each.trim()))
    .map((row) => ({
      title: cell(row, 'title'),
      abstract: cell(row, 'abstract'),
      doi: bareDoi(cell(row, 'doi')),
    }));
}

function delimiterOf(text) {
  const [head = ''] = text.split('\n', 1);
  const times = (mark) => head.split(mark).length;
  return ['\t', ';', ','].sort((left, right) => times(right) - times(left))[0];
}

/** A quote opens a cell, two of them stand for one, and line breaks between them belong to the cell. */
export function cellsOf(text, delimiter = ',') {
  const rows = [[]];
  const mark = delimiter === '\t' ? '\\t' : delimiter;
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"[^${mark}\\r\\n]*|([^${mark}\\r\\n]*))(${mark}|\\r\\n|\\r|\\n|$)`, 'y');
  const source = text.replace(/^\uFEFF/, '');
  while (cell.lastIndex < source.length) {
    const [, quoted, bare = '', end] = cell.exec(source);
    rows.at(-1).push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end !== delimiter && cell.lastIndex < source.length) rows.push([]);
  }
  return rows;
}
