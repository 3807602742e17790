import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Its entries; a value may come as a number. */
export async function reader(folder) {
  const { entries } = createRequire(join(folder, 'package.json'))('bibtex-parse');
  const text = (value) => (value === undefined ? undefined : String(value));
  return async (file) =>
    entries(file).map(({ TITLE, ABSTRACT, DOI }) => ({ title: text(TITLE), abstract: text(ABSTRACT), doi: text(DOI) }));
}
