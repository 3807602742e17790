import type { Format } from '../contract.js';
import type { Dialect } from '../tagged/dialect.js';
import { readTagged } from '../tagged/read.js';
import { taggedHead } from '../tagged/head.js';
import { beginsNext, debris, headingOf, isOutside, isRecord, opens, tagOf } from './lines.js';
import { referenceOf } from './reference.js';
import { canonicalTag, isLongName, knownTags } from './tags.js';

const ovidText: Dialect = {
  tagOf,
  opens,
  beginsNext,
  headingOf,
  isOutside,
  debris,
  isRecord,
  runningText: new Set(['AB', 'Abstract']),
  knows: (tag) => knownTags.has(canonicalTag(tag)),
  read: referenceOf,
};

/** The text that Ovid saves: tagged for reference managers, or with its names in full; the Cochrane Library's is like it. */
export const ovid: Format = {
  name: 'ovid',
  label: 'Ovid text (tagged, Reprint/Medlars)',
  extensions: ['txt', 'cgi', 'ovd', 'text'],
  byLines: true,
  recognise,
  read: (chunks) => readTagged(ovidText, chunks),
};

/** RIS and MEDLINE have tags like these; their own first lines tell. */
const others = /^(?:\d+\.\s*)?TY {0,2}- {0,2}[A-Z]|^(?:PMID ?- ?\d|(?:OWN|STAT|FAU) ?- )/m;
const numbered = /^ {0,3}<\s?\d{1,7}\s?\.?\s?>\s*$/m;

function recognise(head: Uint8Array, fileName = ''): number {
  const text = taggedHead(head);
  if (others.test(text)) return 0;
  if (/^ ?VN[ \t\u00a0]{1,3}-[ \u00a0]Ovid/m.test(text)) return 0.97;
  const lines = text.split('\n');
  const labels = new Set(lines.map((line) => line.trimEnd()).filter((line) => line !== '' && isLongName(line))).size;
  const tags = new Set(lines.map((line) => /^ ?([A-Z][A-Z0-9])[ \t\u00a0]{1,3}-[ \u00a0]\S/.exec(line)?.[1])).size - 1;
  if (numbered.test(text) && (labels >= 2 || tags >= 2)) return 0.95;
  if (/^Record #?\d+ of \d+\s*$/m.test(text) && /^(?:TI|AU|ID): \S/m.test(text)) return 0.9;
  if (/^ {0,3}\d{1,7}\.\s*$/m.test(text) && tags >= 2) return 0.7;
  if (labels >= 4) return 0.85;
  if (tags >= 4) return 0.6;
  return (labels > 1 || tags > 1) && /\.(?:cgi|ovd)$/i.test(fileName) ? 0.5 : 0;
}
