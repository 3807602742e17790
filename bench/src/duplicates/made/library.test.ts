import { expect, it } from 'vitest';
import { type MadeRecord, library } from './library.js';

const made = library(4000);
const records = made.map(({ record }) => record);
const byWork = new Map<number, MadeRecord[]>();
for (const one of made) byWork.set(one.work, [...(byWork.get(one.work) ?? []), one]);

it('a library has the size that was asked for, each record by its own id, the same in every run', () => {
  expect(made.length).toBe(4000);
  expect(new Set(records.map(({ id }) => id)).size).toBe(4000);
  expect(library(4000)).toEqual(made);
});

it('about three of five records are the first of their work, and some works are in many databases', () => {
  const sizes = [...byWork.values()].map(({ length }) => length);
  expect(sizes.length / made.length).toBeGreaterThan(0.55);
  expect(sizes.length / made.length).toBeLessThan(0.65);
  expect(Math.max(...sizes)).toBeGreaterThanOrEqual(5);
});

it('one work is written in many ways', () => {
  const ways = (of: (record: (typeof records)[number]) => unknown) =>
    [...byWork.values()].filter((copies) => new Set(copies.map(({ record }) => JSON.stringify(of(record)))).size > 1);
  for (const field of ['authors', 'title', 'journal', 'pages', 'doi', 'abstract', 'year'] as const) {
    expect(ways((record) => record[field]).length, field).toBeGreaterThan(10);
  }
});

it('works that are easily taken for one another are in it', () => {
  const titles = records.map(({ title = '' }) => title.toLowerCase());
  const doisOfTwo = new Map<string, Set<number>>();
  for (const { record, work } of made) {
    const doi = record.doi?.toLowerCase() ?? '';
    doisOfTwo.set(doi, (doisOfTwo.get(doi) ?? new Set()).add(work));
  }
  doisOfTwo.delete('');
  expect([...doisOfTwo.values()].filter(({ size }) => size > 2).length).toBeGreaterThan(10);
  for (const mark of [
    /^erratum/,
    /^(editorial|introduction|in this issue|book reviews)/,
    /\breply\b/,
    /part ii?\b/,
    /^\[.*\]\.$/,
  ]) {
    expect(titles.filter((title) => mark.test(title)).length, String(mark)).toBeGreaterThan(5);
  }
  expect(records.filter(({ abstract }) => abstract === 'NA').length).toBeGreaterThan(50);
  expect(records.filter(({ etAl }) => etAl).length).toBeGreaterThan(100);
});

it('titles of real works are used', () => {
  const titles = Array.from({ length: 40 }, (_, n) => `A title that is number ${n} of all real ones`);
  const written = library(1000, titles).map(({ record }) => record.title?.toLowerCase() ?? '');
  const used = titles.filter((title) => written.some((one) => one.includes(title.toLowerCase())));
  expect(used.length).toBeGreaterThan(30);
});
