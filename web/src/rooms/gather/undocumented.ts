import type { Source } from '@throughline/core';
import { gatheringWords } from '@throughline/words';

const words = gatheringWords.source;

/** What PRISMA-S asks of a search of a database or register, and is not said yet (its items 1, 8, 9, 13 and 14). */
export function undocumented(source: Source): string[] {
  if (source.kind !== 'database' && source.kind !== 'register') return [];
  const asked = [
    ['platform', words.platform],
    ['searched', words.searched],
    ['strategy', words.strategy],
    ['limits', words.limits],
    ['said', words.saidShort],
  ] as const;
  return asked.filter(([field]) => source[field] === undefined).map(([, label]) => label.toLowerCase());
}
