import type { CutField } from '@throughline/core';
import { fieldText } from '../text/field-text.js';

/** What "A Author, B Author… - Journal of …, 2021" says. */
export interface Byline {
  readonly authors: readonly string[];
  readonly etAl: boolean;
  readonly journal?: string;
  readonly year?: number;
  readonly cut: readonly CutField[];
}

const ellipsis = /…|\.{3}/;

/** Cut by whoever printed it: it begins or ends with an ellipsis. */
export const isCut = (text: string): boolean => /^(?:…|\.{3})|(?:…|\.{3})$/.test(text.trim());

export function bylineOf(text: string): Byline {
  const [names = '', ...rest] = text.split(/\s+[-–—]\s+/);
  const alone = rest.length === 0 && yearIn(names) !== undefined && !names.includes(',');
  const source = sourceOf(alone ? [names] : rest);
  const authors = alone ? [] : namesOf(names);
  const etAl = !alone && (ellipsis.test(names) || /\bet al\.?\s*$/i.test(names));
  const { journal, year } = source;
  return {
    authors,
    etAl,
    ...(journal !== undefined && { journal }),
    ...(year !== undefined && { year }),
    cut: [
      ...(etAl ? (['authors'] as const) : []),
      ...(journal !== undefined && isCut(journal) ? (['journal'] as const) : []),
    ],
  };
}

export function yearIn(text: string): number | undefined {
  const digits = /(?:^|[\s,(;])((?:1[6-9]|20)\d{2})\)?[.…]?$/.exec(text.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** "Journal …, 2021", "2021", "Journal" and then, in search results, the publisher's host. */
function sourceOf(parts: readonly string[]): { journal?: string; year?: number } {
  const dated = parts.findIndex((part) => yearIn(part) !== undefined);
  const whole = (dated < 0 ? parts.slice(0, 1) : parts.slice(0, dated + 1)).join(' - ');
  const year = yearIn(whole);
  const journal = fieldText(year === undefined ? whole : whole.trim().replace(/[\s,(;]*\d{4}\)?[.…]?$/, ''));
  return { ...(journal !== '' && { journal }), ...(year !== undefined && { year }) };
}

/** One string an author. "PM Nguyen" is turned to "Nguyen PM", as every index prints it; other names stay as they are. */
export function namesOf(text: string): string[] {
  const separator = text.includes(';') ? /;/ : /,|\s+(?:and|und|et|y|e|&)\s+/;
  return text
    .replace(/\bet al\.?\s*$/i, '')
    .split(separator)
    .map((name) => fieldText(name.replace(/…|\.{3}/g, '').replace(/^(?:and|&)\s+/, '')))
    .filter((name) => /\p{L}/u.test(name))
    .map(familyFirst);
}

function familyFirst(name: string): string {
  const [, initials, family] = /^(\p{Lu}(?:-?\p{Lu}){0,3}) (\p{L}.*\p{Ll}.*|\p{Lu}\p{L}+)$/u.exec(name) ?? [];
  return initials === undefined || family === undefined ? name : `${family} ${initials}`;
}
