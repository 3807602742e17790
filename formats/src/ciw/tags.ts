/**
 * Which tags fill which field, first come first served. The names of Web of Science, which its databases of other
 * makers (MEDLINE, Inspec, BIOSIS, CABI, Zoological Record, KCI, SciELO) share or add to.
 * https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html
 */
export const fieldTags = {
  /** TT and FT are the title in its own language; the Korean and Russian indexes write Z1 and Y1. */
  title: ['TI', 'TT', 'FT', 'Z1', 'Y1'],
  abstract: ['AB', 'Z4', 'Y4'],
  journal: ['SO', 'JF', 'JI', 'J9', 'SE', 'BT'],
  date: ['PY', 'PD', 'EY', 'EA', 'DG'],
  volume: ['VL'],
  issue: ['IS', 'SI'],
  publisher: ['PU'],
  place: ['PI', 'PV'],
  language: ['LA'],
  doi: ['DI', 'D2'],
  url: ['UR', 'HP'],
  issn: ['SN', 'EI'],
  isbn: ['BN'],
  pmid: ['PM'],
  accession: ['UT', 'AN'],
} as const;

export const keywordTags = ['DE', 'ID', 'MH'] as const;

/** Enough to be a record where its type line is missing. */
export const tellingTags: ReadonlySet<string> = new Set(['TI', 'AU', 'AF', 'UT', 'SO', 'AB']);

/** Known, and kept with the record alone: addresses, grants, cited works, counts, subject classes, patents, species. */
const keptAlone = [
  ...['FN', 'VR', 'C1', 'C3', 'RP', 'EM', 'RI', 'OI', 'FU', 'FX', 'FP', 'CR', 'NR', 'TC', 'Z9', 'U1', 'U2', 'PA', 'PG'],
  ...['WC', 'SC', 'WE', 'GA', 'OA', 'HC', 'DA', 'PN', 'SU', 'MA', 'PS', 'CT', 'CY', 'CL', 'SP', 'HO', 'EF', 'ER', 'NT'],
  ...[
    'ZB',
    'ZR',
    'ZA',
    'Z8',
    'ZS',
    'Z2',
    'Z3',
    'Z5',
    'Z6',
    'Z7',
    'ZK',
    'Y2',
    'Y3',
    'Y5',
    'CA',
    'GP',
    'BE',
    'BA',
    'BF',
    'ED',
  ],
  ...[
    'TY',
    'CO',
    'CC',
    'CN',
    'OR',
    'BD',
    'TN',
    'ST',
    'GE',
    'TA',
    'TM',
    'DS',
    'MC',
    'MQ',
    'MI',
    'PR',
    'SD',
    'SS',
    'PC',
    'PL',
  ],
  ...[
    'AE',
    'DG',
    'PI',
    'IP',
    'CP',
    'EC',
    'CE',
    'AP',
    'FD',
    'DN',
    'AC',
    'AR',
    'BR',
    'SY',
    'CH',
    'CB',
    'RN',
    'GN',
    'GS',
    'AW',
  ],
  ...['AK', 'LT', 'FO', 'PE', 'TR', 'AA', 'OD', 'DX', 'DC', 'UM', 'DY', 'PX', 'SA', 'BS', 'RC', 'CS', 'NP', 'RO'],
];

export const knownTags: ReadonlySet<string> = new Set([
  ...Object.values(fieldTags).flat(),
  ...keywordTags,
  ...['PT', 'DT', 'AU', 'AF', 'BP', 'EP', 'AR'],
  ...keptAlone,
]);
