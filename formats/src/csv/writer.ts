import type { WrittenRecord } from '../contract.js';
import { writtenRows } from '../table/written-rows.js';
import { harmless } from './harmless.js';

/**
 * Records as CSV that a spreadsheet opens as it stands: UTF-8 with its byte order mark, commas, CRLF, every cell that
 * needs it in quotation marks (RFC 4180). Read again, it says the same; line breaks of every kind come back as "\n", and
 * NUL, which makes a file binary, does not come back.
 */
export async function* writeCsv(records: AsyncIterable<WrittenRecord>): AsyncGenerator<string> {
  let first = true;
  for await (const row of writtenRows(records, 'csv')) {
    yield `${first ? '\uFEFF' : ''}${row.map(asCell).join(',')}\r\n`;
    first = false;
  }
}

function asCell(value: string): string {
  const text = harmless(value.includes('\0') ? value.replaceAll('\0', '') : value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
