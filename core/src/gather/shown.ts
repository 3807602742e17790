import type { RecordId } from '../ids.js';
import {
  type Given,
  type Worth,
  bare,
  bestOf,
  isAllCapitals,
  isClean,
  isCutOff,
  isNotice,
  mostSay,
  saysSomething,
} from './best-of.js';
import type { ReferenceField } from './correction.js';
import { firstPage, fullRange, isRange } from './pages.js';
import { type CutField, type Reference, cutFields } from './reference.js';

/** A record of a work, with the correction laid over it. */
export interface OfWork {
  readonly record: RecordId;
  readonly reference: Reference;
  /** Fields that a person corrected: what they say is taken before what any source says. */
  readonly corrected?: readonly ReferenceField[];
}

/** A field that may be shown from another record than the next. */
export type ShownField = Exclude<keyof Reference, 'etAl' | 'cut' | 'format' | 'tags'>;

/** A work as it is shown: each field from the record that says it best, and which record that is. */
export interface Shown {
  /** Without tags: they stay with their records. */
  readonly shown: Reference;
  /** Keywords are everybody's: named is the record that has most of them. */
  readonly from: Readonly<Partial<Record<ShownField, RecordId>>>;
}

type Value<F extends ShownField> = NonNullable<Reference[F]>;
type Chosen = { readonly [F in ShownField]?: Given<Value<F>> | undefined };

/**
 * How the records of one work are shown together. Nothing is made up, and within a field nothing is mixed, but for
 * keywords, which are all of them, and a range of pages, whose last page is written in full. It is the same whatever the
 * order of the records.
 */
export function shownReference(records: readonly OfWork[]): Shown {
  const all = records.toSorted((a, b) => (a.record < b.record ? -1 : 1));
  const chosen: Chosen = { ...words(all), ...place(all), ...names(all) };
  const fields = (Object.keys(chosen) as ShownField[]).filter((field) => chosen[field] !== undefined);
  return {
    shown: {
      type: 'other',
      authors: [],
      ...Object.fromEntries(fields.map((field) => [field, chosen[field]?.value])),
      ...etAlOf(all, chosen),
      ...cutOf(all, chosen),
      keywords: allKeywords(all),
      tags: [],
    },
    from: Object.fromEntries(fields.map((field) => [field, chosen[field]?.record])),
  };
}

/** What the work says of itself. */
function words(all: readonly OfWork[]): Chosen {
  const titles = said(all, 'title');
  const abstracts = said(all, 'abstract').filter(({ value }) => !isNotice(value));
  return {
    title: bestOf(titles, isWhole(all, 'title'), reads, mostSay(titles, bare), long),
    // Of one abstract, sources differ in how much they keep.
    abstract: bestOf(abstracts, isWhole(all, 'abstract'), long),
    authors: bestOf(lists(all, 'authors'), isComplete(all), many, inFull),
    editors: bestOf(lists(all, 'editors'), many, inFull),
    keywords: bestOf(lists(all, 'keywords'), many),
  };
}

/**
 * Where and when it was published. What is ahead of print becomes what is in print, whose year, volume and pages are
 * those to cite: so they are taken from records that have a volume and say the same year, where there are such.
 */
function place(all: readonly OfWork[]): Chosen {
  const years = from(all, 'year', isInPrint);
  const year = bestOf(
    years,
    mostSay(years, (each) => `${each}`),
  );
  const sameYear = (each: OfWork): boolean => isInPrint(each) && each.reference.year === year?.value;
  const [volumes, issues, types] = [
    saying(from(all, 'volume', sameYear)),
    saying(from(all, 'issue', sameYear)),
    from(all, 'type', sameYear),
  ];
  const journals = saying(from(all, 'journal', sameYear));
  return {
    year,
    volume: bestOf(volumes, mostSay(volumes, bare)),
    issue: bestOf(issues, mostSay(issues, bare)),
    pages: pagesOf(saying(from(all, 'pages', sameYear))),
    journal: bestOf(journals, isWhole(all, 'journal'), isSpeltOut(journals), reads, mostSay(journals, bare), long),
    type: bestOf(
      types,
      ({ value }) => value !== 'other',
      mostSay(types, (each) => each),
    ),
  };
}

const isInPrint = ({ reference }: OfWork): boolean => reference.volume !== undefined;

/** The range that most begin alike, as the one that says where it ends. */
function pagesOf(all: readonly Given<string>[]): Given<string> | undefined {
  const full = all.map((each) => ({ ...each, value: fullRange(each.value) }));
  return bestOf(full, mostSay(full, firstPage), ({ value }) => isRange(value), mostSay(full, bare));
}

/** What others call it by. A DOI that has not the shape of one (ISO 26324) leads nowhere and is not shown. */
function names(all: readonly OfWork[]): Chosen {
  const dois = said(all, 'doi').filter(({ value }) => /^10\.\d{4,9}\/\S+$/.test(value));
  const most = <F extends NameField>(field: F): Given<string> | undefined => {
    const given = said(all, field);
    return bestOf(given, mostSay(given, bare));
  };
  return {
    doi: bestOf(
      dois,
      mostSay(dois, (doi) => doi.toLowerCase()),
    ),
    ...Object.fromEntries(nameFields.map((field) => [field, most(field)])),
    ...accessionOf(all),
  };
}
const nameFields = ['publisher', 'place', 'url', 'language', 'issn', 'isbn', 'pmid', 'pmcid'] as const;
type NameField = (typeof nameFields)[number];

