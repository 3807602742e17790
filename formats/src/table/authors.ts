import type { Vendor } from '../vendors.js';
import { quotedList } from './quoted-list.js';

/**
 * How a column sets names apart:
 * - `semicolons`, `bars`: "Last, F.; Last, F."; two slashes in tables for EndNote
 * - `commas`: "Last F., Last F." or "First Last, First Last"
 * - `pairs`: "Last, F., Last, F.": every second comma belongs to a name
 * - `glued`: "First LastFirst Last" (Springer)
 * - `single`: one name a cell
 */
export type AuthorHabit = 'semicolons' | 'bars' | 'commas' | 'pairs' | 'glued' | 'single';

/** The habit of a whole column, from its first cells: one cell alone often cannot tell. */
export function authorHabit(cells: readonly string[], vendor?: Vendor): AuthorHabit {
  if (vendor === 'springer' && !cells.some((cell) => /[;,|]/.test(cell))) return 'glued';
  if (cells.some((cell) => cell.includes(';'))) return 'semicolons';
  if (cells.some((cell) => cell.includes('|'))) return 'bars';
  const texts = cells.map((cell) => withoutEtAl(cell.replace(/\s+/g, ' ')).text);
  if (texts.some((text) => arePairs(partsWithoutAnd(text)))) return 'pairs';
  const parted = texts.map(partsOf).filter((parts) => parts.length > 1);
  if (parted.some((parts) => parts.every(isWholeName) && (parts.length > 2 || vendor === 'ieee'))) return 'commas';
  return parted.some((parts) => parts.every(isInitialledName)) ? 'commas' : 'single';
}

export interface Authors {
  readonly names: readonly string[];
  readonly etAl: boolean;
}

/** The names of a cell. Numbers in brackets behind them are the vendor's own (Scopus). */
export function authorsIn(cell: string, habit: AuthorHabit): Authors {
  // Runs of blanks would cost time in the expressions below.
  const { text, etAl } = withoutEtAl(cell.replace(/[^\S\n]+/g, ' ').trim());
  const names = (quotedList(text) ?? linesOf(text).flatMap((line) => namesIn(line, habit)))
    .map((name) => name.replace(/\s*\(\d{6,}\)$/, '').trim())
    .map((name) =>
      name
        .replace(/^(?:and|&)\s+/i, '')
        .replace(/[,;]+$/, '')
        .trim(),
    )
    .filter(
      (name) =>
        name !== '' && !/^(?:et\.? al\.?|\.\.\.|…|NA|n\/a|nan|null|none|\[no author name available\])$/i.test(name),
    );
  return { names, etAl };
}

function namesIn(line: string, habit: AuthorHabit): string[] {
  if (/\p{L}\/\/\p{L}/u.test(line)) return line.split('//');
  if (line.includes(';')) return line.split(';').flatMap(joinedByAnd);
  if (habit === 'bars' || /\S\|\S/.test(line)) return line.split('|');
  if (habit === 'glued') return unglued(line);
  const parts = partsOf(line);
  if (habit === 'semicolons') return parts.every(isInitialledName) ? parts : joinedByAnd(line);
  const split = partsWithoutAnd(line);
  if (arePairs(split)) return paired(split);
  const whole = habit === 'commas' && split.every((part) => isInitialledName(part) || isWholeName(part));
  return whole || split.every(isInitialledName) ? split : joinedByAnd(line);
}

/** Line breaks set names apart too; so do the breaks that programs of the web leave. */
const linesOf = (text: string): string[] =>
  text
    .split(/\n|<br ?\/?>/i)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** "Smith, J. and Jones, A." are two; "Department of Health and Social Care" is one. */
function joinedByAnd(text: string): string[] {
  const parts = text.split(/\s+(?:and|und|&)\s+/);
  return parts.length > 1 && parts.every(isPerson) ? parts : [text];
}

function isPerson(name: string): boolean {
  if (/\b(?:of|for|the|on|group|committee|university|institute|department|ministry|centre|center)\b/i.test(name)) {
    return false;
  }
  const text = name.trim().replace(/,$/, '');
  return /^[^,]+, ?[^,]+$/.test(text) || isInitialledName(text) || isWholeName(text);
}

const partsOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** "Last, F., Last, F. & Last, F.": the word before the last name parts names as a comma does. */
const partsWithoutAnd = (text: string): string[] =>
  partsOf(text.replace(/,?\s+(?:&|and|und|et|y|e)\s+(?=\p{Lu})/gu, ', '));

const initials = /^(?:\p{Lu}[\p{Ll}]?\.?[ -]?){1,5}$/u;

/** "Last F.", "van der Berg JP", "Ruiz-De-Azcárate C.", "Gray CT Jr"; or the other way round, "F. Last". */
function isInitialledName(part: string): boolean {
  const words = part
    .trim()
    .replace(/^(?:and|&)\s+/, '')
    .replace(/\s+(?:Jr|Sr|I{2,3}|IV|\d(?:st|nd|rd|th))\.?$/, '')
    .split(/\s+/);
  if (words.length < 2) return false;
  if (/^(?:\p{Lu}\.?-?){1,3}$/u.test(words[0] ?? '')) return /^\p{L}[\p{L}'’.-]*\p{Ll}$/u.test(words.at(-1) ?? '');
  return /^(?:\p{Lu}\.?-?){1,5}$/u.test(words.at(-1) ?? '') && /\p{Ll}|\p{Lu}{2}/u.test(words[0] ?? '');
}

/** "First Last", "Mary Ann van Dyke": two words or more, none of them initials behind the first name. */
function isWholeName(part: string): boolean {
  const words = part.replace(/^(?:and|&)\s+/, '').split(/\s+/);
  return words.length >= 2 && words.length <= 6 && /^\p{Lu}/u.test(part) && /\p{Ll}$/u.test(words.at(-1) ?? '');
}

/** Last, F., Last, F.: every second part is initials, or a list of first names that stands beside family names alone. */
function arePairs(parts: readonly string[]): boolean {
  if (parts.length < 2 || parts.length % 2 !== 0) return false;
  return parts.every((part, index) => (index % 2 === 1 ? initials.test(part) : !initials.test(part)));
}

function paired(parts: readonly string[]): string[] {
  const names: string[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    names.push(`${(parts[at] ?? '').replace(/^(?:and|&)\s+/, '')}, ${parts[at + 1] ?? ''}`);
  }
  return names;
}

function unglued(text: string): string[] {
  return text
    .replace(/(\p{Ll}|\.)(?=\p{Lu})/gu, (mark, _letter, at: number) => {
      const word = /\p{L}+$/u.exec(text.slice(Math.max(0, at - 12), at + 1))?.[0] ?? '';
      const inside = mark === '.' || /^(?:Mc|Mac|De|Di|Da|Du|La|Le|Van|Von|Fitz|O|D)$/.test(word);
      return inside ? mark : `${mark}\n`;
    })
    .split('\n');
}

function withoutEtAl(text: string): { readonly text: string; readonly etAl: boolean } {
  const end = /[\s,;|]*(?:\bet\.? al\b\.?|\.\.\.|…)\s*$/i.exec(text.slice(-20));
  if (end === null) return { text, etAl: false };
  return { text: text.slice(0, text.length - (text.slice(-20).length - end.index)), etAl: true };
}
