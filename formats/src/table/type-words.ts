import type { ReferenceType } from '@throughline/core';
import { isTypeCode, typeOfCode } from '../ris/reference-types.js';

/** The type that the words of a table mean: "Journal Article", "journalArticle", "JOUR", "Book chapter", "Thesis". */
export function typeOfWords(words: string): ReferenceType {
  const text = words.trim();
  if (text === '') return 'other';
  if (isTypeCode(text)) return typeOfCode(text);
  const found = rules.find(([pattern]) => pattern.test(text));
  return found?.[1] ?? 'other';
}

/** In this order: a "conference review" is a conference, a "book review" an article. */
const rules: readonly (readonly [RegExp, ReferenceType])[] = [
  [/book review|review of book|rezension/i, 'article'],
  [/chapter|book ?section|inbook|incollection|kapitel|chapitre|cap[ií]tulo|capitolo/i, 'chapter'],
  [/conference|proceeding|inproceedings|symposium|meeting|konferenz|congr|^C$/i, 'conference'],
  [/thesis|dissertation|doktorarbeit|abschlussarbeit|th[eè]se|tesis|tese\b|tesi\b|hochschulschrift/i, 'thesis'],
  [/report|working paper|government|technical|bericht|rapport|informe|relat[oó]rio|preprint|posted.content/i, 'report'],
  [
    /article|journal|magazine|newspaper|review|editorial|letter|note\b|case|trial|zeitschrift|aufsatz|art[ií]c|artigo|erratum|comment|early access|short survey|^J$/i,
    'article',
  ],
  [/book|monograph|edited|buch|livre|libro|livro|boek|bok\b|^[BS]$/i, 'book'],
  [/web|site|online|blog|internet|electronic|computer/i, 'web'],
];
