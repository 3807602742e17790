import type { ReferenceType } from '@throughline/core';

/** What PT and DT say on Ovid: the more telling first. */
const types: readonly (readonly [RegExp, ReferenceType])[] = [
  [/dissertation|thesis/i, 'thesis'],
  [/^(?:book )?(?:chapter|section)\b/i, 'chapter'],
  [/^(?:journal )?article$/i, 'article'],
  [
    /^(?:conference (?:abstract|paper|review|proceeding)|meeting (?:paper|abstract)|congress|proceedings)/i,
    'conference',
  ],
  [/^patent/i, 'other'],
  [
    /^(?:journal|article|review|editorial|letter|note|short survey|peer reviewed|electronic collection|erratum)/i,
    'article',
  ],
  [/^(?:authored book|edited book|book|text\/reference|drug reference|reference book|monograph)(?! review)/i, 'book'],
  [/^(?:report|technical report|government|grey literature)/i, 'report'],
  [/^(?:web|internet)/i, 'web'],
];

/** `inJournal`: some tag names a journal. MEDLINE and Embase list journals, so that is the ordinary case. */
export function typeOf(names: readonly string[], inJournal: boolean): ReferenceType {
  const found = types.find(([pattern]) => names.some((name) => pattern.test(name)));
  return found?.[1] ?? (inJournal ? 'article' : 'other');
}
