import type { Format, Found } from '../contract.js';
import { decodeHead } from '../text/decode.js';
import { linesOf } from '../text/lines.js';
import { EntryReader } from './entry-reader.js';
import { startsEntry } from './entry-start.js';
import { isEntryType } from './entry-types.js';
import { writeBibtex } from './writer.js';

/** BibTeX and BibLaTeX: what LaTeX cites from, and what publishers' pages and reference managers export. */
export const bibtex: Format = {
  name: 'bibtex',
  label: 'BibTeX',
  extensions: ['bib', 'bibtex'],
  // Some exports put several entries on one line. Where none does, each line is accounted for once.
  byLines: false,
  recognise,
  read,
  write: writeBibtex,
};

async function* read(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Found> {
  const reader = new EntryReader();
  for await (const lines of linesOf(chunks)) {
    for (const line of lines) reader.take(line);
    yield* reader.drain();
  }
  reader.end();
  yield* reader.drain();
}

/** A known type with its key, or any type with a key and a field. The file's name decides only where nothing shows. */
function recognise(head: Uint8Array, fileName?: string): number {
  const text = decodeHead(head);
  const opened = text.split(/\r\n|\r|\n/).filter(startsEntry);
  const types = opened.map((line) => /@[ \t]*([A-Za-z]+)/.exec(line)?.[1] ?? '');
  if (types.some(isEntryType)) return field.test(text) || /@comment\{jabref/i.test(text) ? 0.98 : 0.8;
  if (opened.length > 0 && field.test(text)) return 0.7;
  if (inline.test(text)) return 0.7;
  return /\.bib(?:tex)?$/i.test(fileName ?? '') ? 0.3 : 0;
}

const field = /[\s,{(][A-Za-z][\w-]*[ \t]*=[ \t]*[{"\w]/;
const inline = /@(?:article|book|inproceedings|incollection|misc|phdthesis|techreport)\{[^\s{},]*,\s*\w+\s*=/i;
