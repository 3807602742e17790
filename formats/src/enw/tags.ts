/**
 * Which tags fill which field, first come first served. The letters of refer(1), and what EndNote made
 * of them.
 */
export const fieldTags = {
  title: ['%T', '%Q', '%!'],
  abstract: ['%X'],
  date: ['%D', '%8'],
  volume: ['%V'],
  issue: ['%N'],
  pages: ['%P', '%&'],
  publisher: ['%I'],
  place: ['%C'],
  language: ['%G'],
  url: ['%U', '%>'],
  accession: ['%M'],
  database: ['%~'],
  pmcid: ['%2'],
  number: ['%@'],
} as const;

export const keywordTag = '%K';
/** %O holds other information, %Z notes, %< notes on the research. */
export const noteTags = ['%Z', '%O', '%<'] as const;

/** Enough to be a record. */
export const tellingTags: ReadonlySet<string> = new Set(['%0', '%T', '%A', '%E', '%J', '%B', '%X', '%U', '%R']);

/** Known, and kept with the record alone: dates, addresses, labels, call numbers, editions, series, custom fields. */
const keptAlone = [
  ...['%0', '%A', '%E', '%J', '%B', '%R', '%Y', '%?', '%H', '%S', '%+', '%L', '%F', '%7', '%6', '%9', '%W', '%[', '%]'],
  ...['%=', '%(', '%)', '%*', '%#', '%$', '%1', '%2', '%3', '%4', '%5', '%^', '%<', '%.', '%|', '%:', '%;', '%,', '%-'],
];

export const knownTags: ReadonlySet<string> = new Set([
  ...Object.values(fieldTags).flat(),
  keywordTag,
  ...noteTags,
  ...keptAlone,
]);
