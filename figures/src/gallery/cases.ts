import type { InventedConstruct, InventedReview } from './invented.js';

// Invented reviews. No person, study or finding in them is real.

/** A small review, complete from its searches to the line of argument. */
export const nightShift: InventedReview = {
  sources: [
    {
      kind: 'database',
      name: 'MEDLINE',
      platform: 'Ovid',
      records: {
        excluded: 61,
        notRetrieved: 2,
        excludedFor: { 'Not about night work': 4, 'No qualitative findings': 3 },
        included: 4,
      },
    },
    {
      kind: 'database',
      name: 'CINAHL',
      platform: 'EBSCOhost',
      records: { duplicates: 18, excluded: 34, excludedFor: { 'No qualitative findings': 2 }, included: 2 },
    },
    { kind: 'database', name: 'PsycINFO', platform: 'Ovid', records: { duplicates: 9, excluded: 17, included: 1 } },
    { kind: 'alert', name: 'Google Scholar alert', records: { excluded: 3, included: 1 } },
    {
      kind: 'reference-list',
      name: 'Reference lists of included reports',
      records: { excludedFor: { 'Not about night work': 2 }, included: 0 },
    },
    { kind: 'website', name: 'Websites of two nursing unions', records: { excluded: 5 } },
  ],
  reports: ['Abara 2014', 'Bell 2016', 'Cho 2017', 'Duarte 2018', 'Eide 2019', 'Farrow 2020', 'Gill 2021', 'Hale 2022'],
  studies: [{ name: 'Ward Nights project', reports: [1, 4, 6] }],
  levels: [
    {
      name: 'The nurse',
      constructs: [
        { name: 'Sleep as a second job', reports: [0, 1, 2, 4, 7] },
        { name: 'Being trusted with the dark hours', reports: [1, 3, 4] },
      ],
    },
    {
      name: 'The ward',
      constructs: [
        { name: 'A smaller team that stands closer', reports: [0, 2, 3, 5, 6] },
        { name: 'Decisions that wait for the morning', reports: [1, 5, 7] },
      ],
    },
    { name: 'The hospital', constructs: [{ name: 'Invisible to whoever plans the day', reports: [0, 3, 5, 6, 7] }] },
  ],
  propositions: [
    { text: 'Hospitals plan for the day, and leave the night to those who work it', levels: [2] },
    { text: 'Wards answer with closeness and with waiting', levels: [1], constructs: [1] },
    { text: 'Nurses pay for both with their sleep', levels: [0], inferred: true },
  ],
  arrows: [
    { from: 0, to: 1, sort: 'leads to' },
    { from: 1, to: 2, sort: 'leads to' },
    { from: 0, to: 2, sort: 'adds to', inferred: true },
  ],
  relations: [{ from: 4, to: 3, sort: 'explains', note: 'nobody senior is planned for the night' }],
};

/** A published search: numbers as the paper states them, and its included works without their records. */
export const publishedSearch: InventedReview = {
  sources: [
    { kind: 'database', name: 'MEDLINE', platform: 'Ovid' },
    { kind: 'database', name: 'Embase', platform: 'Ovid' },
    { kind: 'database', name: 'CINAHL', platform: 'EBSCOhost' },
    { kind: 'database', name: 'Social Sciences Citation Index', platform: 'Web of Science' },
    { kind: 'database', name: 'ASSIA', platform: 'ProQuest' },
    { kind: 'alert', name: 'Google Scholar alert' },
    { kind: 'reference-list', name: 'Reference lists of included reports' },
    { kind: 'organisation', name: 'Grey literature of two charities' },
  ],
  stated: [
    { of: 'identified.database', value: 1874, source: 'Results, first paragraph' },
    { of: 'screened', value: 1874, source: 'Results, first paragraph' },
    { of: 'assessed', value: 58, source: 'Results, second paragraph' },
    { of: 'included.studies', value: 9, source: 'Abstract' },
  ],
  routed: [
    { by: 'database', works: 8, inferred: true },
    { by: 'alert', works: 2, inferred: true },
    { by: 'reference-list', works: 1, inferred: true },
  ],
  reports: [
    'Ito 2015',
    'Jovic 2016',
    'Kaya 2017',
    'Lund 2018',
    'Mora 2018',
    'Nagy 2019',
    'Ola 2020',
    'Peel 2020',
    'Quist 2021',
    'Rana 2022',
    'Sato 2023',
  ],
  studies: [{ name: 'Shared kitchens programme', reports: [0, 3, 8, 10], inferred: true }],
};

/** One arm, one source, nothing screened yet. */
export const justImported: InventedReview = {
  sources: [{ kind: 'database', name: 'MEDLINE', platform: 'Ovid', records: { unread: 12 } }],
};

const unbroken = 'Selbstverantwortlichkeitszuschreibungserwartungsdruck';

