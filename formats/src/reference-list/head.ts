import { type NameList, namesAtHead } from './name-list.js';
import { personsOf } from './names.js';
import { withoutFullStop } from './sentences.js';
import { placeScore } from './title-end.js';

/** What stands before the title: who, and in most styles when. */
export interface Head {
  readonly authors: readonly string[];
  readonly etAl: boolean;
  readonly editors: boolean;
  readonly year?: number;
  /** The title and what follows it. */
  readonly rest: string;
  /** Where the title is told from what stands before the year. */
  readonly title?: string;
  /** Printed later than it was cited: "(in press)". */
  readonly toCome?: true;
  /** A comma stands between the names and the title, and so perhaps between the title and what follows it. */
  readonly commas: boolean;
}

const nobody = { authors: [], etAl: false, editors: false, commas: false } as const;

/** A year in brackets or between points, with its letter, its month or its first print: "(2005a)", ". 1989 [1972]. " */
const inBrackets =
  /[([](?:c(?:irca)?\.? ?|\p{L}{3,9}\.? )?(?<year>(?:1[5-9]|20)\d\d)(?: ?[/–-] ?\d{2,4})?[a-z]?(?:[,;/ ][^()]{0,30})?[)\]]\s*[.,:;]?\s*/u;
const bare = /[.,]? ?\b(?<year>(?:1[5-9]|20)\d\d)[a-z]?(?: ?[[(]\d{4}[)\]])?\s*[.,:;]?\s+(?=\D)/;
const toCome =
  /\((?:in press|forthcoming|n\.? ?d\.?|s\.? ?f\.?|s\.? ?d\.?|o\. ?J\.|im Druck|sous presse|submitted|accepted)\)\s*[.,:]?\s*/i;

/** Words behind which a year in brackets can only belong to the place in print. */
const longestHead = 1500;

export function headOf(text: string): Head {
  const names = namesAtHead(text);
  return (
    yearFirst(text) ??
    behindNames(text, names) ??
    titleBeforeYear(text, names) ??
    behindYear(text, names) ??
    beforeQuotation(text, names) ??
    namesAlone(text, names) ??
    organisation(text)
  );
}

/** "A guide to doors. (1991). London: Hillside.": nobody is named, and a place in print follows the year. */
function titleBeforeYear(text: string, names: NameList | undefined): Head | undefined {
  const match = inBrackets.exec(text.slice(0, longestHead));
  if (match === null || names !== undefined || !/[.?!] ?$/.test(text.slice(0, match.index))) return undefined;
  const title = withoutFullStop(text.slice(0, match.index));
  const rest = text.slice(match.index + match[0].length);
  if (organisations.test(title) || title.length < 4 || placeScore(rest) < 1.6) return undefined;
  return { ...nobody, ...when(match), title, rest };
}

/** "(2005). Title": dashes stood for the names. */
function yearFirst(text: string): Head | undefined {
  const match = inBrackets.exec(text.slice(0, 80)) ?? bare.exec(text.slice(0, 80));
  const rest = text.slice(match?.[0].length ?? 0);
  return match?.index === 0 && opensTitle(rest) ? { ...nobody, ...when(match), rest } : undefined;
}

/** Somebody in a form not known here, and a title in quotation marks. */
function beforeQuotation(text: string, names: NameList | undefined): Head | undefined {
  const before = /^[^“"«]{3,300}(?=[“"«])/.exec(text)?.[0];
  if (before === undefined || names === undefined || /\d/.test(before) || names.end + 2 >= before.trimEnd().length) {
    return undefined;
  }
  return { ...listed(before.trim().replace(/[,.:]$/, ''), names), rest: text.slice(before.length), commas: true };
}

/** Names, and the year right behind them. */
function behindNames(text: string, names: NameList | undefined): Head | undefined {
  if (names === undefined) return undefined;
  const after = text.slice(names.end).replace(/^\s*[.,:;]*\s*/, '');
  for (const pattern of [inBrackets, toCome, bare]) {
    const match = pattern.exec(after.slice(0, 80));
    if (match?.index !== 0) continue;
    const rest = after.slice(match[0].length);
    if (!opensTitle(rest)) continue;
    return { ...names, ...when(match), rest, commas: /,\s*$/.test(match[0]) };
  }
  return undefined;
}

