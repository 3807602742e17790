import type { Format } from '../contract.js';
import { xmlHead } from '../xml/first-tags.js';
import { recordsOfXml } from '../xml/read-records.js';
import { containers } from './containers.js';
import { readRecord } from './record.js';
import { isKnown } from './tags.js';

/** What Crossref's services give as XML (UNIXREF, UNIXSD, the answer to a query), and what publishers send it. */
export const crossrefXml: Format = {
  name: 'crossref-xml',
  label: 'Crossref XML',
  extensions: ['xml'],
  byLines: false,
  recognise,
  read: (chunks) => recordsOfXml(chunks, { names, silent: ['head', 'crm-item'], read: readRecord, isKnown }),
};

const names = [['query'], ['doi_record'], [...containers]] as const;

function recognise(head: Uint8Array): number {
  const xml = xmlHead(head);
  if (xml === undefined) return 0;
  const tells = ['doi_records', 'doi_record', 'crossref_result', 'doi_batch', 'query_result'];
  const found = tells.some((name) => xml.names.has(name));
  const bare = xml.names.has('crossref') && containers.some((name) => xml.names.has(name));
  if (!found && !bare) return 0;
  return xml.preamble ? 0.7 : 0.98;
}
