import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type LabelledSet, readSet } from './set-file.js';

/** Where labelled sets lie in the corpus that THROUGHLINE_CORPUS names; undefined where it names none. */
export function setsFolder(corpus = process.env.THROUGHLINE_CORPUS): string | undefined {
  const folder = corpus === undefined ? undefined : join(corpus, 'bib', 'dedupe');
  return folder !== undefined && existsSync(folder) ? folder : undefined;
}

/** Every labelled set in a folder, in the order of file names; `say` hears of files that are none. */
export function labelledSets(folder: string, say: (line: string) => void = () => {}): LabelledSet[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.toSorted().flatMap((name) => {
    const set = readSet(readFileSync(join(folder, name), 'utf8'), basename(name, '.json'));
    if (set === undefined) say(`${name} is left out: it holds no labelled records in a form that is known.`);
    return set === undefined ? [] : [set];
  });
}
