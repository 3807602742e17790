import { bareDoi } from './letters.mjs';
import { firstOf, taggedRecords } from './tagged.mjs';

/** Two characters and a blank; a record begins at RT. */
export function refworksRecords(text) {
  return taggedRecords(text.replace(/^\uFEFF/, ''), {
    line: /^([A-Z][A-Z0-9]) (.*)$/s,
    opens: ({ tag }) => tag === 'RT',
  }).map((record) => ({
    title: firstOf(record, ['T1', 'TI']),
    abstract: firstOf(record, ['AB']),
    doi: bareDoi(firstOf(record, ['DO'])),
  }));
}
