import { plain, saysNothing } from '../text.js';

/** What a mark in a title tells of a work: it corrects another, or it answers one. */
export type TitleMark = 'correction' | 'reply';

/** One way in which a title may be read. */
export interface TitleForm {
  /** Its words, apart by one space each; `wordsIn` gives them one by one. */
  readonly text: string;
  /** The words without the spaces between. */
  readonly letters: string;
  /** How many words. */
  readonly count: number;
}

export const wordsIn = ({ text }: TitleForm): readonly string[] => (text === '' ? [] : text.split(' '));

/** A title, taken apart for comparing. */
export interface Title {
  /** Where it is given in two languages, or with and without what stands in brackets, each way it may be read; else one. */
  readonly forms: readonly TitleForm[];
  readonly mark?: TitleMark;
  /** It names another work that it speaks of ("… (vol 360, pg 542, 2009)"). */
  readonly about: boolean;
  /** A heading that stands over many works. */
  readonly heading: boolean;
}

/** Letters of a title that are looked at: what is longer is no title, and would keep the reader busy. */
const most = 2000;

const noTitle: Title = { forms: [], about: false, heading: false };

/** Takes a title apart: notes that a database adds are left out, marks of another kind of work are kept as such. */
export function titleOf(title: string | undefined): Title {
  if (title === undefined) return noTitle;
  const text = title.slice(0, most);
  const said = plain(text);
  if (saysNothing(said)) return noTitle;
  const clean = withoutMarkup(text);
  const { rest: unnoted, about } = withoutNotes(clean);
  const { rest, mark } = withoutMark(unnoted);
  const forms = formsOf(rest, rest === text ? said : plain(rest));
  const [first] = forms;
  // Nothing is left of a title that is all marks: "Erratum", "Reply". It is a heading.
  if (first === undefined)
    return { forms: [formOf(plain(clean))], about, heading: true, ...(mark === undefined ? {} : { mark }) };
  return { forms, about, heading: isHeading(wordsIn(first)), ...(mark === undefined ? {} : { mark }) };
}

const entities = new Map(Object.entries({ lt: '<', gt: '>', quot: '"', apos: "'" }));

