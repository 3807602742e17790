import { bareDoi } from './letters.mjs';
import { allOf, firstOf, taggedRecords } from './tagged.mjs';

/** A percent sign and one character; a blank line begins the next record, or a type after a title. */
export function enwRecords(text) {
  return taggedRecords(text.replace(/^\uFEFF/, ''), {
    line: /^%(.)(?: (.*))?$/s,
    opens: ({ tag, blank, open }) => tag !== undefined && (blank || (tag === '0' && has(open, '0') && has(open, 'T'))),
  }).map((record) => ({
    title: firstOf(record, ['T']),
    abstract: firstOf(record, ['X']),
    doi: allOf(record, ['R', 'U', 'Z']).map(bareDoi).find(Boolean),
  }));
}

function has(record, tag) {
  return record?.some((each) => each.tag === tag) ?? false;
}
