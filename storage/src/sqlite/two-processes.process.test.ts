import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type PersonId, type ReviewId, asId, fold } from '@throughline/core';
import { afterAll, expect, test, vi } from 'vitest';
import { startReview } from '../start-review.js';
import { createSqlite, openSqlite } from './keeper.js';
import { tempFolder } from './temp-folder.js';

const folder = tempFolder();
afterAll(() => folder.remove());
const writer = fileURLToPath(new URL('../../dist/sqlite/kill-writer.js', import.meta.url));
const ann = asId<PersonId>('ann');

function writing(file: string, howMany: number): Promise<string[]> {
  const child = spawn(process.execPath, [writer, file, 'r', ann, String(howMany)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text) => {
    said += String(text);
  });
  return new Promise((resolve, reject) => {
    child.on('close', (code) =>
      code === 0 ? resolve(said.split(/\s/).filter(Boolean)) : reject(new Error(`${code}`)),
    );
  });
}

test('L1 L2 three processes write one file, and nothing is lost', async () => {
  const file = folder.file('shared.throughline');
  const keeper = await createSqlite(file);
  const open = await startReview(keeper, { title: 'T', id: asId<ReviewId>('r'), by: ann, name: 'Ann' });
  const heard: number[] = [];
  open.onChange(({ seq }) => heard.push(seq));
  const theirs = [writing(file, 70), writing(file, 70)];
  const ours: string[] = [];
  for (let n = 0; n < 100; n += 1) {
    const payload = { id: `ours${n}`, about: 'x', text: 'ours', audience: 'team' };
    const [result] = await open.propose([{ id: asId(`ours-${n}`), kind: 'memo.made', version: 1, payload }], ann);
    if (result !== undefined && 'accepted' in result) ours.push(result.accepted.id);
  }
  const acknowledged = [...ours, ...(await Promise.all(theirs)).flat()];
  // Ten pages of 20 and 60 single ones from each of the others.
  expect(acknowledged).toHaveLength(100 + 2 * (10 * 20 + 60));
  const last = acknowledged.length + 2;
  await vi.waitFor(() => expect(open.head).toBe(last), { timeout: 20_000 });
  const changes = await keeper.changes(open.id);
  expect(changes.map(({ seq }) => seq)).toEqual(changes.map((_, at) => at + 1));
  expect(new Set(changes.slice(2).map(({ id }) => id))).toEqual(new Set(acknowledged));
  expect(heard).toEqual(changes.slice(2).map(({ seq }) => seq));
  expect(JSON.stringify(open.review)).toBe(JSON.stringify(fold(changes)));
  await open.close();
  await keeper.close();
  expect(readdirSync(folder.path)).toEqual(['shared.throughline']);
});

test('L1 L2 processes that come and go at one file lose nothing', async () => {
  const file = folder.file('busy.throughline');
  const keeper = await createSqlite(file);
  await (await startReview(keeper, { title: 'T', id: asId<ReviewId>('r'), by: ann, name: 'Ann' })).close();
  await keeper.close();
  const comingAndGoing = async () => {
    const acknowledged: string[] = [];
    for (let n = 0; n < 8; n += 1) acknowledged.push(...(await writing(file, 3)));
    return acknowledged;
  };
  const acknowledged = (await Promise.all([comingAndGoing(), comingAndGoing()])).flat();
  expect(acknowledged).toHaveLength(2 * 8 * 3);
  expect(readdirSync(folder.path).filter((name) => name.startsWith('busy'))).toEqual(['busy.throughline']);
  const again = await openSqlite(file);
  const changes = await again.changes(asId<ReviewId>('r'), 2);
  expect(changes.map(({ seq }) => seq)).toEqual(acknowledged.map((_, at) => at + 3));
  expect(new Set(changes.map(({ id }) => id))).toEqual(new Set(acknowledged));
  expect(await again.integrity()).toEqual([]);
  await again.close();
});
