import type { Chance } from './chance.js';
import { familyName, givenName, sentence, word } from './made-words.js';

/** What one made-up work says, before it is written in anybody's dialect. */
export interface MadeRecord {
  readonly number: number;
  readonly authors: readonly { readonly family: string; readonly given: string }[];
  readonly title: string;
  /** Its paragraphs; about 1,300 characters together, as abstracts of the field have. */
  readonly abstract: readonly string[];
  readonly journal: string;
  readonly year: number;
  readonly volume: number;
  readonly issue: number;
  readonly pages: readonly [from: number, to: number];
  readonly doi: string;
  readonly issn: string;
  readonly pmid: string;
  readonly keywords: readonly string[];
  readonly affiliations: readonly string[];
}

const headings = ['BACKGROUND', 'OBJECTIVE', 'METHODS', 'RESULTS', 'CONCLUSIONS'];

export function madeRecord(chance: Chance, number: number): MadeRecord {
  const from = chance.between(1, 1800);
  const journal = `Journal of ${sentence(chance, 2, 4)}`;
  return {
    number,
    authors: chance.some(1, 8, () => ({ family: familyName(chance), given: givenName(chance) })),
    title: `${sentence(chance, 6, 14)}: a ${word(chance)} study of ${word(chance)} ${number}`,
    abstract: headings.map((heading) => `${heading}: ${paragraph(chance)}`),
    journal,
    year: chance.between(1978, 2026),
    volume: chance.between(1, 140),
    issue: chance.between(1, 12),
    pages: [from, from + chance.between(3, 24)],
    doi: `10.5555/made.${number}.${chance.between(1000, 9999)}`,
    issn: `${chance.between(1000, 9999)}-${chance.between(100, 999)}X`,
    pmid: String(10_000_000 + number),
    keywords: chance.some(3, 9, () => sentence(chance, 1, 3)),
    affiliations: chance.some(
      1,
      2,
      () => `Department of ${sentence(chance, 3, 6)}, University of ${familyName(chance)}`,
    ),
  };
}

const paragraph = (chance: Chance): string => `${chance.some(1, 3, () => sentence(chance, 9, 26)).join('. ')}.`;
