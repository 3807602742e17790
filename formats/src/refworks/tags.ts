/** Which tags fill which field, first come first served: the legend that RefWorks prints before its own exports. */
export const fieldTags = {
  title: ['T1', 'OT', 'ST'],
  abstract: ['AB'],
  journal: ['JF', 'JO'],
  book: ['T2', 'T3'],
  date: ['YR', 'FD'],
  volume: ['VO'],
  issue: ['IS'],
  publisher: ['PB'],
  place: ['PP'],
  language: ['LA', 'OL'],
  url: ['UL', 'LK'],
  doi: ['DO', 'DI'],
  number: ['SN'],
  accession: ['AN'],
  database: ['DB', 'DS'],
  pmid: ['PMID'],
  pmcid: ['PMCID'],
} as const;

export const keywordTags = ['K1', 'KW'] as const;
export const noteTags = ['NO', 'U1', 'U2', 'U3', 'U4', 'U5'] as const;

/** Enough to be a record where its type line is missing. */
export const tellingTags: ReadonlySet<string> = new Set(['T1', 'A1', 'JF', 'AB', 'OT']);

const users = Array.from({ length: 15 }, (_, index) => `U${index + 1}`);

/** Known, and kept with the record alone: addresses, editions, call numbers, links, dates, the user's own fields. */
const keptAlone = [
  ...['RT', 'SR', 'ID', 'A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'SP', 'OP', 'ED', 'AV', 'AD', 'CL', 'SF', 'CN', 'IP', 'RD'],
  ...['WT', 'WV', 'WP', 'OL', 'T3', 'NO', 'PMID', 'PMCID', 'JO', 'DI', 'PG', 'CR', 'FL', 'GR', 'GL', 'PN', 'UL'],
  ...users,
];

export const knownTags: ReadonlySet<string> = new Set([
  ...Object.values(fieldTags).flat(),
  ...keywordTags,
  ...noteTags,
  ...tellingTags,
  ...keptAlone,
]);
