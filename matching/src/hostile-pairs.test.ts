import { describe, expect, it } from 'vitest';
import { compare } from './compare.js';
import type { Comparable } from './contract.js';
import { likelyPairs } from './matcher.js';
import { settle } from './settle.js';

/** Pairs made up after what databases are known to print: none of these works exists. */
const article: Omit<Comparable, 'id' | 'title'> = {
  authors: ['Adeyemi, F', 'Lund, P', 'Castellanos, R'],
  year: 2016,
  journal: 'Journal of Community Rehabilitation',
  volume: '14',
  issue: '2',
  pages: '101-112',
};

/** What is other than in the article above; null is left unsaid. */
type Said = { readonly [Field in keyof Omit<Comparable, 'id'>]?: Comparable[Field] | null };

function record(id: string, said: Said): Comparable {
  const fields = Object.entries({ ...article, ...said }).filter(([, value]) => value !== null);
  return { authors: [], ...Object.fromEntries(fields), id };
}

const likeness = (one: Said, other: Said) => compare(record('a', one), record('b', other)).likeness;

const nowhere = { volume: null, issue: null, pages: null };
const byOne = { authors: ['Vogt, M'] };

describe('two reports of one group in one journal and year, of which no place is said, are not joined', () => {
  it.each([
    ['part one and part two', 'Care at the end of life: part one', 'Care at the end of life: part two'],
    ['Roman numerals inside', 'Gait after amputation I. Level walking', 'Gait after amputation II. Level walking'],
    ['Roman numerals behind', 'Gait after amputation: level walking I', 'Gait after amputation: level walking II'],
    ['studies with numbers', 'Trust in home carers: study 1', 'Trust in home carers: study 2'],
    ['phases of trials', 'A phase I trial of mirrors for phantom pain', 'A phase II trial of mirrors for phantom pain'],
    ['years', 'Suicide in prisons of England, 2010-2012', 'Suicide in prisons of England, 2013-2015'],
    ['a year in one', 'Annual report of the burns registry 2015', 'Annual report of the burns registry'],
    ['countries', 'Living with Parkinson disease in Sweden', 'Living with Parkinson disease in Denmark'],
    ['adults and children', 'Epilepsy in adults and their schooling', 'Epilepsy in children and their schooling'],
    ['before and after', 'Before transplantation: hope and waiting', 'After transplantation: hope and waiting'],
    ['designs', 'A randomised trial of visits after stroke', 'An open-label trial of visits after stroke'],
    ['terms', 'Short-term outcomes of supported housing', 'Long-term outcomes of supported housing'],
    ['with and without', 'Recovery with medication: narratives', 'Recovery without medication: narratives'],
    ['protocol and trial', 'Visits after stroke: study protocol', 'Visits after stroke'],
    ['volumes of a handbook', 'Handbook of hand therapy, volume 1', 'Handbook of hand therapy, volume 2'],
    ['editions of a book', 'Listening in palliative care', 'Listening in palliative care (2nd ed.)'],
    ['files beside an article', 'Additional file 1 of Masks in classrooms', 'Additional file 2 of Masks in classrooms'],
  ])('%s', (_, one, other) => {
    expect(likeness({ title: one, ...nowhere }, { title: other, ...nowhere })).not.toBe('same');
  });
});

describe('two short works on one page are not joined', () => {
  const meeting = { journal: 'European Journal of Oncology Care', volume: '25', issue: 'Suppl 1', pages: 'S34' };
  it.each([
    ['doses', meeting, 'Low dose ketamine for pain after surgery', 'High dose ketamine for pain after surgery'],
    ['men and women', meeting, 'Return to work after stroke in men', 'Return to work after stroke in women'],
    ['numbers of posters', meeting, 'P-123 Nurses views on restraint', 'P-124 Nurses views on restraint'],
    ['reviews of two books', { ...byOne, pages: '99' }, 'Ageing in cities', 'Ageing in villages'],
    ['obituaries', { authors: [], pages: '77' }, 'Obituary: Maria Lind', 'Obituary: Mario Lindt'],
    ['obituaries without names', { authors: [], pages: '77' }, 'Obituary', 'Obituary'],
    ['items of news', { authors: [], pages: '12' }, 'News in brief', 'News in brief'],
    ['news of one author', { ...byOne, pages: '12' }, 'Nurses strike in Lisbon', 'Nurses strike in London'],
    ['fields filled with zeros', { volume: '0', issue: '0', pages: '0-0' }, 'Touch in dementia', 'Smell in dementia'],
    ['fields filled with words', { ...nowhere, authors: ['[Anonymous]'] }, '[Not Available]', '[Not Available]'],
    ['titles that say nothing', byOne, 'Untitled', 'Untitled'],
  ])('%s', (_, place, one, other) => {
    expect(likeness({ ...place, title: one }, { ...place, title: other })).not.toBe('same');
  });
});

