import type { Reference } from '@throughline/core';
import type { Format, Found, FoundRecord } from '../contract.js';
import { firstDoi } from '../doi.js';
import { excerpt } from '../excerpt.js';
import { decodeHead } from '../text/decode.js';
import type { Line } from '../text/line-splitter.js';
import { linesOf } from '../text/lines.js';

/**
 * Numbers alone, one on a line: PubMed numbers as PubMed saves them, or DOIs. Each is a record that says nothing yet but
 * where its reference can be looked up; better than a search result that cannot be brought in at all.
 */
export const identifierList: Format = {
  name: 'identifier-list',
  label: 'List of PubMed numbers or DOIs',
  extensions: ['txt', 'csv'],
  byLines: true,
  recognise,
  read,
};

async function* read(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Found> {
  for await (const lines of linesOf(chunks)) {
    for (const line of lines) {
      const found = foundIn(line);
      if (found !== undefined) yield found;
    }
  }
}

function foundIn(line: Line): Found | undefined {
  const lines = { from: line.number, to: line.number };
  if (line.tooLong) return { kind: 'unread', reason: 'line.too-long', lines, text: line.text };
  const text = line.text.trim();
  if (text === '') return undefined;
  const reference = referenceOf(text);
  if (reference === undefined) return { kind: 'unread', reason: 'lines.outside-record', lines, text: excerpt(text) };
  const record: FoundRecord = { kind: 'record', reference, lines, raw: line.text };
  return reference.pmid === undefined ? record : { ...record, vendor: 'pubmed' };
}

/** A line that is a number and nothing else. */
function referenceOf(text: string): Reference | undefined {
  const bare = { type: 'other', authors: [], keywords: [], format: 'identifier-list' } as const;
  const pmid = pubmedNumber.exec(text)?.[1];
  if (pmid !== undefined) return { ...bare, pmid, tags: [{ tag: 'PMID', value: pmid }] };
  const doi = text.length <= longestDoi && aloneDoi.test(text) ? firstDoi(text) : undefined;
  return doi === undefined ? undefined : { ...bare, doi, tags: [{ tag: 'DOI', value: text }] };
}

const pubmedNumber = /^(?:PMID:? ?)?(\d{4,9})[,;]?$/i;
const aloneDoi = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:? ?)?10\.\d{4,9}\/\S+$/i;
/** Characters. */
const longestDoi = 2000;

/** Numbers and nothing else; one alone may be anything. */
function recognise(head: Uint8Array): number {
  const lines = decodeHead(head)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  // The last line of the head may be cut.
  const whole = lines.length > 1000 ? lines.slice(0, -1) : lines;
  const numbers = whole.filter((line) => line.length <= longestDoi && referenceOf(line) !== undefined).length;
  return numbers >= 2 && numbers === whole.length ? 0.6 : 0;
}