/** A number belongs to its database: both are from one record. */
function accessionOf(all: readonly OfWork[]): Chosen {
  const accession = bestOf(said(all, 'accession'), (each) => sourceOf(all, each)?.database !== undefined);
  const database =
    accession === undefined
      ? bestOf(said(all, 'database'))
      : said(all, 'database').find(({ record }) => record === accession.record);
  return { accession, database };
}

/** What the records say of a field; where somebody corrected it, only what they say. */
function given<F extends ShownField>(all: readonly OfWork[], field: F): Given<Value<F>>[] {
  const known = all.filter(({ reference }) => reference[field] !== undefined);
  const corrected = known.filter((each) => (each.corrected as readonly string[] | undefined)?.includes(field));
  return (corrected.length > 0 ? corrected : known).map(({ record, reference }) => ({
    record,
    value: reference[field] as Value<F>,
  }));
}

/** The same of records that are rather to be asked, where one of them says something. */
function from<F extends ShownField>(
  all: readonly OfWork[],
  field: F,
  rather: (each: OfWork) => boolean,
): Given<Value<F>>[] {
  const every = given(all, field);
  const asked = new Set(all.filter(rather).map(({ record }) => record));
  const first = every.filter(({ record }) => asked.has(record));
  return first.length > 0 ? first : every;
}

const saying = (all: readonly Given<string>[]): Given<string>[] => all.filter(({ value }) => saysSomething(value));

type TextField = NameField | 'title' | 'abstract' | 'doi' | 'accession' | 'database';
const said = (all: readonly OfWork[], field: TextField): Given<string>[] => saying(given(all, field));

const lists = (all: readonly OfWork[], field: 'authors' | 'editors' | 'keywords'): Given<readonly string[]>[] =>
  given(all, field).filter(({ value }) => value.some(saysSomething));

const sourceOf = (all: readonly OfWork[], { record }: Given<unknown>): Reference | undefined =>
  all.find((each) => each.record === record)?.reference;

const long: Worth<string> = ({ value }) => value.length;
const many: Worth<readonly string[]> = ({ value }) => value.filter(saysSomething).length;
const reads: Worth<string> = ({ value }) => Number(isClean(value)) + Number(!isAllCapitals(value));
/** Authors whose given names are written out: "Skivington, Kathryn" says more than "Skivington K". */
const inFull: Worth<readonly string[]> = ({ value }) =>
  value.filter((author) => /[,\s]\p{Lu}\p{Ll}/u.test(author) && !isAllCapitals(author)).length;

const isWhole =
  (all: readonly OfWork[], field: CutField): Worth<string> =>
  (each) =>
    !sourceOf(all, each)?.cut?.includes(field) && !isCutOff(each.value);

const isComplete =
  (all: readonly OfWork[]): Worth<readonly string[]> =>
  (each) => {
    const source = sourceOf(all, each);
    return !source?.etAl && !source?.cut?.includes('authors') && !/\bet al\b|\bothers\b/i.test(each.value.at(-1) ?? '');
  };

/** "BMC Public Health" beside "BMC Public Hlth." and "BMC Pub Health": each word of those begins one of this, in order. */
const isSpeltOut =
  (all: readonly Given<string>[]): Worth<string> =>
  ({ value }) =>
    !all.some((other) => other.value.length > value.length && isShortFor(wordsOf(value), wordsOf(other.value)));

function isShortFor(short: readonly string[], long_: readonly string[]): boolean {
  let at = 0;
  for (const word of long_) if (at < short.length && abbreviates(short[at] ?? '', word)) at += 1;
  return at === short.length && short.length > 0 && short.some((word) => !long_.includes(word));
}

/** "hlth" for "health": the same first letter, and the others in their order. */
function abbreviates(short: string, word: string): boolean {
  if (short[0] !== word[0]) return false;
  let at = 0;
  for (const letter of word) if (letter === short[at]) at += 1;
  return at === short.length;
}

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).flatMap((word) => bare(word) || []);

function etAlOf(all: readonly OfWork[], { authors }: Chosen): Pick<Reference, 'etAl'> {
  const etAl = authors && sourceOf(all, authors)?.etAl;
  return etAl === undefined ? {} : { etAl };
}

/** What is cut where it was taken from is cut here. */
function cutOf(all: readonly OfWork[], chosen: Chosen): Pick<Reference, 'cut'> {
  const cut = cutFields.filter((field) => {
    const own = chosen[field];
    return own !== undefined && sourceOf(all, own)?.cut?.includes(field);
  });
  return cut.length === 0 ? {} : { cut };
}

/** Each keyword once, as the first record writes it. */
function allKeywords(all: readonly OfWork[]): string[] {
  const known = new Map<string, string>();
  for (const { value } of lists(all, 'keywords')) {
    for (const keyword of value)
      if (saysSomething(keyword) && !known.has(bare(keyword))) known.set(bare(keyword), keyword);
  }
  return [...known.values()];
}
