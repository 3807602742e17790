import { describe, expect, it } from 'vitest';
import { familyName, shortLabel } from './reference.js';

describe('how a reader names a reference', () => {
  const names: readonly [author: string, family: string][] = [
    ['Skivington K', 'Skivington'],
    ['Skivington, Kathryn', 'Skivington'],
    ['Morris SL', 'Morris'],
    ["O'Brien N", "O'Brien"],
    ['da Silva A', 'da Silva'],
    ['Calderón-Larrañaga S', 'Calderón-Larrañaga'],
    ['NHS England', 'NHS England'],
    ['Royal College of General Practitioners', 'Royal College of General Practitioners'],
  ];
  for (const [author, family] of names) it(`${author} is ${family}`, () => expect(familyName(author)).toBe(family));

  it('adds the year where there is one', () => {
    const base = { type: 'article', authors: ['Moffatt S'], keywords: [], tags: [] } as const;
    expect(shortLabel({ ...base, year: 2017 })).toBe('Moffatt 2017');
    expect(shortLabel(base)).toBe('Moffatt');
  });

  it('falls back to the first words of the title', () => {
    expect(shortLabel({ type: 'web', authors: [], title: 'Fit for the future of care', keywords: [], tags: [] })).toBe(
      'Fit for the',
    );
  });
});
