import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { sayWhy, specialPairWords } from './duplicates.js';

describe('why two records may be one report', () => {
  it.each([
    [{ agree: ['title', 'authors'], alike: [], contradict: [] }, 'Same title and authors.'],
    [
      { agree: ['title', 'authors'], alike: ['journal'], contradict: ['year', 'pages'], special: 'conference' },
      'Same title and authors; journal written in two ways; different year and pages. They look like a conference paper and its article.',
    ],
    [{ agree: [], alike: [], contradict: ['doi'] }, 'Different DOI.'],
    [{ agree: [], alike: ['title'], contradict: [], special: 'nobody knows' }, 'Title written in two ways.'],
    [{ agree: [], alike: [], contradict: [], special: 'sparse' }, 'Its source cut one of them short.'],
    [{ agree: [], alike: [], contradict: [] }, ''],
  ])('%j is said', (why, sentence) => {
    expect(sayWhy(why)).toBe(sentence);
  });

  // The catalogue imports nothing of the comparison; what that tells apart is read from its source.
  const listOf = async (name: string) => {
    const source = await readFile(new URL('../../../matching/src/contract.ts', import.meta.url), 'utf8');
    const list = new RegExp(`export const ${name} = \\[([^\\]]*)\\]`).exec(source)?.[1] ?? '';
    return [...list.replace(/\/\*\*.*?\*\//gs, '').matchAll(/'([^']+)'/g)].map(([, each]) => each ?? '');
  };

  it('has a sentence for each special kind of pair, and for no other', async () => {
    expect(Object.keys(specialPairWords).toSorted()).toEqual((await listOf('specials')).toSorted());
  });

  it('has a word for each field that is compared', async () => {
    const compared = await listOf('fields');
    expect(compared.length).toBeGreaterThan(8);
    for (const field of compared) {
      const sentence = sayWhy({ agree: [field], alike: [], contradict: [] });
      expect(sentence).toMatch(/^Same [A-Za-z ]+\.$/);
    }
  });
});
