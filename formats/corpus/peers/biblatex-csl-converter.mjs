import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Its BibDB, with texts as one string. */
export async function reader(folder) {
  const library = await import(pathToFileURL(join(folder, 'lib', 'index.js')).href);
  const parsers = { ris: library.parseRIS, nbib: library.parseNBIB, enw: library.parseENW, bibtex: library.parse };
  return async (text, format) => {
    const { entries } = await parsers[format](text);
    return Object.values(entries).map(({ fields }) => ({
      title: textOf(fields.title),
      abstract: textOf(fields.abstract),
      doi: textOf(fields.doi),
    }));
  };
}

/** A string, or a tree of nodes with text at its leaves. */
function textOf(value) {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join('');
  return textOf(value?.text ?? value?.content ?? '');
}