/** A year early in the text: what stands before it are the authors, whatever they look like. */
function behindYear(text: string, names: NameList | undefined): Head | undefined {
  const head = text.slice(0, longestHead);
  for (const pattern of [inBrackets, toCome, / ?[.,] (?<year>(?:1[5-9]|20)\d\d)[a-z]?[.,:] /]) {
    const match = pattern.exec(head);
    if (match === null) continue;
    const before = head.slice(0, match.index).trim();
    const rest = text.slice(match.index + match[0].length);
    if (!opensTitle(rest) || !namesSomebody(before, names)) continue;
    return { ...listed(before, names), ...when(match), rest, commas: /,\s*$/.test(match[0]) };
  }
  return undefined;
}

function when(match: RegExpExecArray): { year?: number; toCome?: true } {
  const year = match.groups?.year;
  return year === undefined ? { toCome: true } : { year: Number(year) };
}

const opensTitle = (rest: string): boolean =>
  isTitleless(rest) ||
  (/^["“”«‘'`[¿¡(]*\s?[\p{L}\d]/u.test(rest) &&
    !/^(?:pp?\.|vol|\d+[ ,:(;.])/i.test(rest) &&
    (rest.match(/\p{L}/gu)?.length ?? 0) > 8);

/** "ApJ, 650, 102": a journal and numbers, as physicists and astronomers cite. */
export function isTitleless(rest: string): boolean {
  return /^\p{Lu}[\p{L}&. ]{0,40}?,? \p{L}?\d{1,4}, \p{L}?\d{1,6}(?:[-–]\d{1,6})?\.?$/u.test(rest);
}

/** No title stands before the year: names cover most of it, or it is one short phrase without numbers. */
function namesSomebody(before: string, names: NameList | undefined): boolean {
  if (before === '' || /["“«]/.test(before)) return false;
  if (names !== undefined && names.end * 2 > before.length) return true;
  return before.length < 160 && !/\d{3}|[?!:]/.test(before) && !/\p{Ll}{2}[.] /u.test(before);
}

function listed(before: string, names: NameList | undefined): Omit<Head, 'rest' | 'commas'> {
  const role = /,? ?[([]?\b(?:eds?|editors?|hrsg)\b\.?[)\]]?\.?,?$/i;
  const bareText = before
    .replace(role, '')
    .replace(/[,;:]$/, '')
    .trim();
  const editors = role.test(before);
  if (names !== undefined && names.end >= bareText.length - 2) return { ...names, editors };
  const persons = personsOf(withoutFullStop(bareText));
  if (persons !== undefined) return { ...persons, editors };
  const cut = /,? et al\.?$/i.test(bareText);
  const block = bareText.replace(/,? et al\.?$/i, '');
  const parts =
    names === undefined ? [block] : [...names.authors, ...block.slice(names.end).split(/,|;|&| (?:et|and|und|y) /)];
  const authors = parts
    .map((part) => part.replace(/^[\s,;&.]*(?:and\b|&)?\s*|[\s,;]+$|(?<=\p{L}{2}|\))\.$/gu, ''))
    .filter((part) => part !== '');
  return { authors, etAl: cut || (names?.etAl ?? false), editors };
}

function namesAlone(text: string, names: NameList | undefined): Head | undefined {
  if (names === undefined) return undefined;
  const rest = text.slice(names.end).replace(/^\s*[.,:;]*\s*/, '');
  const commas = /^\s*[,;]/.test(text.slice(names.end));
  // "World of Doors. London: Hillside": what looks like a name is the title.
  if (names.authors.length === 1 && names.written && !commas && placeScore(rest) >= 1.7) return undefined;
  return opensTitle(rest) ? { ...names, rest, commas } : undefined;
}

/** "Office of Doors. Opening hours. …": an organisation is known by what it calls itself. */
const organisations =
  /\b(?:organi[sz]ation|institut[eo]?|ministry|minist[eè]re|ministerio|department|commission|council|committee|association|agency|society|university|office|group|network|cent(?:re|er)|bureau|foundation|nations|government|collaboration|consortium|bank|board|academy|college|NHS|WHO|UNICEF|NICE)\b/i;

function organisation(text: string): Head {
  const opening = /^.{3,150}?(?:\p{L}{2}|\))\.(?= )/u.exec(text)?.[0] ?? '';
  const name = withoutFullStop(opening);
  const rest = text.slice(opening.length).trim();
  const words = name.split(' ').length;
  if (
    !opening.endsWith('.') ||
    !organisations.test(name) ||
    words > 12 ||
    /[,:;?!"“\d]/.test(name) ||
    !opensTitle(rest)
  ) {
    return { ...nobody, rest: text };
  }
  return { ...nobody, authors: [name], rest };
}