const review = { journal: 'Cochrane Database of Systematic Reviews', volume: null, pages: 'CD099001' };
const book = { ...nowhere, ...byOne, journal: null, type: 'book', isbn: '9781450331456' };
const letter = { authors: ['Rosen, T'], pages: '877' };

describe('one title on two publications', () => {
  const title = 'Masks and lip reading in classrooms: a survey of teachers';
  const pairs: readonly (readonly [string, 'ask' | 'different', Said, Said])[] = [
    ['a Cochrane protocol and its review', 'ask', { ...review, issue: '2' }, { ...review, year: 2017, issue: '1' }],
    ['an update, no issue in one', 'ask', { ...review, issue: '2' }, { ...review, year: 2017, issue: null }],
    ['an update three years on', 'different', { ...review, issue: '2' }, { ...review, year: 2019, issue: '4' }],
    ['two letters on one page', 'ask', letter, { ...letter, authors: ['Boateng, D'] }],
    ['a letter and the article', 'different', {}, { authors: ['Boateng, D'], issue: '5', pages: '901-2' }],
    ['an erratum or a reply that is not marked', 'ask', {}, { issue: '5', pages: '902' }],
    ['one article in two issues by mistake', 'ask', { issue: '9', pages: '334-7' }, { issue: '10', pages: '391-9' }],
    ['the abstract at a meeting', 'ask', { issue: 'Suppl 1', pages: 'S40' }, { issue: '4', pages: '300-312' }],
    ['the abstract at two meetings', 'ask', { issue: 'S1', pages: 'S10' }, { issue: 'S3', pages: 'S77' }],
    ['a reprint', 'different', {}, { journal: 'Speech Therapy Quarterly', volume: '3', issue: '1', pages: '5-16' }],
    ['a guideline in two journals', 'different', {}, { journal: 'Spine Care', volume: '52', pages: '10-31' }],
    ['a book and its chapter', 'ask', book, { ...book, journal: title, pages: '1-20', type: 'chapter' }],
    ['a book and its next edition', 'ask', book, { ...book, year: 2017, isbn: '9780306406157' }],
    ['a thesis', 'different', {}, { ...byOne, ...nowhere, volume: '76', journal: 'Dissertation Abstracts' }],
    ['a preprint', 'ask', {}, { ...nowhere, journal: 'medRxiv', doi: '10.1101/2020.05.01.20081234' }],
    ['an entry of a register', 'ask', {}, { ...nowhere, journal: 'ISRCTN registry' }],
    ['common names, and journals unlike', 'ask', { ...nowhere, ...byOne }, { ...nowhere, ...byOne, journal: 'Ear' }],
  ];
  it.each(pairs)('%s: %s', (_, expected, one, other) => {
    expect(likeness({ title, ...one }, { title, ...other })).toBe(expected);
  });

  it('two versions of a preprint are asked', () => {
    const version = { ...nowhere, title, journal: 'Research Square' };
    const dois = ['10.21203/rs.3.rs-1/v1', '10.21203/rs.3.rs-1/v2'] as const;
    expect(likeness({ ...version, doi: dois[0] }, { ...version, doi: dois[1] })).toBe('ask');
  });

  it.each([
    ['short titles and common names', { title: 'Quality of life', ...byOne }, nowhere],
    ['titles of a column', { title: 'Editorial', ...byOne, pages: '1-2' }, { issue: '3' }],
    ['reviews of books', { title: 'Book review', ...byOne, pages: '99' }, { issue: '3' }],
    ['neither year nor place', { title: 'Spirituality and health', ...byOne, ...nowhere, year: null }, {}],
    ['a group and a person', { title: 'Guideline for pressure sores', ...nowhere, ...byOne }, { authors: ['A Panel'] }],
  ])('%s are different without a question', (_, one, change) => {
    expect(likeness(one, { ...one, ...change })).toBe('different');
  });
});

