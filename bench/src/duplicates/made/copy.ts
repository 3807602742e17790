import type { Comparable } from '@throughline/matching';
import type { Chance } from '../../import/chance.js';
import type { Vendor } from './vendors.js';
import type { Work } from './work.js';

type Copy = Omit<Comparable, 'id'>;

/** A work as a database gives it: in its way of writing, with what it leaves out, and now and then with a slip. */
export function copied(work: Work, vendor: Vendor, chance: Chance): Copy {
  const early = isOutEarly(work, vendor) && chance.next() < 0.04;
  return {
    ...{ title: titleOf(work, vendor, chance), type: work.type },
    ...(early ? beforePrint(work) : inPrint(work, vendor, chance)),
    ...authorsOf(work, vendor, chance),
    ...journalOf(work, vendor),
    ...(work.doi !== undefined && (early || chance.next() < vendor.doi) ? { doi: doiOf(work.doi, chance) } : {}),
    ...abstractOf(work, vendor, chance),
  };
}

/** Only what has a DOI can be out before its issue is, and nothing was before journals stood on the web. */
const isOutEarly = ({ doi, type, year }: Work, vendor: Vendor): boolean =>
  doi !== undefined && vendor.doi > 0 && type === 'article' && year > 2000;

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ø/g, 'o');

function titleOf({ title, translated }: Work, vendor: Vendor, chance: Chance): string {
  const slipped = chance.next() < 0.01 ? withSlip(title, chance) : title;
  const cut = chance.next() < 0.01 ? (slipped.split(': ')[0] ?? slipped) : slipped;
  const written = vendor.title(cut, translated);
  return vendor.plainLetters ? bare(written) : written;
}

/** One letter is lost, as when somebody typed it in. */
function withSlip(title: string, chance: Chance): string {
  const at = chance.between(0, title.length - 1);
  return /\p{L}/u.test(title[at] ?? '') ? title.slice(0, at) + title.slice(at + 1) : title;
}

function authorsOf({ authors }: Work, vendor: Vendor, chance: Chance): Pick<Copy, 'authors' | 'etAl'> {
  if (chance.next() < 0.005) return { authors: [] };
  const named = authors.slice(0, vendor.authorsAtMost ?? authors.length).map(vendor.author);
  const all = vendor.plainLetters ? named.map(bare) : named;
  return named.length < authors.length ? { authors: all, etAl: true } : { authors: all };
}

/** Taken in before there was an issue: in the year before, for half of them. */
const beforePrint = ({ year, volume }: Work): Pick<Copy, 'year'> => ({ year: volume % 2 === 0 ? year : year - 1 });

function inPrint({ year, volume, issue, pages }: Work, vendor: Vendor, chance: Chance): Omit<Copy, 'authors'> {
  const shown = pagesOf(pages, vendor);
  const shows = (part: number): boolean => chance.next() < part;
  return {
    year,
    ...(volume > 0 && shows(0.97) ? { volume: String(volume) } : {}),
    ...(issue !== '' && shows(0.85) ? { issue } : {}),
    ...(shown !== '' && shows(0.98) ? { pages: shown } : {}),
  };
}

function pagesOf(pages: Work['pages'], { shortPages }: Vendor): string {
  if (typeof pages === 'string') return pages;
  const [first, last] = pages.map(String) as [string, string];
  if (!shortPages || first.length !== last.length) return `${first}-${last}`;
  const same = [...first].findIndex((digit, at) => digit !== last[at]);
  return `${first}-${last.slice(Math.max(0, same))}`;
}

function journalOf({ journal: { name, short } }: Work, { journal }: Vendor): Pick<Copy, 'journal'> {
  if (journal === 'short') return { journal: short };
  return { journal: journal === 'full' ? name : name.toUpperCase() };
}

const doiOf = (doi: string, chance: Chance): string => (chance.next() < 0.1 ? doi.toUpperCase() : doi);

function abstractOf({ abstract }: Work, vendor: Vendor, chance: Chance): Pick<Copy, 'abstract'> {
  const given = chance.next() < vendor.abstract ? abstract : undefined;
  if (given === undefined) return vendor.noAbstract === undefined ? {} : { abstract: vendor.noAbstract };
  return { abstract: chance.next() < 0.2 ? given.replace(/[A-Z]{4,}: /g, '') : given };
}
