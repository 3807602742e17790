import { plain } from '../text.js';
import type { ReportLikeness } from './likeness.js';
import { type Names, namesIn } from './names.js';
import { type KnownNumbers, knownNumbers, samplesIn } from './numbers.js';
import { type Person, personOf } from './person.js';

/** What is known of one report, taken out of its words once. */
export interface Marks extends KnownNumbers, Names {
  readonly id: string;
  readonly people: readonly Person[];
  readonly year?: number;
  /** In plain letters, where the review says it. */
  readonly country?: string;
  readonly samples: ReadonlySet<number>;
  /** Title, abstract and characteristics in plain letters, with a blank at both ends. */
  readonly words: string;
}

/** UTF-16 units of a whole text that are looked at. */
const longestText = 200_000;
/** A line that begins the list of references: the numbers after it are other people's. */
const references =
  /^[ \t]*(?:\d+\.?[ \t]*)?(?:references|bibliography|literature cited|works cited)[ \t]*:?[ \t\r]*$/imu;

/**
 * Names are taken from title, abstract and characteristics only: the first page of a paper is full of the names of its
 * authors' departments, which say who somebody is and not what was studied. Of the whole text only the numbers count.
 */
export function marksOf(report: ReportLikeness): Marks {
  const characteristics = report.characteristics ?? [];
  const parts = [report.title ?? '', report.abstract ?? '', ...characteristics.map(({ value }) => value)];
  const country = characteristics.find(({ name }) => plain(name) === 'country')?.value;
  return {
    id: report.id,
    people: report.authors.flatMap((author) => personOf(author) ?? []),
    ...(report.year === undefined ? {} : { year: report.year }),
    ...(country === undefined ? {} : { country: plain(country) }),
    ...allNames(parts),
    ...knownNumbers([...parts, beforeReferences(report.text ?? '')].join('\n')),
    samples: samplesIn(parts.join('\n')),
    words: ` ${plain(parts.join(' . '))} `,
  };
}

function allNames(parts: readonly string[]): Names {
  const each = parts.map(namesIn);
  return {
    programmes: new Map(each.flatMap(({ programmes }) => [...programmes])),
    acronyms: new Set(each.flatMap(({ acronyms }) => [...acronyms])),
    places: new Map(each.flatMap(({ places }) => [...places])),
  };
}

function beforeReferences(text: string): string {
  const looked = text.slice(0, longestText);
  const at = looked.search(references);
  return at < 0 ? looked : looked.slice(0, at);
}
