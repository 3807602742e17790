import { isOneOff, plain } from '../text.js';

/** Where a work stands in print: its volume, issue and pages, each only where it could be read. */
export interface Place {
  /** "62"; of "59 (1 Supplement 1)" the first number. */
  readonly volume?: string;
  /** Numbers and letters without words: "1", "s1". */
  readonly issue?: string;
  /** "40", "e487", "s34", or an article number. */
  readonly first?: string;
  /** In full: "52" also where it was printed as "40–52" or "1340–52" (1352). Absent where it says no more than the first. */
  readonly last?: string;
}

export function placeOf(volume?: string, issue?: string, pages?: string): Place {
  const [readVolume, readIssue, { first, last }] = [volumeOf(volume), issueOf(issue, volume), pagesOf(pages)];
  return {
    ...(readVolume === undefined ? {} : { volume: readVolume }),
    ...(readIssue === undefined ? {} : { issue: readIssue }),
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
  };
}

function volumeOf(volume: string | undefined): string | undefined {
  if (volume === undefined) return undefined;
  // "2)", "1)": what is left of "53 (Suppl. 2)" is no volume.
  if (/^[^(]*\)/.test(volume)) return undefined;
  const [number] = /\d+/.exec(volume) ?? [];
  return number?.replace(/^0+(?=\d)/, '') ?? romanOf(plain(volume));
}

const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
/** "XIV": 14. Other words without a digit are no volume ("Publish Ahead of Print"). */
function romanOf(word: string): string | undefined {
  if (!/^[ivxlcdm]+$/.test(word)) return undefined;
  const each = [...word].map((letter) => values[letter] ?? 0);
  return String(each.reduce((sum, value, at) => sum + (value < (each[at + 1] ?? 0) ? -value : value), 0));
}

/** The issue, which some write behind the volume: "10 (11) (no pagination)". */
function issueOf(issue: string | undefined, volume: string | undefined): string | undefined {
  const [, behind] = /^\s*\d+\s*\(([^()]*\d[^()]*)\)/.exec(volume ?? '') ?? [];
  const said = plain(issue === undefined || plain(issue) === '' ? behind : issue)
    .replace(/\bsuppl(?:ement)?\b/g, 's')
    .replace(/\b(?:no|number|issue|special|si|pt|part)\b/g, '')
    .replaceAll(' ', '');
  return said === '' || !/\d/.test(said) ? undefined : said;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A spreadsheet takes pages 1–4 for the first of April. */
function withoutDates(pages: string): string {
  return pages.replace(
    /^\s*(?:(\d{1,2})-([A-Za-z]{3})|([A-Za-z]{3})-(\d{1,2}))\s*$/,
    (
      whole,
      day: string | undefined,
      month: string | undefined,
      monthFirst: string | undefined,
      dayLast: string | undefined,
    ) => {
      const number = months.indexOf((month ?? monthFirst ?? '').toLowerCase()) + 1;
      if (number === 0) return whole;
      return day === undefined ? `${number}-${Number(dayLast)}` : `${Number(day)}-${number}`;
    },
  );
}

/** Letters of a field that are looked at. */
const most = 200;

const part = /([a-z]{0,4})\s?(\d+)([a-z]{0,2})/;

function pagesOf(pages: string | undefined): { first?: string; last?: string } {
  if (pages === undefined) return {};
  const said = withoutDates(pages.slice(0, most)).toLowerCase();
  const [from = '', to] = said.split(/\s*(?:[-–—−]+|\bto\b)\s*/, 2);
  const [first, last] = [pageOf(from), to === undefined ? undefined : pageOf(to)];
  if (first === undefined) return last === undefined ? {} : { last };
  const whole = last === undefined ? undefined : inFull(first, last);
  return whole === undefined || whole === first ? { first } : { first, last: whole };
}

function pageOf(text: string): string | undefined {
  const [, before = '', digits, behind = ''] = part.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const number = digits.replace(/^0+(?=\d)/, '');
  return `${before === 'p' || before === 'pp' || before === 'page' ? '' : before}${number}${behind}`;
}

/** "1340" and "52": 1352. A letter before the first stands before the last, too. */
function inFull(first: string, last: string): string {
  const [, letters = '', start = ''] = /^([a-z]*)(\d+)/.exec(first) ?? [];
  const [, ownLetters = '', end = ''] = /^([a-z]*)(\d+)/.exec(last) ?? [];
  const whole = end.length < start.length ? start.slice(0, start.length - end.length) + end : end;
  return `${ownLetters === '' ? letters : ownLetters}${whole}`;
}

export type PagesLikeness = 'range' | 'first' | 'overlap' | 'alike' | 'other';

/**
 * range: both ends are the same, on more than one page. first: the first is, and nothing is said of the last, or of one
 * page only. overlap: one end is the same, or they share pages. alike: one is the number that the article has online, or
 * a misprint. Else other. Undefined where either has none.
 */
export function pagesLikeness(a: Place, b: Place): PagesLikeness | undefined {
  const lasts = a.last === undefined || b.last === undefined ? undefined : bare(a.last) === bare(b.last);
  if (a.first === undefined || b.first === undefined) return lasts === true ? 'overlap' : undefined;
  if (a.first === b.first && isOfSeries(a.first)) return 'alike';
  if (a.first === b.first) return lasts === true && a.first !== '1' ? 'range' : lasts === false ? 'overlap' : 'first';
  const firsts = bare(a.first) === bare(b.first);
  if (lasts === true) return firsts ? 'range' : 'overlap';
  if (firsts) return lasts === false ? 'other' : 'alike';
  if (overlap(a, b)) return 'overlap';
  return isOnline(a) !== isOnline(b) || isMisprinted(a.first, b.first) ? 'alike' : 'other';
}

/** The number of a Cochrane review stands on its protocol and on every update. */
const isOfSeries = (page: string): boolean => /^cd\d{5,}/.test(page);

/** Without letters: "s34" and "34" are told apart by some sources only. */
const bare = (page: string): string => page.replace(/^[a-z]+|[a-z]+$/g, '');

/** "e487", "a1754", or a number of six digits and more: not a page in print. */
const isOnline = ({ first = '', last }: Place): boolean =>
  last === undefined ? /^(?:[a-z]{1,2}\d{3,}|\d{6,})$/.test(first) : /^e\d+/.test(first);

/** One digit is another: "22" and "52". */
const isMisprinted = (a: string, b: string): boolean => a.length > 1 && a.length === b.length && isOneOff(a, b);

function overlap(a: Place, b: Place): boolean {
  const [[fromA, toA], [fromB, toB]] = [ends(a), ends(b)];
  return fromA <= toB && fromB <= toA;
}

function ends({ first = '', last }: Place): readonly [number, number] {
  const from = Number.parseInt(bare(first), 10);
  return [from, last === undefined ? from : Number.parseInt(bare(last), 10)];
}

/** Pages from the first to the last: 0 for one page, or where the last is not said. */
export function spanOf(place: Place): number {
  const [from, to] = ends(place);
  return to - from || 0;
}

/** A volume that was lost moves the rest: the issue stands for the volume, and the first page for the issue. */
export function unshifted(place: Place, beside: Place): Place {
  const { volume, issue, first } = place;
  const isShifted = volume === undefined && issue !== undefined && issue === beside.volume && first === beside.issue;
  return isShifted && first !== undefined ? { volume: issue, issue: first } : place;
}