/** Names as long as people write them, in several scripts, with markup and control characters in them. */
export const longNames: InventedReview = {
  sources: [
    {
      kind: 'database',
      name: 'Cumulative Index to Nursing and Allied Health Literature with Full Text (complete edition)',
      platform: 'EBSCOhost Research Databases',
      records: {
        excluded: 3,
        excludedFor: {
          'The population is not the one that the protocol names, or cannot be told apart from others': 2,
          [unbroken]: 1,
        },
        included: 2,
      },
    },
    {
      kind: 'organisation',
      name: 'https://www.example.org/library/reports/2019/qualitative-evidence/appendix-b',
      records: { included: 1 },
    },
  ],
  reports: [
    'van den Wildenberg-Østergaard and Papadopoulou 2019',
    'Ng 2020',
    'Παπαδοπούλου 2021',
    'Достоевская 2022',
    'O’Shea & “Friends” <2023>',
  ],
  studies: [
    {
      name: 'A longitudinal ethnography of everything that happened in one very small clinic over eleven years',
      reports: [0, 2],
      inferred: true,
    },
  ],
  levels: [
    {
      name: 'The person who lives with it, and everyone who lives with that person, including those who moved away',
      constructs: [
        {
          name: 'Being told apart from the illness by those who knew one before it, and not by those who came after',
          reports: [0, 1, 4],
        },
        { name: unbroken, reports: [2] },
        { name: '見えない仕事としての待つこと：家族と専門職のあいだで', reports: [3] },
        { name: 'Tags <b>&amp;</b> "quotes" and a bell\u0007 in a name', reports: [] },
      ],
    },
    { name: 'Services', constructs: [{ name: 'Ожидание как невидимая работа семьи', reports: [3, 4] }] },
  ],
  loose: [{ name: 'A construct that stands on no level yet', reports: [1] }],
  propositions: [
    {
      text: 'Whoever is told apart from the illness by those who knew them before can wait without being made small by waiting, whereas whoever meets only new faces has to explain at every door who they were',
      levels: [0],
      constructs: [4, 5],
    },
    { text: unbroken, constructs: [1, 2] },
    { text: 'Waiting ends where somebody takes it over', levels: [1], inferred: true },
  ],
  arrows: [
    { from: 0, to: 1, sort: 'makes it, over the years and by no intention of anyone, more likely that' },
    { from: 2, to: 0, sort: 'would, if it could be arranged for, take the ground from under' },
  ],
  relations: [
    {
      from: 0,
      to: 2,
      sort: 'stands against',
      note: 'the first needs people who stay, and the second is what those people do while nobody counts it as work',
      inferred: true,
    },
    { from: 1, to: 4, sort: 'is the same as' },
  ],
};

const surnames = [
  'Aalto',
  'Brandt',
  'Castro',
  'Doyle',
  'Evans',
  'Fofana',
  'Grimm',
  'Hoang',
  'Ilves',
  'Jansen',
  'Kovac',
  'Larsen',
  'Mbeki',
  'Novak',
  'Okafor',
  'Perez',
  'Quinn',
  'Rossi',
  'Singh',
  'Tanaka',
];
const phrases = [
  'Carrying on as a way of hiding',
  'Help that has to be asked for twice',
  'Knowing the place by its stairs',
  'Being measured against last year',
  'Small repairs',
  'The price of being polite',
  'Advice that fits another house',
  'Time that belongs to others',
  'Learning to be a good patient',
  'Keeping the door open',
];
const sorts = ['leads to', 'endangers', 'shapes', 'stands against'];

/** Which reports a construct rests on follows from its place, so that the table looks uneven and is always the same. */
const largeConstruct = (level: number, at: number): InventedConstruct => ({
  name: `${phrases[(at + level * 3) % phrases.length]}${at % 4 === 0 ? ', and what it takes from the days after' : ''}`,
  reports: Array.from({ length: 40 }, (_, report) => report).filter(
    (report) => (report * 31 + at * 17 + level * 47) % 101 < 24,
  ),
});

/** Forty reports and sixty constructs on six levels: the largest table that is still one page. */
export const large: InventedReview = {
  reports: Array.from({ length: 40 }, (_, at) => `${surnames[at % surnames.length]} ${2003 + (at % 21)}`),
  studies: [
    { name: 'River Valley cohort', reports: [2, 3, 11, 19] },
    { name: 'Harbour study', reports: [7, 25] },
    { name: 'Three Towns evaluation', reports: [30, 31, 32, 33, 34], inferred: true },
  ],
  levels: ['Body', 'Person', 'Household', 'Neighbourhood', 'Services', 'Policy'].map((name, level) => ({
    name,
    constructs: Array.from({ length: 10 }, (_, at) => largeConstruct(level, at)),
  })),
  propositions: Array.from({ length: 12 }, (_, at) => ({
    text: `${phrases[(at * 5) % phrases.length]} ${phrases[(at * 3 + 1) % phrases.length]?.toLowerCase()}`,
    levels: [0, 1, 2, 3, 4, 5].filter((level) => (at * 7 + level * 5) % 4 === 0),
  })),
  arrows: [
    ...Array.from({ length: 11 }, (_, at) => ({ from: at, to: at + 1, sort: at % 3 === 0 ? 'leads to' : 'shapes' })),
    ...[
      [0, 4],
      [2, 11],
      [3, 6],
      [5, 9],
      [9, 6],
      [1, 11],
      [7, 10],
    ].map(([from = 0, to = 1], at) => ({ from, to, sort: sorts[at % sorts.length] ?? '', inferred: at % 2 === 0 })),
  ],
  relations: Array.from({ length: 14 }, (_, at) => ({
    from: at * 4,
    to: (at * 11 + 3) % 60,
    sort: sorts[at % sorts.length] ?? '',
    note: 'seen in two reports of one place',
  })),
};
