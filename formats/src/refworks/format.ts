import type { Format } from '../contract.js';
import type { Dialect } from '../tagged/dialect.js';
import { readTagged } from '../tagged/read.js';
import { taggedHead } from '../tagged/head.js';
import { beginsNext, debris, isOutside, opens, tagOf } from './lines.js';
import { referenceOf } from './reference.js';
import { knownTags, tellingTags } from './tags.js';

const refWorksTagged: Dialect = {
  tagOf,
  opens,
  beginsNext,
  isOutside,
  debris,
  isRecord: (record) => record.has('RT') || record.hasAny(tellingTags),
  runningText: new Set(['AB', 'NO']),
  knows: (tag) => knownTags.has(tag),
  read: referenceOf,
};

/** The tagged format of RefWorks, which publishers' platforms write for it as well. */
export const refworks: Format = {
  name: 'refworks',
  label: 'RefWorks tagged',
  extensions: ['txt', 'refworks', 'rwt'],
  byLines: true,
  recognise,
  read: (chunks) => readTagged(refWorksTagged, chunks),
};

function recognise(head: Uint8Array, fileName = ''): number {
  const text = taggedHead(head);
  if (/^Refworks Export Tagged Format\s*$/im.test(text.slice(0, 1000))) return 0.98;
  const typed = /^RT [A-Z][A-Za-z, ]{1,60}$/m.test(text);
  const told = ['SR', 'A1', 'T1', 'JF', 'YR', 'VO', 'K1'].filter((tag) =>
    new RegExp(`^${tag} \\S`, 'm').test(text),
  ).length;
  if (typed && told >= 2) return 0.95;
  if (told >= 4) return 0.7;
  return typed && /\.(?:refworks|rwt)$/i.test(fileName) ? 0.5 : 0;
}
