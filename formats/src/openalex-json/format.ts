import type { Format } from '../contract.js';
import { jsonHead } from '../json/head.js';
import { recordsOfJson } from '../json/read-records.js';
import { isKnown } from './known.js';
import { readWork } from './work.js';

/** What OpenAlex gives of works: one, or a page of them. */
export const openalexJson: Format = {
  name: 'openalex-json',
  label: 'OpenAlex JSON',
  extensions: ['json', 'jsonl'],
  byLines: false,
  recognise,
  read: (chunks) => recordsOfJson(chunks, { read: readWork, isKnown }),
};

const telling = [
  'authorships',
  'abstract_inverted_index',
  'primary_location',
  'host_venue',
  'publication_year',
  'display_name',
];

function recognise(head: Uint8Array): number {
  const text = jsonHead(head);
  if (text === undefined) return 0;
  const marks = telling.filter((key) => text.includes(`"${key}"`)).length;
  if (/"https?:\/\/(?:api\.)?openalex\.org\/(?:works\/)?W\d/.test(text)) return marks > 0 ? 0.98 : 0.3;
  return marks > 2 ? 0.8 : 0;
}
