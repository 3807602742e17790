import type { Format } from '../contract.js';
import type { Dialect } from '../tagged/dialect.js';
import { readTagged } from '../tagged/read.js';
import { taggedHead } from '../tagged/head.js';
import { beginsNext, debris, ends, isOutside, opens, tagOf } from './lines.js';
import { referenceOf } from './reference.js';
import { knownTags, tellingTags } from './tags.js';

const webOfScience: Dialect = {
  tagOf,
  opens,
  beginsNext,
  ends,
  isOutside,
  debris,
  isRecord: (record) => record.firstTag === 'PT' || record.hasAny(tellingTags),
  runningText: new Set(['AB']),
  knows: (tag) => knownTags.has(tag),
  read: referenceOf,
};

/** The tagged format of Web of Science and the databases on its platform. */
export const ciw: Format = {
  name: 'ciw',
  label: 'Web of Science (CIW, ISI)',
  extensions: ['ciw', 'isi', 'txt'],
  byLines: true,
  recognise,
  read: (chunks) => readTagged(webOfScience, chunks),
};

function recognise(head: Uint8Array, fileName = ''): number {
  const text = taggedHead(head);
  const typed = /^PT [A-Z][ \t]*$/m.test(text);
  if (/^(?:FN|VR) \S/m.test(text.slice(0, 200)) && (typed || /^(?:TI|AU|UT) /m.test(text))) return 0.97;
  const told = ['AU', 'TI', 'SO', 'PY', 'UT', 'ER'].filter((tag) =>
    new RegExp(`^${tag}(?: |$)`, 'm').test(text),
  ).length;
  if (typed && told >= 2) return 0.95;
  if (typed || told >= 5) return /\.(?:ciw|isi)$/i.test(fileName) ? 0.6 : 0.4;
  return 0;
}
