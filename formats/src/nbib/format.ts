import type { Format } from '../contract.js';
import type { Dialect } from '../tagged/dialect.js';
import { taggedHead } from '../tagged/head.js';
import { beginsNext, tagOf } from './lines.js';
import { readMedline } from './read.js';
import { referenceOf } from './reference.js';
import { knownTags, tellingTags } from './tags.js';
import { writeNbib } from './writer.js';

export const medline: Dialect = {
  tagOf,
  opens: ({ tag }) => knownTags.has(tag),
  beginsNext,
  debris: (text) => (/^\d{1,7}[.:]$/.test(text.trim()) ? 'running-number' : undefined),
  isRecord: (record) => record.hasAny(tellingTags),
  runningText: new Set(['AB', 'OAB']),
  knows: (tag) => knownTags.has(tag),
  read: (tags) => referenceOf(tags),
};

/** The tagged format of PubMed; ERIC and others write dialects of it. */
export const nbib: Format = {
  name: 'nbib',
  label: 'PubMed (NBIB, MEDLINE)',
  extensions: ['nbib', 'txt', 'medline'],
  byLines: true,
  recognise,
  read: (chunks) => readMedline(medline, chunks),
  write: writeNbib,
};

/** Tags that only MEDLINE has, and only at the margin. */
const own = /^(?:PMID ?- ?\d|(?:OWN|STAT|PMCR|DCOM|MHDA|CRDT|EDAT|PHST|FAU) ?- )/m;
/** The type line of a RIS record: its file may have tags of four letters as well. */
const ris = /^TY {0,2}- {0,2}[A-Z]/m;

function recognise(head: Uint8Array, fileName = ''): number {
  const text = taggedHead(head);
  if (ris.test(text)) return 0;
  if (own.test(text)) return 0.95;
  const tags = new Set(text.split('\n').map((line) => tagOf(line)?.tag));
  const told = ['TI', 'AU', 'JT', 'TA', 'DP', 'PT', 'LID', 'AID', 'AB', 'SO', 'BTI'].filter((tag) =>
    tags.has(tag),
  ).length;
  if (told >= 3 && (tags.has('JT') || tags.has('TA') || tags.has('LID') || tags.has('AID'))) return 0.7;
  return told > 0 && /\.(?:nbib|medline)$/i.test(fileName) ? 0.5 : 0;
}
