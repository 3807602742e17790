import type { Found } from '../contract.js';
import { linesOf } from '../text/lines.js';
import type { Dialect } from './dialect.js';
import { RecordReader } from './record-reader.js';

/** Everything that a file of tagged lines holds. */
export async function* readTagged(dialect: Dialect, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Found> {
  const reader = new RecordReader(dialect);
  for await (const lines of linesOf(chunks)) {
    for (const line of lines) reader.take(line);
    for (const found of reader.drain()) yield found;
  }
  reader.end();
  for (const found of reader.drain()) yield found;
}
