import type { Format } from '../contract.js';
import { jsonHead } from '../json/head.js';
import { recordsOfJson } from '../json/read-records.js';
import { isKnown } from './known.js';
import { readItem } from './reference.js';
import { typeNames } from './types.js';
import { writeCslJson } from './writer.js';

/** The JSON that citation processors take and reference managers give, and Crossref's REST service nearly. */
export const cslJson: Format = {
  name: 'csl-json',
  label: 'CSL-JSON',
  extensions: ['json'],
  byLines: false,
  recognise,
  read: (chunks) => recordsOfJson(chunks, { read: readItem, isKnown }),
  write: writeCslJson,
};

const typed = new RegExp(`"type"\\s{0,20}:\\s{0,20}"(?:${typeNames.join('|')})"`);
const telling = [
  /"date-parts"\s{0,20}:/,
  /"container-title"\s{0,20}:/,
  /"issued"\s{0,20}:/,
  /"DOI"\s{0,20}:/,
  /"family"\s{0,20}:/,
];

function recognise(head: Uint8Array, fileName?: string): number {
  const text = jsonHead(head);
  if (text === undefined) return 0;
  if (/"message-type"\s{0,20}:\s{0,20}"work/.test(text)) return 0.97;
  const marks = telling.filter((pattern) => pattern.test(text)).length;
  if (typed.test(text)) return marks > 0 ? 0.95 : 0.6;
  if (marks > 1) return 0.7;
  return /^\[\s*\]\s*$/.test(text) && fileName?.toLowerCase().endsWith('.json') ? 0.3 : 0;
}
