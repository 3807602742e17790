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

/** Letters and digits up to the next plain sign or space, where not all of them are plain. */
const notPlain = /[A-Za-z0-9]*[\u0080-\uffff][A-Za-z0-9\u0080-\uffff]*/g;

/**
 * The words of a text as every keeper searches them: lower case, without accents, letters and digits only.
 * Made here, and not by each engine's own rules, so that all keepers find the same.
 */
const searchWords = (text: string): string[] =>
  plainText(text)
    .toLowerCase()
    .match(/[a-z0-9\u0080-\uffff]+/g) ?? [];

/** A text whose words, told apart by plain signs and spaces, are its search words but for their case. Most are plain. */
const plainText = (text: string): string => text.replace(notPlain, (run) => wordsOf(run).join(' '));

function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mn}+/gu, '')
    .replace(/[ßæœøłđðþı]/gu, (letter) => typedAs[letter] ?? letter);
  return plain.match(word) ?? [];
}

/** What is searched of a reference: title, abstract, authors and journal. */
type Searched = Pick<Reference, 'title' | 'abstract' | 'authors' | 'journal'>;

export const searchedWords = (reference: Searched): string[] => searchWords(searchedText(reference));

/** The same for an index that tells words apart by plain signs and spaces, and plain letters without regard to case. */
export const plainSearchedText = (reference: Searched): string => plainText(searchedText(reference));

const searchedText = ({ title, abstract, authors, journal }: Searched): string =>
  [title, abstract, ...(authors ?? []), journal].filter((part) => part !== undefined).join(' ');

/** More words than anybody types; the rest of a pasted page is left out. */
const mostWords = 32;

/** The different words that a query asks for; empty where it asks for everything. */
export const wordsAsked = (text: string | undefined): string[] =>
  [...new Set(searchWords((text ?? '').slice(0, 2000)))].slice(0, mostWords);

/** A page is from 1 to 200 records, whatever is asked. */
export const pageSize = (limit: number): number => Math.min(200, Math.max(1, Math.trunc(limit) || 1));
