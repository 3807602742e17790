import type { Format } from '../contract.js';
import { xmlHead } from '../xml/first-tags.js';
import { recordsOfXml } from '../xml/read-records.js';
import { readRecord } from './reference.js';
import { isKnown } from './tags.js';
import { writeEndnoteXml } from './writer.js';

/** EndNote's own XML, which Zotero, Mendeley and tools for searching write too. */
export const endnoteXml: Format = {
  name: 'endnote-xml',
  label: 'EndNote XML',
  extensions: ['xml'],
  byLines: false,
  recognise,
  read: (chunks) => recordsOfXml(chunks, { names: [['record', 'RECORD']], read: readRecord, isKnown }),
  write: writeEndnoteXml,
};

/** Other formats call their records records too: EndNote's have a type and hold titles. */
function recognise(head: Uint8Array): number {
  const xml = xmlHead(head);
  if (xml === undefined) return 0;
  const { names, preamble } = xml;
  const telling = ['ref-type', 'source-app', 'REFERENCE_TYPE', 'contributors', 'secondary-title', 'foreign-keys'];
  if (!names.has('record') && !names.has('RECORD')) {
    return names.has('xml') && names.has('records') ? 0.6 : 0;
  }
  if (telling.some((name) => names.has(name))) return preamble ? 0.7 : 0.98;
  return names.has('titles') || names.has('records') ? 0.5 : 0;
}
