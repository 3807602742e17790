import { bareDoi } from './letters.mjs';
import { firstOf, taggedRecords } from './tagged.mjs';

/** Two capitals and a blank; what is indented goes on; a record begins at PT and ends at ER. */
export function ciwRecords(text) {
  return taggedRecords(text.replace(/^\uFEFF/, ''), {
    line: /^([A-Z][A-Z0-9])(?:\s(.*))?$/s,
    opens: ({ tag, open }) => tag === 'PT' && !open?.some((each) => each.tag === 'PT'),
    closes: (tag) => tag === 'ER',
  }).map((record) => ({
    title: firstOf(record, ['TI', 'FT', 'BT']),
    abstract: firstOf(record, ['AB']),
    doi: bareDoi(firstOf(record, ['DI']) ?? firstOf(record, ['D2'])),
  }));
}
