import type { ColumnField } from '../contract.js';
import type { Vendor } from '../vendors.js';
import { plainName } from './plain-name.js';

/** A database or program that is known by the names of its columns, and what it means by them. */
export interface Dialect {
  readonly vendor: Vendor;
  /** Each of these sets of names is enough. */
  readonly signs: readonly (readonly string[])[];
  /** Names that mean something else here than elsewhere; `null`: no field. */
  readonly fields?: Readonly<Record<string, ColumnField | null>>;
}

/** First come, first served: programs that screen write the columns of the databases behind their own. */
const dialects: readonly Dialect[] = [
  { vendor: 'throughline', signs: [['Cut short', 'Decision stage']] },
  {
    vendor: 'asreview',
    signs: [['asreview_label'], ['asreview_ranking'], ['label_included', 'title']],
    fields: { asreview_time: null, asreview_user_email: null, label: 'answer' },
  },
  {
    vendor: 'rayyan',
    signs: [['key', 'title', 'notes', 'pubmed_id', 'pmc_id'], ['RAYYAN-INCLUSION']],
    fields: { key: null, location: 'place', day: null, month: null },
  },
  {
    vendor: 'covidence',
    signs: [['Covidence #'], ['Covidence number', 'Title']],
    fields: { Tags: 'labels', Ref: null, Study: null },
  },
  {
    vendor: 'scopus',
    signs: [
      ['EID', 'Source title'],
      ['Author(s) ID', 'Title'],
      ['Authors with affiliations', 'EID'],
    ],
  },
  { vendor: 'lens', signs: [['Lens ID']] },
  {
    vendor: 'openalex',
    signs: [
      ['authorships.author.display_name'],
      ['primary_location.source.display_name'],
      ['cited_by_api_url', 'display_name'],
    ],
    fields: { id: 'accession', 'authorships.author.id': null },
  },
  {
    vendor: 'ieee',
    signs: [
      ['Document Title', 'Publication Title', 'IEEE Terms'],
      ['Document Title', 'PDF Link'],
      ['Document Identifier', 'Document Title'],
    ],
    fields: { 'Document Identifier': 'type' },
  },
  {
    vendor: 'springer',
    signs: [
      ['Item Title', 'Item DOI'],
      ['Item Title', 'Content Type'],
    ],
  },
  {
    vendor: 'pubmed',
    signs: [
      ['PMID', 'Citation', 'Journal/Book'],
      ['PMID', 'NIHMS ID'],
    ],
    fields: { 'First Author': null },
  },
  {
    vendor: 'web-of-science',
    signs: [
      ['UT (Unique WOS ID)'],
      ['UT (Unique ID)'],
      ['Article Title', 'Source Title', 'Book Authors'],
      ['PT', 'TI', 'SO', 'UT'],
      ['PT', 'AU', 'TI', 'SO'],
    ],
    fields: { 'Book Authors': null, 'Group Authors': null },
  },
  {
    vendor: 'embase',
    signs: [
      ['Author Names', 'Correspondence Address'],
      ['Emtree Medical Index Terms'],
      ['Emtree Drug Index Terms'],
      ['Author Names', 'Open URL Link'],
      ['Author Names', 'PUI'],
    ],
  },
  {
    vendor: 'dimensions',
    signs: [['Publication ID', 'PubYear'], ['Dimensions URL']],
    fields: { 'Source Linkout': 'url', 'Publication ID': 'accession', Rank: null },
  },
  {
    vendor: 'ebsco',
    signs: [
      ['PLink', 'Article Title'],
      ['PLink', 'Doctype'],
      ['plink', 'contributors'],
      ['Article Title', 'Journal Title', 'Doctype'],
    ],
    fields: { 'Page Count': null },
  },
  {
    vendor: 'proquest',
    signs: [
      ['StoreId', 'pubtitle'],
      ['StoreId', 'Abstract'],
      ['ProQuest document ID', 'Title'],
    ],
    fields: { placeOfPublication: 'place', pubdate: 'year', documentType: 'type', ArticleType: null },
  },
  {
    vendor: 'cochrane',
    signs: [['Cochrane ID'], ['CENTRAL ID', 'Title'], ['Cochrane Review ID', 'Title'], ['Cochrane Review Group Code']],
  },
  {
    vendor: 'zotero',
    signs: [
      ['Key', 'Item Type', 'Manual Tags'],
      ['Item Type', 'Publication Title', 'Abstract Note'],
      ['Key', 'Item Type', 'Publication Year', 'Author'],
    ],
    fields: {
      Key: null,
      Extra: null,
      Date: 'year',
      Editor: 'editors',
      'Series Editor': null,
      Notes: 'notes',
      Archive: null,
      Version: null,
      System: null,
      Number: null,
      'Publication Year': 'year',
      Type: null,
      'Item Type': 'type',
    },
  },
  {
    vendor: 'jabref',
    signs: [
      ['Identifier', 'BibliographyType'],
      ['BibliographyType', 'Title'],
    ],
    fields: { Identifier: null, Note: null },
  },
  {
    vendor: 'acm',
    signs: [
      ['acronym', 'conf_loc', 'booktitle'],
      ['publisher_loc', 'num_pages'],
    ],
    fields: { issue_no: 'issue', booktitle: 'journal', id: null },
  },
  { vendor: 'eric', signs: [['ERIC Number'], ['ERIC ID']] },
  {
    vendor: 'google-scholar',
    signs: [
      ['GSRank', 'Title'],
      ['CitesURL', 'Title', 'Authors'],
    ],
    fields: { Cites: null, Source: 'journal', ArticleURL: 'url', Age: null, GSRank: null },
  },
  {
    vendor: 'clinicaltrials-gov',
    signs: [
      ['NCT Number', 'Study Title'],
      ['NCT Number', 'Title', 'Conditions'],
      ['NCT Number', 'Study Status'],
    ],
    fields: {
      'NCT Number': 'accession',
      'Brief Summary': 'abstract',
      Sponsor: null,
      Locations: null,
      'Study Type': null,
    },
  },
  {
    vendor: 'ictrp',
    signs: [
      ['TrialID', 'Public title'],
      ['TrialID', 'public_title'],
      ['TrialID', 'Scientific title'],
    ],
    fields: { TrialID: 'accession', 'Source Register': 'database' },
  },
  {
    vendor: 'europe-pmc',
    signs: [
      ['SOURCE', 'EXTERNAL_ID', 'TITLE'],
      ['extId', 'pubYear', 'authorString'],
    ],
    fields: { authorString: 'authors', journalTitle: 'journal' },
  },
  { vendor: 'mendeley', signs: [['Mendeley ID', 'Title'], ['Mendeley Tags']] },
  { vendor: 'citavi', signs: [['Kurzbeleg', 'Titel'], ['Citavi ID']] },
];

/** The dialect whose sign shows in these column names. */
export function dialectOf(header: readonly string[]): Dialect | undefined {
  const shown = new Set(header.map(plainName));
  return dialects.find(({ signs }) => signs.some((names) => names.every((name) => shown.has(plainName(name)))));
}

/** What a dialect says of a column: a field, `null` for none, undefined where it says nothing. */
export function fieldInDialect(dialect: Dialect | undefined, name: string): ColumnField | null | undefined {
  if (dialect?.fields === undefined) return undefined;
  const plain = plainName(name);
  const own = Object.entries(dialect.fields).find(([known]) => plainName(known) === plain);
  return own?.[1];
}
