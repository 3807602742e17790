import type { ReferenceType } from '@throughline/core';
import { detached } from '../excerpt.js';

/** Publication types of MEDLINE and ERIC that name another kind of work than an article in a journal. */
const types: Readonly<Record<ReferenceType, readonly string[]>> = {
  article: ['Journal Article', 'Journal Articles'],
  book: ['Book', 'Books', 'Monograph', 'Textbook', 'Collected Works', 'Collected Works - General'],
  chapter: ['Book Chapter', 'Book Section', 'Study Guide'],
  conference: [
    'Congress',
    'Congresses',
    'Meeting Abstract',
    'Meeting Abstracts',
    'Speeches/Meeting Papers',
    'Conference Paper',
  ],
  report: ['Technical Report', 'Report', 'Government Publication', 'Numerical/Quantitative Data'],
  thesis: ['Academic Dissertation', 'Academic Dissertations', 'Dissertation', 'Thesis'],
  web: ['Web Page', 'Webcast', 'Webcasts', 'Blog'],
  other: ['Other', 'Unedited Footage', 'Video-Audio Media', 'Database', 'Dataset', 'Machine-Readable Data Files'],
};

const byName = new Map(
  Object.entries(types).flatMap(([type, names]) => names.map((name) => [name.toLowerCase(), type as ReferenceType])),
);

/**
 * MEDLINE lists journals, so everything is an article that nothing else says of: "Review", "Letter", "Case Reports". A
 * journal article stays one, whatever else it is ("Congress").
 */
export function typeOf(names: readonly string[], hasBook: boolean, hasTitle: boolean): ReferenceType {
  let said: ReferenceType | undefined;
  for (const name of names) {
    const type = name === 'Journal Article' ? 'article' : typeNamed(name);
    if (type === 'article') return type;
    said ??= type;
  }
  if (hasBook && hasTitle && (said === undefined || said === 'book')) return 'chapter';
  return said ?? (hasBook ? 'book' : 'article');
}

/** A file names a dozen kinds, thousands of times; `null` for those that say nothing of the type. */
const namedBefore = new Map<string, ReferenceType | null>();
const mostNames = 1000;

function typeNamed(name: string): ReferenceType | undefined {
  const before = namedBefore.get(name);
  if (before !== undefined) return before ?? undefined;
  const type = byName.get(name.toLowerCase()) ?? typeByFirstWord(name);
  if (namedBefore.size < mostNames) namedBefore.set(detached(name), type ?? null);
  return type;
}

/** "Reports - Research", "Dissertations/Theses - Doctoral Dissertations" */
function typeByFirstWord(name: string): ReferenceType | undefined {
  if (/^reports?\b/i.test(name)) return 'report';
  return /^dissertations?\b/i.test(name) ? 'thesis' : undefined;
}

/** The publication type to write: the first one listed. */
export function nameOfType(type: ReferenceType): string {
  return types[type][0] ?? 'Journal Article';
}
