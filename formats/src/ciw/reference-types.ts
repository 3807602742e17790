import type { ReferenceType } from '@throughline/core';

/** What DT says, one or several parted by ";": the first that says more than the kind of volume (PT) it stands in. */
const documentTypes: readonly (readonly [RegExp, ReferenceType])[] = [
  [/^(?:proceedings paper|meeting abstract|meeting|conference|meeting paper|proceedings)/i, 'conference'],
  [/^(?:book chapter|chapter|section)/i, 'chapter'],
  [/^(?:book review|review)/i, 'article'],
  [/^(?:book|monograph|edited book)/i, 'book'],
  [/^(?:dissertation|thesis)/i, 'thesis'],
  [/^(?:technical report|report$|government)/i, 'report'],
  [/^(?:data set|data study|repository|patent|software|awarded grant)/i, 'other'],
];

/** PT: journal, book, series, patent. */
const volumeTypes: Readonly<Record<string, ReferenceType>> = { J: 'article', B: 'book', S: 'chapter', P: 'other' };

/** `inVolume`: the work has a title of its own, and the volume that holds it another. */
export function typeOf(volume: string, documents: string, inVolume: boolean): ReferenceType {
  const kind = volume.trim().charAt(0).toUpperCase();
  const said = documents.split(';').map(typeNamed);
  // A paper read at a meeting and printed in a journal is an article: DT says both, or PT says so.
  const found = said.includes('conference') && kind === 'J' ? 'article' : said.find((type) => type !== undefined);
  if (found !== undefined && !(found === 'article' && kind !== 'J' && kind !== '')) return found;
  const byVolume = volumeTypes[kind] ?? (kind === '' ? 'article' : 'other');
  return byVolume === 'book' && inVolume ? 'chapter' : byVolume;
}

function typeNamed(name: string): ReferenceType | undefined {
  return documentTypes.find(([pattern]) => pattern.test(name.trim()))?.[1];
}