describe('one article as databases write it', () => {
  const title = 'Nurses and families at the bedside: negotiating visits in intensive care';
  const doi = '10.9999/jcr.14.2';
  const ahead = { ...nowhere, year: 2015, doi };
  const same: readonly (readonly [string, Said, Said])[] = [
    ['no pagination', {}, { volume: '14 (2) (no pagination)', issue: null, pages: '(no pagination)' }],
    ['a supplement with a hyphen', { issue: 'Suppl 42', pages: 'S12-S19' }, { issue: 'Suppl-42', pages: '12-9' }],
    ['a supplement as a number', { issue: 'Suppl.1', pages: '12' }, { issue: '1', pages: '12-19' }],
    ['a number for pages', { pages: '104512' }, { pages: '1-9', issue: null }],
    ['a number with its name', { pages: 'art. no. 104512' }, { pages: '104512' }],
    ['capitals', { authors: ['ADEYEMI, F', 'LUND, P'], journal: 'J COMMUNITY REHABIL', issue: null }, {}],
    ['the year before, ahead of print', { doi }, ahead],
    ['ahead of print without a DOI', {}, nowhere],
    ['ahead of print for an issue', {}, { ...nowhere, issue: 'Epub ahead of print' }],
    ['the year after', {}, { year: 2017 }],
    ['two authors run together', {}, { authors: ['Adeyemi, F., Lund, P', 'Castellanos, R'] }],
    ['all authors in one string', {}, { authors: ['F Adeyemi, P Lund, R Castellanos'] }],
    ['names without commas', {}, { authors: ['Adeyemi F', 'Lund P', 'Castellanos R'] }],
    ['others left out', {}, { ...nowhere, authors: ['Adeyemi F', 'et al'], etAl: true }],
    ['bytes read in a wrong encoding', { authors: ['Müller, J'] }, { authors: ['MÃ¼ller, J'] }],
    ['ü as ue', { ...nowhere, authors: ['Nürnberger, J'] }, { authors: ['Nuernberger J'] }],
    ['one of two family names', { ...nowhere, authors: ['García Márquez, L'] }, { authors: ['Marquez LG'] }],
    ['nobody named', {}, { authors: ['[Anonymous]'] }],
    ['an open range', { pages: '101-' }, { pages: '101+' }],
    ['a range that is left off', { pages: '101-&' }, {}],
    ['a misprinted page', {}, { pages: '110-112' }],
    ['a DOI as a link', { ...nowhere, doi: 'https://doi.org/10.9999/JCR.14.2.' }, { doi: `doi: ${doi}` }],
    ['no year', {}, { year: null }],
    ['the journal in another language', {}, { journal: 'Rehabilitación Comunitaria' }],
    ['the society behind the journal', nowhere, { journal: `${article.journal} : official journal of a society` }],
  ];
  it.each(same)('is the same: %s', (_, one, other) => {
    expect(likeness({ title, ...one }, { title, ...other })).toBe('same');
  });

  const told: readonly (readonly [string, Said, Said])[] = [
    ['a letter lost', { authors: ['Hägerström, J'] }, { authors: ['Hgerström, J'], ...nowhere }],
    ['letters lost', { authors: ['Hägerström, J'] }, { authors: ['Hgerstrm, J'] }],
    ['given and family name swapped', { authors: ['Wei, L'] }, { authors: ['Li, W'] }],
    ['volume and issue swapped', { volume: '2', issue: '14' }, {}],
    ['a group for its authors', {}, { authors: ['COMREHAB Study Group'] }],
    ['no year and no place', {}, { year: null, ...nowhere, doi }],
    ['a Roman volume', { volume: 'XIV' }, { pages: '101' }],
  ];
  it.each(told)('is found: %s', (_, one, other) => {
    expect(likeness({ title, doi, ...one }, { title, ...other })).not.toBe('different');
  });

  it.each([
    ['a note of its language', `[${title}]. [Article in German]`],
    ['its language alone', `${title} (German)`],
    ['in its language', `${title} [in Danish]`],
    ['dashes before the subtitle', 'Nurses and families at the bedside--negotiating visits in intensive care.'],
    ['cut at a word', 'Nurses and families at the bedside: negotiating visits in'],
    ['cut inside a word', 'Nurses and families at the bedside: negotiating vis'],
    ['its kind before it', `Original article. ${title}`],
    ['in its own language', 'Pflegende und Angehörige am Bett: wie Besuche auf der Station ausgehandelt werden'],
    ['entities encoded twice', `&amp;lt;i&amp;gt;${title}&amp;lt;/i&amp;gt;`],
  ])('is the same under its title with %s', (_, other) => {
    expect(likeness({ title }, { title: other })).toBe('same');
  });
});

