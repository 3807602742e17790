import type { ReferenceType } from '@throughline/core';
import { namesAtHead } from './name-list.js';

/** Where a work stands: everything behind its title. */
export interface InPrint {
  readonly type: ReferenceType;
  readonly year?: number;
  readonly journal?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: string;
  readonly publisher?: string;
  readonly place?: string;
  readonly editors?: readonly string[];
}

const number = String.raw`[\p{L}]{0,2}\d[\d.,]{0,7}\p{L}?`;
const range = String.raw`\p{L}{0,2}\d[\d.]{0,9}\p{L}{0,2}(?: ?[-–—−‐]{1,6} ?\p{L}{0,2}\d{1,9}\p{L}?)?`;
/** "pp. 3–9", "pages 15-26", "(S. 27–63)", "p. 56-86, 90", "312 pp." */
const labelledPages = new RegExp(
  String.raw`[,.;(:]?\s*\b(?:pp?|pages?|pgs?|S|págs?|s\.)(?:\.|\b) ?(?<pages>${range}(?:(?:, ?| & | and )${range}){0,4})\)?`,
  'u',
);
const pageCount = /[,.;(]?\s*\b(?<pages>(?:[xivlc]+[,+ ]+)?\d{1,4} ?(?:pp?|pages|S|págs?)\b\.?)\)?/;
const labelledVolume = new RegExp(
  String.raw`[,.;(]?\s*\b(?:vol(?:ume)?s?|v|bd|band|tome|t)(?:\.|\b)\s*(?<volume>${number}(?: ?[-–/] ?\d+)?|[IVXLC]+\b)(?: ?\((?<issue>[^()]{1,20})\))?`,
  'iu',
);
const labelledIssue = new RegExp(
  String.raw`[,.;(]?\s*\b(?:nos?|nr|n|issue|heft|numéro|№|n[°º]|iss)[.°º]{0,2}\s*(?<issue>${number}(?: ?[-–/] ?\d+)?)\)?`,
  'iu',
);
/** "61(3)", "61 (2005)", "61:", "61," and at the end what may be pages. */
const bareVolume = new RegExp(
  String.raw`(?:^|[\s,;.])(?!(?:1[5-9]|20)\d\d(?!\d| ?[:(]))(?<volume>${number.replace('.,', '.–-')}|[IVXLC]{1,7})(?: ?\((?!(?:1[5-9]|20)\d\d\b)(?<issue>[^()]{1,20})\)|/(?<half>\d{1,3}))?(?=\s*(?:[,:;.(]|$|pp?\b|${range}))`,
  'u',
);
const barePages = new RegExp(
  String.raw`^[\s,.:;()]*(?:pp?\.? ?|pages? |S\. ?)?(?<pages>${range}(?:, ?${range}){0,3})`,
  'u',
);
/** Months and seasons by how they begin, in the languages that lists of references are written in. */
const month =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|fév|fev|avr|mai|août|aou|déc|mär|okt|dez|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|out|spring|summer|autumn|fall|winter)\\p{L}{0,7}\\.?';
/** "…, 137–55.", "(839–878)": two numbers joined that stand for themselves. */
const lastPages = /[,.:;(]\s*(?<pages>\d{1,5} ?[-–—−] ?\d{1,5})\)?(?=\s*(?:[.,)]|$))/;
const yearPattern = new RegExp(
  String.raw`[,.;]?\s*[([]?(?:(?<![\p{L}\d])(?:\d{1,2}\.? (?:de )?)?${month}(?: ?[-–/] ?${month})?(?: \d{1,2})?,? (?:de )?)?(?<![\d\p{L}–-])(?<year>(?:1[5-9]|20)\d\d)(?!\d|[-–]\d)[a-z]?[)\]]?`,
  'giu',
);

const editedBefore =
  /^(?:in:?|dans|en|em) (?<editors>.{3,400}?),? ?[([]?\b(?:eds?|editors?|hrsg|hgg?|coords?|dirs?|org)\b\.?[)\]]?\s*[.,:]?\s*/iu;
const editedBehind =
  /[,.(]?\s*\b(?:edited by|ed\. by|eds?\.) (?<editors>\p{Lu}[^()]{3,300}?)(?:\)|(?<=\p{Ll}{2})\.(?= |$)|, (?=\d|pp)|$)/u;

