import { describe, expect, it } from 'vitest';
import { authorsLikeness, authorsOf } from './authors.js';

describe('two lists of authors', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[], string | undefined])[] = [
    ['initials before, behind and after a comma', ['B. Abara', 'N Lind'], ['Abara, Bruno', 'Lind, N.'], 'same'],
    ['all in one string', ['B. Abara; N. Lind'], ['Abara B', 'Lind N'], 'same'],
    ['given names taken for family names', ['Abara, B.'], ['Bruno, Abara'], 'same'],
    ['a family name cut by a comma', ['Giorgi, Rossi P', 'Lind, N'], ['Giorgi Rossi, P.', 'Lind N'], 'same'],
    ['a misprint', ['Östensson, E', 'Lind, N'], ['Stensson, E', 'Lind, N'], 'same'],
    ['all of them in another order', ['Lind, N', 'Abara, B'], ['Abara, B', 'Lind, N'], 'same'],
    ['the first of many', ['Abara B', 'et al.'], ['Abara, B', 'Lind, N', 'Haas, I'], 'same'],
    ['namesakes', ['Lee, A'], ['Lee, S'], 'other'],
    ['some of them, the first another', ['Haas, I', 'Lind, N', 'Ito, K'], ['Abara, B', 'Lind, N', 'Ito, K'], 'alike'],
    ['nobody known', ['[Anonymous]'], ['Lee, A'], undefined],
  ];
  for (const [what, one, other, likeness] of cases) {
    it(`are ${likeness ?? 'not compared'} for ${what}`, () =>
      expect(authorsLikeness(authorsOf(one), authorsOf(other))).toBe(likeness));
  }
});
