import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { corpusFiles, tableIn } from '../corpus/corpus-files.mjs';

/** Bytes of one file: inputs are pieces of it. */
const mostOfOne = 200 * 1024;

/** The real exports in a folder, which are no part of the project, as seeds; none where no folder is named. */
export function realFiles(corpus = '') {
  if (corpus === '') return [];
  if (!existsSync(tableIn(corpus))) throw new Error(`${dirname(tableIn(corpus))} holds no index.csv.`);
  return corpusFiles(corpus).files.map(({ file, format, path }) => ({
    ...{ name: file, format },
    bytes: new Uint8Array(readFileSync(path)).subarray(0, mostOfOne),
  }));
}
