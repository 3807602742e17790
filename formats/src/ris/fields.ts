/**
 * Which tags fill which field, first come first served. Vendors measured: Ovid and Embase.com T1, N2, A1, Y1, JF;
 * EBSCO T1, AB, JF; ProQuest T1, AB, JF; Scopus, Web of Science, Zotero, EndNote TI, AB, AU, T2, PY.
 *
 * DA stands before Y1, which the format's later version withdrew. T2 stands after JF and before the abbreviating JO, J2
 * and JA.
 */
export const fieldTags = {
  title: ['TI', 'T1', 'CT', 'BT'],
  abstract: ['AB', 'N2'],
  date: ['PY', 'DA', 'Y1', 'YR'],
  doi: ['DO', 'DI', 'DOI'],
  serial: ['SN', 'BN'],
} as const;

/** Fields of which a record has one value, and what is looked at to tell the vendor. */
export const soleTags = {
  type: ['TY'],
  title: fieldTags.title,
  bookTitle: ['BT'],
  journal: ['JF', 'T2', 'JO', 'J2', 'JA', 'BT', 'T3'],
  volume: ['VL', 'VO'],
  issue: ['IS', 'CP'],
  startPage: ['SP'],
  endPage: ['EP'],
  publisher: ['PB', 'PU'],
  place: ['CY', 'PP', 'PI'],
  language: ['LA'],
  url: ['UR'],
  database: ['DB'],
  provider: ['DP'],
  accession: ['AN', 'UT'],
  ownNumber: ['ID'],
  embaseNumber: ['U2'],
  custom: ['C2'],
  pmid: ['PMID', 'PM'],
  pmcid: ['PMCID', 'PMC'],
  date: ['DA'],
  withdrawnDate: ['Y1'],
  kind: ['M3'],
  note: ['N1'],
  program: ['M4'],
  file: ['L1'],
} as const;

/** Both are in use for authors, even inside one record; their order in the file is the order of the names. */
export const authorTags: ReadonlySet<string> = new Set(['AU', 'A1']);

/** Tags that make a run of lines a record, where its type line is missing. */
export const tellingTags: ReadonlySet<string> = new Set([...fieldTags.title, ...authorTags]);

/**
 * Tags that are known and fill a field only in some vendors' records (`identifiers.ts`, `editors.ts`) or in none:
 * addresses, links, labels, research notes, custom fields. The specification's of 2001 and 2011, then vendors' own.
 */
const otherTags =
  'KW TY ER ID A2 A3 A4 A5 AD AN AV C1 C2 C3 C4 C5 C6 C7 C8 CA CN DA ED ET H1 H2 IP J1 L1 L2 L3 L4 LB LK M1 M2 M3 NV OP RI ' +
  'RN RP SE ST SV T4 TA TT U1 U2 U3 U4 U5 Y2 ' +
  // Web of Science
  'J9 JI FU FX PA PD PN SI SU MA WE UT ' +
  // Ovid, Cochrane Library, APA PsycNet, ProQuest, IEEE, Citavi, Zotero
  'AI NL SO US XR CC DE DS PT PM PMID PMC PMCID NO JP M4 TS UK K1';

/** A number for each tag that this program knows. */
export const slotOf: ReadonlyMap<string, number> = new Map(
  [
    ...new Set([
      ...Object.values(fieldTags).flat(),
      ...Object.values(soleTags).flat(),
      ...authorTags,
      ...otherTags.split(' '),
    ]),
  ].map((tag, index) => [tag, index]),
);
