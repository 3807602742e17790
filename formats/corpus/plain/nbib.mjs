import { bareDoi } from './letters.mjs';
import { allOf, firstOf, taggedRecords } from './tagged.mjs';

/** Up to four capitals, a hyphen in the fifth place; records are parted by a blank line. A title may go on under its tag. */
export function nbibRecords(text) {
  return taggedRecords(text, {
    line: /^([A-Z][A-Z0-9]{1,3}) *- ?(.*)$/s,
    opens: ({ tag, blank, open }) => tag !== undefined && (blank || (tag === 'PMID' && has(open, 'PMID'))),
  }).map((record) => ({
    title: [firstOf(record, ['TI', 'BTI', 'CTI', 'TT']), allOf(record, ['TI']).join(' ')],
    abstract: firstOf(record, ['AB', 'OAB']),
    doi: allOf(record, ['LID', 'AID', 'DOI', 'DO'])
      .filter((value) => !/\[(?!doi)\w+\]$/.test(value))
      .map(bareDoi)
      .find(Boolean),
  }));
}

function has(record, tag) {
  return record?.some((each) => each.tag === tag) ?? false;
}
