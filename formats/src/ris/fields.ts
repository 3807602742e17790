/**
 * Which tags fill which field, first come first served. Vendors measured: Ovid and Embase.com T1, N2, A1, Y1, JF;
 * EBSCO T1, AB, JF; ProQuest T1, AB, JF; Scopus, Web of Science, Zotero, EndNote TI, AB, AU, T2, PY.
 *
 * A2 is in no list: Ovid PsycINFO writes the authors of the cited works there. DA stands before Y1, which the format's
 * later version withdrew. T2 stands after JF and before the abbreviating JO, J2 and JA.
 */
export const fieldTags = {
  title: ['TI', 'T1', 'CT', 'BT'],
  abstract: ['AB', 'N2'],
  journal: ['JF', 'T2', 'JO', 'J2', 'JA', 'BT', 'T3'],
  date: ['PY', 'DA', 'Y1'],
  volume: ['VL', 'VO'],
  issue: ['IS', 'CP'],
  publisher: ['PB'],
  place: ['CY', 'PP'],
  language: ['LA'],
  url: ['UR'],
  doi: ['DO', 'DI'],
} as const;

/** Both are in use for authors, even inside one record; their order in the file is the order of the names. */
export const authorTags: ReadonlySet<string> = new Set(['AU', 'A1']);
export const keywordTag = 'KW';
export const startPageTag = 'SP';
export const endPageTag = 'EP';

/** Tags that make a run of lines a record, where its type line is missing. */
export const tellingTags: ReadonlySet<string> = new Set([...fieldTags.title, ...authorTags]);