describe('two reports that differ by little are not joined', () => {
  it.each([
    [
      'qualitative and quantitative',
      'Stigma and leprosy: a qualitative study',
      'Stigma and leprosy: a quantitative study',
    ],
    ['hypo- and hyper-', 'Quality of life in hypothyroidism', 'Quality of life in hyperthyroidism'],
    ['pre- and peri-', 'Preoperative anxiety in children', 'Perioperative anxiety in children'],
    ['mothers and fathers', 'Maternal depression and sleep of infants', 'Paternal depression and sleep of infants'],
    ['drugs', 'Patients views of long-term prednisone', 'Patients views of long-term prednisolone'],
    ['like-named countries', 'Fever and care in rural Gambia', 'Fever and care in rural Zambia'],
    ['like-named islands', 'Waiting for a new hip in Ireland', 'Waiting for a new hip in Iceland'],
    ['words a letter apart', 'Fear of infection among dentists', 'Fear of injection among dentists'],
    ['cause and effect', 'The effect of depression on obesity', 'The effect of obesity on depression'],
    ['numbers in brackets', 'District nursing in Norway: a history (1)', 'District nursing in Norway: a history (2)'],
    [
      'versions by language',
      'Testing the Caring Scale (Spanish version)',
      'Testing the Caring Scale (Portuguese version)',
    ],
    [
      'brackets that hold more',
      'Exercise for fatigue (a review of trials at home)',
      'Exercise for fatigue (a review of trials at work)',
    ],
    [
      'one design in brackets',
      'Music on wards [a randomized controlled trial]',
      'Clowns on wards [a randomized controlled trial]',
    ],
    ['one bracketed beginning', 'Life after stroke [in older women]', 'Life after stroke [in younger men]'],
    [
      'one design behind a slash',
      'Massage in labour / A systematic review',
      'Hypnosis in labour / A systematic review',
    ],
  ])('%s', (_, one, other) => {
    expect(likeness({ title: one, ...nowhere }, { title: other, ...nowhere })).not.toBe('same');
  });

  const supplement = { journal: 'European Journal of Oncology Care', volume: '25', issue: 'Suppl 1', pages: 'S34' };
  const underOneDoi = { ...supplement, doi: '10.9999/ejoc.25.s1' };
  const fromOne = { volume: '5', issue: null, pages: '1-12' };
  const paper = { ...nowhere, journal: '2016 International Conference on Aids', type: 'conference', pages: '1-6' };
  const register = { ...nowhere, authors: ['Sponsor Ltd'], journal: 'ClinicalTrials.gov' };
  const background =
    'Background: Starting dialysis turns daily life upside down, and little is known of how people come to terms with it in their first months. ';
  const pairs: readonly (readonly [string, Said, Said])[] = [
    [
      'contraries on one page',
      { ...supplement, title: 'Hypotension in inpatients' },
      { ...supplement, title: 'Hypertension in inpatients' },
    ],
    [
      'with and without under one DOI',
      { ...underOneDoi, title: 'Calls with peer support after discharge' },
      { ...underOneDoi, title: 'Calls without peer support after discharge' },
    ],
    [
      'a group within a group under one DOI',
      { ...underOneDoi, title: 'Fatigue after breast cancer' },
      { ...underOneDoi, title: 'Fatigue after breast cancer in women over seventy' },
    ],
    [
      'one background under one DOI',
      { ...underOneDoi, title: 'Coping with dialysis: part 1, patients', abstract: `${background}We saw patients.` },
      { ...underOneDoi, title: 'Coping with dialysis: part 2, partners', abstract: `${background}We saw partners.` },
    ],
    [
      'articles counted from page 1',
      { ...fromOne, title: 'Loneliness among older men in Portugal', doi: '10.9999/a' },
      { ...fromOne, title: 'Loneliness among older women in Portugal', doi: '10.9999/b' },
    ],
    [
      'parts counted from page 1',
      { ...fromOne, title: 'Floods part 1: what people knew' },
      { ...fromOne, title: 'Floods part 2: what people did' },
    ],
    [
      'papers counted from page 1',
      { ...paper, title: 'Walkers for ataxia: Part I' },
      { ...paper, title: 'Walkers for ataxia: Part II' },
    ],
    [
      'letters of one exchange',
      {
        title: 'Screening for delirium in intensive care',
        authors: ['Rosen, T'],
        pages: '2243-5; author reply 2243-5',
      },
      {
        title: 'Screening for delirium in intensive care',
        authors: ['Boateng, D'],
        pages: '2243-5; author reply 2243-5',
      },
    ],
    [
      'reviews of books in two languages',
      { title: 'Der Alltag in der Pflege von Menschen mit Demenz', ...byOne, pages: '99-100' },
      { title: 'The handbook of care for the oldest of the old', ...byOne, pages: '99-100' },
    ],
    [
      'a Cochrane protocol and its review in one year',
      { ...review, title: 'Peer support for people with serious illness', volume: '2016', issue: '2' },
      { ...review, title: 'Peer support for people with serious illness', volume: '2016', issue: '11' },
    ],
    [
      'two Cochrane versions',
      { ...review, title: 'Peer support for illness', doi: '10.1002/14651858.CD099001.pub2' },
      { ...review, title: 'Peer support for illness', doi: '10.1002/14651858.CD099001.pub3' },
    ],
    [
      'two entries of a register',
      { ...register, title: 'A study of drug X in volunteers', accession: 'NCT01111111' },
      { ...register, title: 'A study of drug X in volunteers', accession: 'NCT02222222' },
    ],
    [
      'two numbers of PubMed',
      { title: 'Opioids for chronic breathlessness', pmid: '11111111' },
      { title: 'Opioids for chronic breathlessness', pmid: '22222222' },
    ],
    [
      'a message in two issues',
      { title: 'Message from the editor-in-chief', ...byOne, pages: '1-2' },
      { title: 'Message from the editor-in-chief', ...byOne, pages: '1-2', issue: '3' },
    ],
  ];
  it.each(pairs)('%s', (_, one, other) => expect(likeness(one, other)).not.toBe('same'));
});

