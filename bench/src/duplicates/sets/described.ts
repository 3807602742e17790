import type { Comparable } from '@throughline/matching';

/** What a labelled set says of a record, its fields named as we name them; absent where it says nothing. */
export type Described = Omit<Comparable, 'id'>;

type Fields = Readonly<Record<string, unknown>>;

/** Reads the fields of a set: RIS-like names, and those of BibTeX, whose authors are one string. */
export function described(fields: Fields): Described {
  const { title, volume, abstract, pages } = fields;
  return stripped({
    title: said(title),
    authors: authorsOf(fields.authors ?? fields.author),
    year: yearOf(fields.year),
    journal: said(fields.journal) ?? said(fields.booktitle),
    volume: said(volume),
    issue: said(fields.number) ?? said(fields.issue),
    pages: said(pages),
    doi: said(fields.doi)?.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, ''),
    isbn: isbnIn(said(fields.isbn) ?? said(fields.issn)),
    abstract: said(abstract),
    type: typeOf(said(fields.type) ?? said(fields.ENTRYTYPE)),
  });
}

/** As it is compared. */
export const comparable = (record: Described & { readonly id: string }): Comparable => record;

type Loose = { readonly [Name in keyof Described]: Described[Name] | undefined };

const stripped = (fields: Loose): Described =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as unknown as Described;

function said(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

function yearOf(value: unknown): number | undefined {
  const year = /\b(1[5-9]|20)\d\d\b/.exec(said(value) ?? '')?.[0];
  return year === undefined ? undefined : Number(year);
}

function authorsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map((each) => said(each) ?? '').filter((each) => each !== '');
  const one = said(value) ?? '';
  const names = / and /.test(one) ? one.split(/\s+and\s+/) : one.split(/;\s*/);
  return names.filter((name) => name !== '');
}

/** The sets put an ISSN and an ISBN into one field: only what has the length of an ISBN is one. */
function isbnIn(text = ''): string | undefined {
  const numbers = text.split(/[\s,;]+/).map((each) => each.replace(/[^0-9Xx]/g, ''));
  return numbers.find(({ length }) => length === 10 || length === 13);
}

const types: Readonly<Record<string, string>> = {
  journalarticle: 'article',
  article: 'article',
  inproceedings: 'conference',
  conference: 'conference',
  proceedings: 'conference',
  incollection: 'chapter',
  inbook: 'chapter',
  book: 'book',
  techreport: 'report',
  phdthesis: 'thesis',
};

const typeOf = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : (types[name.toLowerCase()] ?? 'other');
