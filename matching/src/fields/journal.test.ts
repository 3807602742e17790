import { describe, expect, it } from 'vitest';
import { plain } from '../text.js';
import { journalLikeness, journalOf } from './journal.js';
import { originOf } from './origin.js';

describe('two names of journals', () => {
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    ['N Engl J Med', 'The New England Journal of Medicine', 'same'],
    ['BMJ', 'British Medical Journal', 'same'],
    ['Pediatr Nephrol', 'Pediatric Nephrology (Berlin, Germany)', 'same'],
    ['IEEE International Conference on Trust (ICT)', '2010 IEEE International Conference on Trust', 'alike'],
    ['Journal of Digital Studies', 'Journal of Digital Work', 'other'],
    ['Journal of Trust', 'Workshop on Trust', 'other'],
    ['NA', 'Journal of Trust', undefined],
  ];
  for (const [one, other, likeness] of cases) {
    it(`are ${likeness ?? 'not compared'}: ${one} and ${other}`, () =>
      expect(journalLikeness(journalOf(plain(one)), journalOf(plain(other)))).toBe(likeness));
  }

  it('tell preprints, registers and meetings', () => {
    expect(originOf('medrxiv', undefined, 'article')).toBe('preprint');
    expect(originOf('', '10.48550/arxiv.2101.00001', undefined)).toBe('preprint');
    expect(originOf('clinicaltrials gov', undefined, undefined)).toBe('registration');
    expect(originOf('journal of trust', undefined, 'conference')).toBe('conference');
    expect(originOf('journal of trust', '10.9999/1', 'article')).toBeUndefined();
  });
});
