import type { ColumnField } from '../contract.js';
import { plainName } from './plain-name.js';

/**
 * Tables whose columns are named by the tags of another format: Web of Science's tab-delimited files (PT AU AF TI SO …)
 * and RIS turned into a table (TY AU TI JO …), as R packages and spreadsheets of reference managers write it.
 */
const webOfScience: Readonly<Record<string, readonly [ColumnField, number?]>> = {
  PT: ['type', 1],
  DT: ['type'],
  AF: ['authors'],
  AU: ['authors', 1],
  CA: ['authors', 2],
  BA: ['authors', 3],
  TI: ['title'],
  SO: ['journal'],
  JI: ['journal', 1],
  PY: ['year'],
  PD: ['year', 1],
  VL: ['volume'],
  IS: ['issue'],
  BP: ['startPage'],
  EP: ['endPage'],
  AR: ['pages'],
  DI: ['doi'],
  D2: ['doi', 1],
  AB: ['abstract'],
  DE: ['keywords'],
  ID: ['keywords', 1],
  LA: ['language'],
  PU: ['publisher'],
  PI: ['place'],
  SN: ['issn'],
  EI: ['issn', 1],
  BN: ['isbn'],
  PM: ['pmid'],
  UT: ['accession'],
  BE: ['editors'],
};

const ris: Readonly<Record<string, readonly [ColumnField, number?]>> = {
  TY: ['type'],
  AU: ['authors'],
  A1: ['authors', 1],
  TI: ['title'],
  T1: ['title', 1],
  CT: ['title', 2],
  JF: ['journal'],
  T2: ['journal', 1],
  JO: ['journal', 2],
  JA: ['journal', 3],
  J2: ['journal', 4],
  BT: ['journal', 5],
  PY: ['year'],
  Y1: ['year', 1],
  DA: ['year', 2],
  VL: ['volume'],
  IS: ['issue'],
  SP: ['startPage'],
  EP: ['endPage'],
  DO: ['doi'],
  DI: ['doi', 1],
  AB: ['abstract'],
  N2: ['abstract', 1],
  KW: ['keywords'],
  LA: ['language'],
  PB: ['publisher'],
  CY: ['place'],
  PP: ['place', 1],
  SN: ['issn'],
  UR: ['url'],
  AN: ['accession'],
  DB: ['database'],
  ED: ['editors'],
  N1: ['notes'],
};

export type TagNames = 'web-of-science' | 'ris';

/** Whose tags these columns are named by: at least three of them, a title among them, and a tag that tells. */
export function tagNamesIn(header: readonly string[]): TagNames | undefined {
  const tags = header.map((name) => name.trim().replace(/^\uFEFF/, '')).filter((name) => /^[A-Z][A-Z0-9]$/.test(name));
  if (tags.length < 3) return undefined;
  const has = (tag: string) => tags.includes(tag);
  if (has('TY') || has('T1') || has('DO') || has('JO')) return has('TI') || has('T1') ? 'ris' : undefined;
  return has('TI') && (has('PT') || has('SO') || has('UT') || has('AF')) ? 'web-of-science' : undefined;
}

export function fieldOfTag(name: string, names: TagNames): { field: ColumnField; rank: number } | undefined {
  const tag = name.trim().replace(/^\uFEFF/, '');
  const known = (names === 'ris' ? ris : webOfScience)[tag];
  return known === undefined ? undefined : { field: known[0], rank: known[1] ?? 0 };
}

/** True for the names of two letters that nobody but a tagged format has. */
export function isTagName(name: string): boolean {
  return /^[A-Z][A-Z0-9]$/.test(name.trim()) && plainName(name) in lowerTags;
}

const lowerTags: Readonly<Record<string, true>> = Object.fromEntries(
  [...Object.keys(webOfScience), ...Object.keys(ris)].map((tag) => [tag.toLowerCase(), true as const]),
);