/** Cuts pieces out of a text, and knows where the first was cut: what stands before it is the container. */
class Remains {
  text: string;
  first: number;
  /** Where the piece cut last ended. */
  end = 0;

  constructor(text: string) {
    this.text = text;
    this.first = text.length;
  }

  take(pattern: RegExp, from = 0): Readonly<Record<string, string | undefined>> | undefined {
    const match = pattern.exec(this.text.slice(from));
    if (match === null) return undefined;
    const at = from + match.index;
    this.first = Math.min(this.first, at);
    this.end = at + match[0].length;
    // Blanks keep the places of what is left.
    this.text = this.text.slice(0, at) + ' '.repeat(match[0].length) + this.text.slice(at + match[0].length);
    return match.groups ?? {};
  }
}

/** `known`: the year that stood before the title. */
export function inPrint(rest: string, known?: number): InPrint {
  const remains = new Remains(withoutEdition(rest.slice(0, 2000)));
  const edited = editorsIn(remains);
  const from = remains.text.length - remains.text.trimStart().length;
  remains.first = remains.text.length;
  const year = known === undefined ? takeYear(remains) : {};
  const paged = remains.take(labelledPages, from) ?? remains.take(pageCount, from);
  const place = volumeIn(remains, from);
  const { issue } = place;
  const last = paged === undefined && place.pages === undefined ? remains.take(lastPages, from) : undefined;
  const pages = paged?.pages ?? place.pages ?? last?.pages;
  // "…, 15–38" where a volume would stand.
  const isReport = numberedReport.test(rest);
  const onlyPages = pages === undefined && /\d[-–—]\d/.test(place.volume ?? '');
  const volume = onlyPages || isReport ? undefined : place.volume;
  const held = tidy(remains.text.slice(0, remains.first));
  const behind = tidy(remains.text.slice(remains.first));
  const holds = /^(?:in|dans|em|en)\b:? /i.test(rest);
  const where = onlyPages ? place.volume : pages;
  const parts = { ...year, ...(volume && { volume }), ...(issue && { issue }), ...(where && { pages: where }) };
  return {
    ...worded(held, behind, { holds, numbered: volume !== undefined, paged: where !== undefined }),
    ...parts,
    ...edited,
  };
}

