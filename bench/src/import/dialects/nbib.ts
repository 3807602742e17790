import type { MadeRecord } from '../made-record.js';

/** Characters of a line, the tag included, as PubMed breaks them. */
const width = 88;
const indent = ' '.repeat(6);

/** A value under its tag, broken into lines. */
function field(tag: string, value: string): string {
  const lines: string[] = [];
  let line = `${tag.padEnd(4)}-`;
  for (const word of value.split(' ')) {
    if (line.length + word.length + 1 > width) {
      lines.push(line);
      line = indent + word;
    } else line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}

const initials = (given: string): string => given.slice(0, 1);

export function nbibText(record: MadeRecord): string {
  const { pmid, issn, volume, issue, year, pages, doi, authors, affiliations } = record;
  const people = authors.flatMap(({ family, given }, n) => [
    ...[field('FAU', `${family}, ${given}`), field('AU', `${family} ${initials(given)}`)],
    ...(n < affiliations.length ? [field('AD', `${affiliations[n]}.`)] : []),
  ]);
  return `${[
    ...[`PMID- ${pmid}`, 'OWN - NLM', 'STAT- MEDLINE', `DCOM- ${year}1104`, `LR  - ${year}1208`],
    ...[`IS  - ${issn} (Electronic)`, `IS  - ${issn} (Linking)`, `VI  - ${volume}`, `IP  - ${issue}`],
    ...[`DP  - ${year} Jun`, field('TI', `${record.title}.`), `PG  - ${pages.join('-')}`, `LID - ${doi} [doi]`],
    ...[field('AB', record.abstract.join(' ')), ...people, 'LA  - eng', 'PT  - Journal Article', 'PL  - England'],
    ...[field('TA', record.journal.slice(0, 20)), field('JT', record.journal), `JID - ${pmid.slice(0, 7)}`, 'SB  - IM'],
    ...record.keywords.map((keyword) => field('MH', `${keyword}/*psychology`)),
    ...[`EDAT- ${year}/06/12 06:00`, `MHDA- ${year}/11/05 06:00`, `CRDT- ${year}/06/12 04:02`, 'PST - ppublish'],
    ...[`AID - ${doi} [doi]`, field('SO', `${record.journal}. ${year} Jun;${volume}(${issue}):${pages.join('-')}.`)],
  ].join('\n')}\n\n`;
}