/** Titles come with HTML and TeX left in them; the letters stay. */
function withoutMarkup(text: string): string {
  if (!/[<&\\{}$_^]/.test(text)) return text;
  return text
    .replace(/&(?:amp;)+/g, '&')
    .replace(/&#x([\da-f]{2,6});/gi, (_, code: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
    )
    .replace(/&#(\d{2,6});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&([a-z])(?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron);/gi, '$1')
    .replace(/&([a-z]{2,8});/gi, (_, name: string) => entities.get(name.toLowerCase()) ?? ' ')
    .replace(/<\/?[a-z][^<>]{0,60}>/gi, '')
    .replace(/\\(?:textit|textbf|emph|text|mathrm|rm|it|bf)\b/g, '')
    .replace(/[{}$\\]/g, '');
}

/** Notes that databases put behind a title in brackets: of the language, of references, of what appeared elsewhere. */
const tongue =
  'english|french|german|spanish|russian|chinese|japanese|italian|portuguese|polish|turkish|korean|dutch|danish|norwegian|swedish|finnish|czech|slovak|hungarian|romanian|croatian|serbian|greek|hebrew|persian|arabic|ukrainian|bulgarian';
const note = new RegExp(
  `\\s*(?:\\[\\d{1,3}\\]|[[(](?:` +
    `[^[\\]()]*\\b(?:refs?|references|erratum|errata|corrigendum|appears?|published|retract\\w*|republished|reprint\\w*|summary for patients|multiple letters?|\\[\\d+\\])\\b[^[\\]]*` +
    `|(?=[^\\])]*[a-z])(?:(?:article|text|abstract|original|editorial|comments?|letters?|review|careers?|invited|brief|structured|provisional|record|in|and|author'?s?|\\d+(?!\\d)|${tongue})[\\s,;.:/&-]*)+` +
    `)[\\])]?)\\s*\\.?\\s*$`,
  'i',
);
/** From such a note to the end: several may follow, and they hold brackets of their own. */
const appearedElsewhere =
  /[\s.]*[[(]\s*(?:(?:published )?errat(?:um|a)|corrigendum|correction|comments?|summary for patients|retraction|republished|reprint\w*|original report|update)\s+(?:appears?|in|on|of)\b.*$/i;
/** "(vol 360, pg 542, 2009)", "(New England Journal of Medicine (2009) 360 (542-544))": the work that is spoken of. */
const spokenOf =
  /\s*[[(](?:vol(?:ume)?\b[^()]*\d[^()]*|[^()]{6,120}\(?\d{4}\)?[^()]{0,20}\([^()]*\d\)\s*)[\])]\s*\.?\s*$/i;
/** Behind the title, the place where it stood: "… N Engl J Med. 2009 Jan 29;360(5):544-6". */
const placeBehind =
  /[.…]{1,3}\s*[A-Z][A-Za-z. ]{3,60}\.\s*\d{4}[^;]{0,12};\s*\d+\s*\([^()]{1,12}\)\s*:\s*[\w-]+\.?\s*$/;

function withoutNotes(text: string): { rest: string; about: boolean } {
  if (!/[[(;]/.test(text)) return { rest: text, about: false };
  let rest = text.replace(appearedElsewhere, '').replace(placeBehind, '');
  let about = false;
  for (let times = 0; times < 4; times += 1) {
    if (!/[\])]\s*\.?\s*$/.test(rest)) break;
    const spoken = rest.replace(spokenOf, '');
    const shorter = spoken === rest ? rest.replace(note, '') : spoken;
    if (shorter === rest || plain(shorter) === '') break;
    about ||= spoken !== rest;
    rest = shorter;
  }
  return { rest, about };
}

const corrects =
  /^\W*(?:\w+['’]s )?(?:published |author |publisher )?(?:erratum|errata|corrigend(?:um|a)|corrections?|retraction|retracted(?: article)?|withdrawn|withdrawal|expression of concern|addendum)(?: (?:to|for|of|note|notice))?\b\s*[:.–—\-\]]*\s*/i;
const correctsBehind =
  /[\s:.,–—\-[(]+(?:erratum|corrigendum|correction|retraction|retracted(?: article)?|addendum)\W*$/i;
const answers =
  /^\W*(?:(?:the )?authors?['’]?s? (?:reply|response)\b(?: to\b)?|(?:reply|replies|rejoinder|comments?|commentary)\s+(?:by the authors?|to|on|from)\b|response\s+(?:to|from)\s+(?=["“'‘«])|(?:re|reply|replies|response|in reply|in response|comments?|commentary|rejoinder|discussion|invited commentary|letter to the editor|letter)\s*[:.–—\-\]]+)[\s:.–—\-\]]*/i;
const answersBehind =
  /[\s:.,;?!–—\-[(]+(?:(?:authors?['’]?s? |the )?(?:reply|replies|response|rejoinder|in reply|in response|response from the authors?|reply by the authors?)|commentary|a comment|discussion)\W*$/i;

/** Of the work that is corrected, where its own title is followed by more than the field could hold. */
const leftOpen = /\s*\((?:[^()]|\([^()]*\))*(?:\([^()]*)?$/;

const mayBeMarked = /err|corr|retr|withd|concern|addend|repl|resp|comment|rejoin|discuss|letter|\bre\b/i;

function withoutMark(text: string): { rest: string; mark?: TitleMark } {
  if (!mayBeMarked.test(text)) return { rest: text };
  for (const [mark, pattern] of [
    ['correction', corrects],
    ['correction', correctsBehind],
    ['reply', answers],
    ['reply', answersBehind],
  ] as const) {
    const rest = text.replace(pattern, '');
    // "Authors' reply to comment on: …": one mark behind another.
    if (rest !== text) return { rest: withoutMark(rest.replace(leftOpen, '')).rest, mark };
  }
  return { rest: text };
}

/** "English [Original]", "Original = English", "[Translated]", "Title (with what stands in brackets)". */
function formsOf(text: string, said: string): readonly TitleForm[] {
  const whole = formOf(said);
  if (whole.letters === '') return [];
  const parts = partsOf(text)
    .map((part) => formOf(plain(part)))
    .filter(({ count }) => count >= 3);
  return parts.length < 2 ? [whole] : [whole, ...parts];
}

function formOf(said: string): TitleForm {
  const words = wordsOf(said);
  return { text: words.join(' '), letters: words.join(''), count: words.length };
}

function partsOf(text: string): string[] {
  const [, before, inside] = /^([^[\]]{8,}?)\s*\[([^[\]]{8,})\]\W*$/.exec(text) ?? [];
  if (before !== undefined && inside !== undefined) return [before, inside];
  const equal = text.split(/\s+[=/]\s+/);
  return equal.length === 2 ? equal : [];
}

const spellings: readonly (readonly [RegExp, string])[] = [
  [/ae|oe/g, 'e'],
  [/isation/g, 'ization'],
  [/ise(?=[ds]?$)/, 'ize'],
  [/yse(?=[ds]?$)/, 'yze'],
  [/(?<=[a-z]{3})our(?=$|s$|al$|ed$|ing$|ism$)/, 'or'],
  [/(?<=[a-z]{3})tre(?=s?$)/, 'ter'],
];

/** Words as they are compared, of a text as `plain` writes it: one spelling where British and American differ. */
function wordsOf(said: string): string[] {
  const words = said.split(' ');
  const found: string[] = [];
  for (const word of words) {
    if (word === '' || word === 'and') continue;
    found.push(word.length < 6 ? (numeral.get(word) ?? spelledOneWay(word)) : spelledOneWay(word));
  }
  return found;
}

const maySpellOtherwise = /[ao]e|is[ae]|yse|our|tre/;

const numeral = new Map(
  Object.entries({
    ...{ two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10' },
    ...{ ii: '2', iii: '3', iv: '4', vi: '6', vii: '7', viii: '8', ix: '9' },
  }),
);

function spelledOneWay(word: string): string {
  if (word.length < 5 || !maySpellOtherwise.test(word)) return word;
  let spelled = word;
  for (const [pattern, instead] of spellings) spelled = spelled.replace(pattern, instead);
  return spelled;
}

const headings = new Set([
  'editorial',
  'editors',
  'editor',
  'note',
  'notes',
  'comment',
  'comments',
  'introduction',
  'preface',
  'foreword',
  'letter',
  'letters',
  'correspondence',
  'reply',
  'response',
  'book',
  'review',
  'reviews',
  'news',
  'abstract',
  'abstracts',
  'contents',
  'index',
  'obituary',
  'commentary',
  'discussion',
  'conclusion',
  'conclusions',
  'overview',
  'summary',
  'guest',
  'special',
  'issue',
  'section',
  'message',
  'welcome',
  'from',
  'chair',
  'chairs',
  'chief',
  'president',
  'presidents',
  'column',
  'perspective',
  'perspectives',
  'viewpoint',
  'announcement',
  'announcements',
  'call',
  'papers',
  'table',
  'program',
  'programme',
  'proceedings',
  'supplement',
  'minitrack',
  'track',
  'panel',
  'workshop',
  'the',
  'a',
  'an',
  'of',
  'on',
  'to',
  'in',
  'for',
  'this',
  'our',
  'and',
  's',
]);

/** All its words are those of headings, or there is only one. */
function isHeading(words: readonly string[]): boolean {
  return words.length < 2 || words.every((word) => headings.has(word) || /^\d+$/.test(word)) || isTrackHeading(words);
}

/** "Introduction to the Minitrack on …", "Introduction to the special issue on …": each year's stands under it. */
const isTrackHeading = ([first, ...rest]: readonly string[]): boolean =>
  /^(?:introduction|editorial|preface|foreword|message|welcome)$/.test(first ?? '') &&
  rest.slice(0, 6).some((word) => /^(?:minitrack|track|issue|section|workshop|volume|proceedings)$/.test(word));
