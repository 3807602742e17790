import { slotsOf } from '../tagged/values.js';

/**
 * Which tags fill which field, first come first served. PubMed's names; ERIC's and EndNote's where they differ.
 * https://www.nlm.nih.gov/bsd/mms/medlineelements.html
 */
export const fieldTags = {
  /** BTI is the book itself where nothing has a title of its own; VTI and TT are the title in its own language. */
  title: ['TI', 'BTI', 'VTI', 'TT', 'CTI'],
  abstract: ['AB', 'OAB'],
  journal: ['JT', 'TA'],
  book: ['BTI', 'CTI'],
  date: ['DP', 'DEP', 'DA', 'SO', 'EDAT'],
  volume: ['VI'],
  issue: ['IP'],
  pages: ['PG'],
  publisher: ['PB'],
  place: ['PL'],
  language: ['LA'],
  accession: ['AN', 'UI'],
  database: ['DB'],
} as const;

export const keywordTags = ['OT', 'MH', 'KW'] as const;
/** PubMed has GN for general notes; GS and NO are other programs' names for them. */
export const noteTags = ['GN', 'NO'] as const;

/** Enough to be a record. */
export const tellingTags: ReadonlySet<string> = new Set([
  ...['PMID', 'PMC', 'TI', 'BTI', 'VTI', 'TT', 'CTI', 'AU', 'FAU', 'CN', 'AB', 'FED', 'ED'],
]);

/** Known, and kept with the record alone: addresses, dates of the database, grants, substances, comments, identifiers. */
const keptAlone = [
  ...['AD', 'AUID', 'IR', 'FIR', 'IRAD', 'CI', 'COIS', 'GR', 'RN', 'EN', 'SB', 'SI', 'RF', 'STAT', 'OWN', 'OTO', 'OCI'],
  ...['DCOM', 'LR', 'CRDT', 'MHDA', 'PHST', 'PST', 'PUBM', 'DRDT', 'CTDT', 'CDAT', 'JID', 'MID', 'PMCR', 'SFM', 'SPIN'],
  ...[
    'CON',
    'CIN',
    'EIN',
    'EFR',
    'CRI',
    'CRF',
    'DDIN',
    'DRIN',
    'PRIN',
    'PROF',
    'RPI',
    'RPF',
    'RIN',
    'ROF',
    'UIN',
    'UOF',
  ],
  ...[
    'ECI',
    'ECF',
    'ORI',
    'PS',
    'FPS',
    'NM',
    'MHN',
    'OABL',
    'OID',
    'EA',
    'CDT',
    'PUBT',
    'STI',
    'CP',
    'GS',
    'VN',
    'OIE',
    'EFI',
  ],
];

const fieldNames: readonly string[] = Object.values(fieldTags).flat();

/** Tags whose values fill a field, people aside. */
export const usedTags: ReadonlySet<string> = new Set([
  ...fieldNames,
  ...keywordTags,
  ...noteTags,
  ...['PMID', 'PMC', 'PT', 'LID', 'AID', 'IS', 'ISSN', 'ISBN', 'OWN', 'STAT', 'OID'],
]);

/** Where their values are put. */
export const slots = slotsOf(usedTags);

export const slotIn = (tag: string): number => slots.get(tag) ?? -1;
export const slotsIn = (tags: readonly string[]): readonly number[] => tags.map(slotIn);

/** Tags that name people and groups: their order among each other counts. */
export const personTags: ReadonlySet<string> = new Set(['FAU', 'AU', 'CN', 'FED', 'ED']);

export const knownTags: ReadonlySet<string> = new Set([...usedTags, ...personTags, ...tellingTags, ...keptAlone]);
