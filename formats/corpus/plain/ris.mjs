import { bareDoi } from './letters.mjs';
import { allOf, firstOf, taggedRecords } from './tagged.mjs';

/** Two capitals, blanks, a hyphen. A record begins at its type and ends at ER; without types, at the first tag. */
export function risRecords(text) {
  const unnumbered = text.replace(/^\uFEFF/, '').replace(/^\d+\. ?(?=TY)/gm, '');
  const typed = /^TY[ \t]{1,3}-/m.test(unnumbered);
  return taggedRecords(unnumbered, {
    line: /^([A-Z][A-Z0-9])[ \t]{1,3}-(?: |$)(.*)$/s,
    opens: ({ tag, open }) => tag === 'TY' || (!typed && tag !== undefined && tag !== 'ER' && open === undefined),
    closes: (tag) => tag === 'ER',
  }).map((record) => ({
    title: firstOf(record, ['TI', 'T1', 'CT', 'BT']),
    abstract: firstOf(record, ['AB', 'N2'], (value) => !value.startsWith('Copyright of')),
    doi: allOf(record, ['DO']).map(bareDoi).find(Boolean),
    links: allOf(record, ['UR', 'L2', 'LK', 'DP', 'DB', 'AN', 'N1']).join(' '),
  }));
}
