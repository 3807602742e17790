import type { Chance } from '../../import/chance.js';
import { searchedWord } from '../../import/made-words.js';

export interface Journal {
  readonly name: string;
  /** As MEDLINE would cut it. */
  readonly short: string;
  /** The year before its first volume. */
  readonly began: number;
}

const forms: readonly ((words: string) => string)[] = [
  (words) => `Journal of ${words}`,
  (words) => `International Journal of ${words}`,
  (words) => `${words} Research`,
  (words) => `European Review of ${words}`,
  (words) => words,
];

export const journals = (chance: Chance, count: number): Journal[] => Array.from({ length: count }, () => made(chance));

function made(chance: Chance): Journal {
  const name = chance.oneOf(forms)(
    inCapitals(chance.some(1, 3, () => searchedWord(chance)).join(chance.oneOf([' ', ' and ']))),
  );
  return { name, short: shortened(name), began: chance.between(1920, 1974) };
}

const small = /^(the|of|and|in|to|a|with|was|were|for|that|by|on|from|as|is|an|at|this)$/i;
const inCapitals = (text: string): string =>
  text.replace(/\S+/g, (word) => (small.test(word) ? word : `${word[0]?.toUpperCase()}${word.slice(1)}`));

const known: Readonly<Record<string, string>> = {
  Journal: 'J',
  International: 'Int',
  European: 'Eur',
  Research: 'Res',
  Review: 'Rev',
};

/** Small words go, and long ones are cut, as ISO 4 has it. */
function shortened(name: string): string {
  const words = name.split(' ').filter((word) => !small.test(word));
  return words
    .map((word) => known[word] ?? (word.length > 6 ? word.slice(0, 5).replace(/[aeiou]+$/, '') : word))
    .join(' ');
}
