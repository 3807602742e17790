import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Its entries, titles in the case of the file. */
export async function reader(folder) {
  const { parse } = await import(pathToFileURL(join(folder, 'dist', 'esm', 'index.js')).href);
  return async (text) =>
    parse(text, { sentenceCase: { langids: false } }).entries.map(({ fields: { title, abstract, doi } }) => ({
      ...{ title, abstract, doi },
    }));
}