describe('a record that says little does not join two that stand in two places', () => {
  const title = 'Opioids for chronic breathlessness: the month in trials';
  it.each([
    ['issues', { issue: '7', pages: '467-509' }, { issue: '8', pages: '571-600' }],
    ['volumes', { volume: '29', issue: null }, { volume: '30', issue: null, pages: '571-2' }],
  ])('%s', (_, one, other) => {
    const records = [
      record('a', { title, ...one }),
      record('b', { title, ...other }),
      record('c', { title, ...nowhere }),
    ];
    expect(settle(likelyPairs(records), { groups: [], distinct: [] }).sure).toEqual([]);
  });
});

describe('what more databases write is found', () => {
  const title = 'Nurses and families at the bedside: negotiating visits in intensive care';
  const found: readonly (readonly [string, Said, Said])[] = [
    ['a volume that is no number', {}, { volume: 'Publish Ahead of Print', issue: null, pages: null }],
    ['ö as oe in a short name', { authors: ['Böhm, J'], ...nowhere }, { authors: ['Boehm J'] }],
    ['a name apart and together', { authors: ['van der Berg, J'], ...nowhere }, { authors: ['VANDERBERG, J'] }],
    ['an apostrophe lost', { authors: ["O'Dea, J"], ...nowhere }, { authors: ['ODea J'] }],
    ['the group before its members', { authors: ['COMREHAB Study Group', 'Adeyemi, F', 'Lund, P'], ...nowhere }, {}],
    ['no authors and no place', { authors: [], ...nowhere }, {}],
    [
      'no journal, and the same volume',
      { journal: null, issue: null, pages: null },
      { journal: null, issue: null, pages: null },
    ],
    [
      'three for 3',
      { title: `Three years after: ${title}`, ...nowhere },
      { title: `3 years after: ${title}`, ...nowhere },
    ],
    [
      'II for 2',
      { title: 'Bedside talk. Part II: visits', ...nowhere },
      { title: 'Bedside talk. Part 2: visits', ...nowhere },
    ],
    [
      'a dash as an entity',
      { title: 'Trust and consent – ethics of biobanks', ...nowhere },
      { title: 'Trust and consent &#x2013; ethics of biobanks' },
    ],
    [
      'a letter as an entity',
      { title: 'Médecins and consent in biobanks', ...nowhere },
      { title: 'M&eacute;decins and consent in biobanks' },
    ],
  ];
  it.each(found)('%s', (_, one, other) => {
    expect(likeness({ title, ...one }, { title, ...other })).not.toBe('different');
  });

  it.each([
    [
      'entities',
      '10.1002/(SICI)1097(1998)17:15&lt;1661::AID&gt;3.0.CO;2-2',
      '10.1002/(SICI)1097(1998)17:15<1661::AID>3.0.CO;2-2',
    ],
    ['percent signs', '10.1016/S0140-6736%2805%2912345-6', '10.1016/S0140-6736(05)12345-6'],
    ['two slashes', '10.1037//0022-3514.83.3.606', '10.1037/0022-3514.83.3.606'],
    ['a page of its platform', '10.3389/fpsyg.2020.01234/full', '10.3389/fpsyg.2020.01234'],
  ])('a DOI with %s', (_, one, other) => {
    expect(likeness({ title, ...nowhere, doi: one }, { title, doi: other })).toBe('same');
  });
});
