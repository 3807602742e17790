import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { labelledSets, setsFolder } from './labelled-sets.js';

const corpus = mkdtempSync(join(tmpdir(), 'throughline-sets-'));
afterAll(() => rmSync(corpus, { recursive: true }));

it('every set of a folder is read whatever its name is, and a file of another form is told', () => {
  const folder = join(corpus, 'bib', 'dedupe');
  mkdirSync(folder, { recursive: true });
  expect(setsFolder(corpus)).toBe(folder);
  const records = [{ id: 'a', title: 'One', authors: [], cluster: 'c1' }];
  writeFileSync(join(folder, 'newly-come.json'), JSON.stringify({ truth: 'clusters', records }));
  writeFileSync(join(folder, 'settings.json'), '{}');
  writeFileSync(join(folder, 'README.md'), 'no set');
  const said: string[] = [];
  expect(labelledSets(folder, (line) => said.push(line)).map(({ name, truth }) => [name, truth])).toEqual([
    ['newly-come', 'clusters'],
  ]);
  expect(said).toEqual(['settings.json is left out: it holds no labelled records in a form that is known.']);
});

it('a corpus without labelled sets has no folder of them', () => {
  expect(setsFolder(join(corpus, 'nowhere'))).toBeUndefined();
});