/** Behind a title: "(2nd ed.).", "2nd edn.", "3ª ed.,". */
const edition =
  /(?:^|[,.(] ?)\(?(?:\d{1,2}(?:st|nd|rd|th|[.ªºeè]{1,2})? ?(?:rev(?:ised|\.)? )?|(?:revised|rev\.|second|third|fourth|fifth|new) )(?:edn?|edition|éd|édition|aufl(?:age)?|vyd)\b\.?\)?[.,;:]? ?/i;

function withoutEdition(rest: string): string {
  return rest.replace(edition, ' ').trim();
}

function editorsIn(remains: Remains): { editors?: readonly string[] } {
  const text = (remains.take(editedBefore) ?? remains.take(editedBehind))?.editors;
  if (text === undefined) return {};
  const list = namesAtHead(text);
  return { editors: list !== undefined && list.end >= text.length - 3 ? list.authors : [tidy(text)] };
}

function takeYear(remains: Remains): { year?: number } {
  const every = [...remains.text.matchAll(yearPattern)].slice(0, 40);
  // "2003 [1910]": the year of this print, and of the first.
  const all = every.length > 1 ? every.filter((each) => !each[0].includes('[') && !insideName(each)) : every;
  const bracketed = all.find(([text]) => text.includes('('));
  const match = bracketed ?? all.at(-1);
  const year = match?.groups?.year;
  if (match === undefined || year === undefined) return {};
  remains.first = Math.min(remains.first, match.index);
  remains.text =
    remains.text.slice(0, match.index) +
    ' '.repeat(match[0].length) +
    remains.text.slice(match.index + match[0].length);
  return { year: Number(year) };
}

/** "Proceedings of the 1992 International Conference": the year of the meeting. */
function insideName({ input, index, 0: text }: RegExpExecArray): boolean {
  return /\p{Ll}$/u.test(input.slice(0, index)) && /^ \p{Lu}/u.test(input.slice(index + text.length));
}

function volumeIn(remains: Remains, from: number): { volume?: string; issue?: string; pages?: string } {
  const labelled = remains.take(labelledVolume, from);
  const found = labelled ?? remains.take(bareVolume, from);
  const end = remains.end;
  const issue = remains.take(labelledIssue, from)?.issue;
  const volume = found?.volume;
  const printed = found?.issue ?? found?.half ?? issue;
  const behind =
    volume === undefined ? undefined : remains.take(barePages, Math.max(end, issue === undefined ? end : remains.end));
  return {
    ...(volume === undefined ? {} : { volume: volume.replace(/[.,–-]+$/, '') }),
    ...(printed === undefined ? {} : { issue: printed.trim() }),
    ...(behind?.pages === undefined ? {} : { pages: behind.pages.trim() }),
  };
}

const proceedings = /\b(?:proc(?:eedings|\.)|conference|conf\.|symposium|workshop|congress|meeting)(?:\b|\s)/i;
/** Its number is a report's and no volume. */
const numberedReport = /^[[(]?(?:technical|tech\.?|research|working|internal|discussion) (?:report|rep\.|paper)/i;
const thesis = /\b(?:thesis|dissertation|diss\.|th[eè]se|tesis|habilitation)/i;
const report = /\b(?:report|working paper|rapport|bericht|informe|tech\. rep|TR )\b/i;
const publishers =
  /\b(?:press|publish(?:ers|ing)?|books|verlag|university|springer|wiley|elsevier|éditions|editions|editorial|sons|inc|ltd|sage|routledge)\b/i;

/** What the words before and behind the numbers are: a journal, a book with others in it, or who printed it where. */
function worded(
  held: string,
  behind: string,
  { holds, numbered, paged }: { holds: boolean; numbered: boolean; paged: boolean },
): InPrint {
  const container = held.replace(/^(?:in|dans|em|en)\b:? /i, '');
  if (thesis.test(held)) return { type: 'thesis', ...imprint(university(held) || behind) };
  if (holds || (proceedings.test(held) && !/[:]/.test(held))) {
    const type = proceedings.test(held) ? 'conference' : 'chapter';
    const [book = '', printed = behind] =
      paged && behind !== '' ? [container, behind] : bookAndImprint(container, behind);
    return { type, ...(book && { journal: book }), ...imprint(printed) };
  }
  if (report.test(held) && !numbered) return { type: 'report', ...imprint(/, (.+)$/s.exec(held)?.[1] ?? behind) };
  if (/^[^:]{2,50}: \p{L}/u.test(held) && !numbered) return { type: 'book', ...imprint(held) };
  if ((numbered || paged) && !publishers.test(held))
    return { type: 'article', ...(container && { journal: container }) };
  if (numbered && container !== '') return { type: 'article', journal: container };
  if (held === '') return { type: 'other', ...imprint(behind) };
  return { type: 'book', ...imprint([held, behind].filter(Boolean).join(', ')) };
}

/** "[Doctoral dissertation, University of Lakeside]. Repository": who took the thesis. */
function university(held: string): string {
  const behind = held.replace(/^.{0,200}?(?:thesis|dissertation|diss\.|th[eè]se|tesis|habilitation)[)\],.:]* ?/i, '');
  return behind.replace(/\].*$/s, '');
}

/** "Book of rooms. London: Hillside", "Book of rooms, Hillside, London": the book ends at the first point or comma. */
function bookAndImprint(text: string, behind: string): readonly [string, string] {
  const match = /^(.{8,300}?)(?:\.|,(?= \p{Lu}[^,]{2,30}(?:$|, \p{Lu}|: )))(?=\s\p{Lu})\s*(.*)$/u.exec(text);
  if (match?.[1] === undefined) return [text, behind];
  return [match[1], tidy(`${match[2] ?? ''} ${behind}`)];
}

function imprint(text: string): { place?: string; publisher?: string } {
  const bare = tidy(text);
  if (bare === '') return {};
  const colon = /^([^:]{2,60}): ?(.+)$/.exec(bare);
  if (colon?.[1] !== undefined && colon[2] !== undefined) return { place: tidy(colon[1]), publisher: tidy(colon[2]) };
  const comma = bare.lastIndexOf(', ');
  if (comma < 0) return { publisher: bare };
  const [left, right] = [tidy(bare.slice(0, comma)), tidy(bare.slice(comma + 1))];
  if (publishers.test(right) && !publishers.test(left)) return { place: left, publisher: right };
  return { publisher: left, place: right };
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:)(\]]+|[\s,;:([]+$/g, '')
    .replace(/(\p{L}{2,}| )\.$/u, '$1')
    .trim();
}
