import type { Format, Found } from '../contract.js';
import { decodeHead } from '../text/decode.js';
import { portionsOf } from '../text/lines.js';
import { RecordReader } from './record-reader.js';
import { recordEnd, recordStart, tagLine } from './tag-line.js';
import { writeRis } from './writer.js';

/** The tagged format that nearly every database and reference manager exports. */
export const ris: Format = {
  name: 'ris',
  label: 'RIS',
  extensions: ['ris'],
  byLines: true,
  recognise,
  read,
  write: writeRis,
};

async function* read(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Found> {
  const reader = new RecordReader();
  for await (const portions of portionsOf(chunks)) {
    for (const portion of portions) reader.take(portion);
    for (const each of reader.drain()) yield each;
  }
  reader.end();
  for (const each of reader.drain()) yield each;
}

/** A type line is telling; so are tags closed by an end line. The file's name decides only where neither shows. */
function recognise(head: Uint8Array, fileName?: string): number {
  const lines = decodeHead(head).split(/\r\n|\r|\n/);
  const typed = lines.some((line) => recordStart(line) !== undefined);
  const tagged = lines.filter((line) => (tagLine(line)?.gap ?? 0) >= 1).length;
  if (typed) return tagged > 1 ? 0.99 : 0.9;
  if (tagged > 2 && lines.some((line) => recordEnd(line) === 'plain')) return 0.8;
  return fileName?.toLowerCase().endsWith('.ris') ? 0.5 : 0;
}
