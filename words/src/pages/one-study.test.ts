import { describe, expect, it } from 'vitest';
import { sayMayBeOne, sayStudyDoubts, sayStudyLink, sayWhyOneStudy } from './one-study.js';

const nothing = { authors: [], signs: [], doubts: [] };

describe('why reports may be one study', () => {
  it('is said by author and by what they name, with how many', () => {
    const authors = [
      { name: 'Moffatt S', reports: ['a', 'b', 'c'] },
      { name: 'Gibson K', reports: ['a', 'b'] },
    ];
    const signs = [{ kind: 'programme', text: 'Ways to Wellness', reports: ['a', 'c'] }];
    expect(sayWhyOneStudy(authors, signs, 3)).toBe(
      'Shared authors: Moffatt S (all 3) and Gibson K (2). Named in more than one: “Ways to Wellness” (2).',
    );
    expect(sayWhyOneStudy([{ name: 'Moffatt S', reports: ['a', 'b'] }], [], 2)).toBe('Shared author: Moffatt S.');
    expect(sayWhyOneStudy([{ name: 'Reyes, Ana', reports: ['a', 'b'] }], [], 2)).toBe('Shared author: Ana Reyes.');
    expect(sayWhyOneStudy([], [{ kind: 'registration', text: 'NCT01234567', reports: ['a', 'b'] }], 2)).toBe(
      'Named in more than one: the study number NCT01234567.',
    );
  });

  it('is said of a pair, with what is against it', () => {
    const link = {
      authors: ['Wildman JM', 'Moffatt S'],
      signs: [{ kind: 'sample', text: '23' }],
      doubts: [
        { kind: 'years', apart: 8 },
        { kind: 'country', texts: ['scotland', 'kenya'] },
      ],
    };
    expect(sayStudyLink(link)).toBe('share the authors Wildman JM and Moffatt S; both name a sample of 23');
    expect(sayStudyDoubts(link)).toBe(
      'Against it: they appeared 8 years apart; they say two countries, scotland and kenya.',
    );
    expect(sayStudyDoubts(nothing)).toBe('');
  });

  it('heads what would be new, and what would grow', () => {
    expect(sayMayBeOne(6)).toBe('6 reports may be one study');
    expect(sayMayBeOne(1, 'Newcastle')).toBe('1 more report may belong to the study “Newcastle”');
  });
});
