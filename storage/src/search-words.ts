import type { Reference } from '@throughline/core';

/** Letters that are not a plain letter with an accent, but are typed as if they were. */
const typedAs: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Scripts without spaces between words: each character is a word. */
const ideographs = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
const word = new RegExp(`${ideographs}|(?:(?!${ideographs})[\\p{L}\\p{N}\\p{Mc}])+`, 'gu');

/**
 * The words of a text as every keeper searches them: lower case, without accents, letters and digits only.
 * Made here, and not by each engine's own rules, so that all keepers find the same.
 */
function searchWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mn}+/gu, '')
    .replace(/[ßæœøłđðþı]/gu, (letter) => typedAs[letter] ?? letter);
  return plain.match(word) ?? [];
}

/** What is searched of a reference: title, abstract, authors and journal. */
export function searchedWords({ title, abstract, authors, journal }: Reference): string[] {
  return searchWords([title, abstract, ...(authors ?? []), journal].filter((part) => part !== undefined).join(' '));
}

/** More words than anybody types; the rest of a pasted page is left out. */
const mostWords = 32;

/** The different words that a query asks for; empty where it asks for everything. */
export const wordsAsked = (text: string | undefined): string[] =>
  [...new Set(searchWords((text ?? '').slice(0, 2000)))].slice(0, mostWords);

/** A page is from 1 to 200 records, whatever is asked. */
export const pageSize = (limit: number): number => Math.min(200, Math.max(1, Math.trunc(limit) || 1));
