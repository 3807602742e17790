import type { Format } from '../contract.js';
import type { Dialect } from '../tagged/dialect.js';
import { readTagged } from '../tagged/read.js';
import { taggedHead } from '../tagged/head.js';
import { beginsNext, debris, runningText, tagOf } from './lines.js';
import { referenceOf } from './reference.js';
import { knownTags, tellingTags } from './tags.js';

const refer: Dialect = {
  tagOf,
  opens: ({ tag }) => knownTags.has(tag),
  beginsNext,
  debris,
  isRecord: (record) => record.hasAny(tellingTags),
  runningText,
  knows: (tag) => knownTags.has(tag),
  read: referenceOf,
};

/** Refer's tags as EndNote imports them: Google Scholar, AIS eLibrary, libraries and publishers write them. */
export const enw: Format = {
  name: 'enw',
  label: 'EndNote tagged (ENW, Refer)',
  extensions: ['enw', 'enl', 'txt', 'refer'],
  byLines: true,
  recognise,
  read: (chunks) => readTagged(refer, chunks),
};

function recognise(head: Uint8Array, fileName = ''): number {
  const text = taggedHead(head);
  if (/^%0 [A-Z]/m.test(text) && /^%[TAEDJB] \S/m.test(text)) return 0.97;
  const told = ['T', 'A', 'D', 'J', 'B', 'I', 'P', 'V', 'U', 'X', 'K', 'E'];
  const tags = told.filter((tag) => new RegExp(`^%${tag} \\S`, 'm').test(text)).length;
  if (tags >= 3) return 0.9;
  if (tags === 2 || /^%0 [A-Z]/m.test(text)) return 0.6;
  return tags > 0 && /\.enw$/i.test(fileName) ? 0.5 : 0;
}
