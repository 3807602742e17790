import { bareDoi } from './letters.mjs';
import { allOf, firstOf, taggedRecords } from './tagged.mjs';

/** A number between angle brackets, then tags of two letters, or whole words on a line of their own. */
export function ovidRecords(text) {
  return taggedRecords(text.replace(/^\uFEFF/, ''), {
    line: /^ ?((?:[A-Z][A-Z0-9])(?= {1,2}-(?: |$))|[A-Z][A-Za-z ]+(?=$))(?: {1,2}- ?(.*))?$/s,
    opens: ({ line }) => /^\s*<\s*\d+\s*\.?\s*>\s*$/.test(line),
  }).map((record) => (record.length > 0 ? ofTags(record) : {}));
}

function ofTags(record) {
  return {
    title: titles(firstOf(record, ['TI', 'T1', 'BT', 'Title'])),
    abstract: firstOf(record, ['AB', 'N2', 'Abstract']),
    doi: allOf(record, ['DO', 'DI', 'Digital Object Identifier', 'DOI']).map(bareDoi).find(Boolean),
    links: 'ovid.com',
  };
}

/** Ovid sets what sort of a text it is after the title, "[Article]"; a reader may take that for part of it or not. */
function titles(title) {
  return title === undefined ? undefined : [title, title.replace(/\s*\[[A-Z][a-z ]+\]\.?$/, '')];
}
