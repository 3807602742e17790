import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ReviewId } from '@throughline/core';
import { afterAll, describe, expect, test } from 'vitest';
import type { Browser } from '../accounts/testing/browser.js';
import { openServerPlace } from '../server-place.js';
import { at, gather } from './gathered.js';
import { type ServerProcess, serverProcess } from './server-process.js';

const folder = mkdtempSync(join(tmpdir(), 'throughline-killed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const papers = 3000;
const file = Array.from(
  { length: papers },
  (_, n) =>
    `TY  - JOUR\nTI  - Kettles, part ${n}\nAU  - Okafor, N\nPY  - 2011\nAB  - ${'tea and repair '.repeat(40)}\nER  - \n\n`,
).join('');

/** Numbers below one that follow from a seed (Park and Miller's generator). */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Sends the file as a page does; undefined where nobody answered. */
async function sends(server: ServerProcess, browser: Browser, review: ReviewId, signal?: AbortSignal) {
  const body = new FormData();
  for (const [field, value] of Object.entries({ kind: 'database', name: 'MEDLINE', import: 'i' }))
    body.append(field, value);
  body.append('file', new Blob([file]), 'medline.ris');
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { cookie, origin: server.origin };
  const asked = { method: 'POST', headers, body, ...(signal === undefined ? {} : { signal }) };
  try {
    return (await fetch(`${server.address}/api/reviews/${review}/sources`, asked)).status;
  } catch {
    return undefined;
  }
}

/** What the store holds, past every server. */
async function held(review: ReviewId) {
  const { store, close } = await openServerPlace({ folder });
  try {
    const keeper = await store.keeper(review);
    const log = await keeper.changes(review);
    const { total } = await keeper.pageOfRecords(review, { limit: 1 });
    const findings = await keeper.integrity();
    await keeper.close();
    return { imports: log.filter(({ kind }) => kind === 'source.imported').length, total, findings };
  } finally {
    await close();
  }
}
const nothing = { imports: 0, total: 0, findings: [] };
const all = { imports: 1, total: papers, findings: [] };

describe('an import that is broken off', () => {
  test('L14 by a kill at any moment leaves the review as it was, and the file imports again once', async () => {
    const random = drawn(7);
    let server = await serverProcess({ folder });
    const [lead] = (await gather(server, 0)).browsers as [Browser];
    const reviews: ReviewId[] = [];
    const seen = { whole: 0, none: 0 };
    try {
      for (let round = 0; round < 4; round += 1) {
        const made = await at(server, lead).post('/api/reviews', { title: `Round ${round}` });
        const review = (made.body as { id: ReviewId }).id;
        reviews.push(review);
        const sending = sends(server, lead, review);
        await pause(random() * 700);
        await server.kill();
        const status = await sending;
        const after = await held(review);
        if (status === 200) expect(after).toEqual(all);
        expect([nothing, all]).toContainEqual(after);
        seen[after.total === 0 ? 'none' : 'whole'] += 1;
        server = await serverProcess({ folder });
        const again = await sends(server, at(server, lead), review);
        expect(again).toBe(after.total === 0 ? 200 : 400);
      }
      expect(seen.none).toBeGreaterThan(0);
    } finally {
      await server.kill();
    }
    for (const review of reviews) expect(await held(review)).toEqual(all);
  }, 180_000);

  test('by its sender leaves the review as it was, and the file imports again once', async () => {
    const server = await serverProcess({ folder: mkdtempSync(join(folder, 'stopped-')) });
    try {
      const { review, browsers } = await gather(server, 0);
      const [lead] = browsers as [Browser];
      const records = async () => ((await lead.get(`/api/reviews/${review}/records`)).body as { total: number }).total;
      for (const after of [5, 20, 60]) {
        const stop = new AbortController();
        const sending = sends(server, lead, review, stop.signal);
        await pause(after);
        stop.abort();
        if ((await sending) === undefined) expect([0, papers]).toContain(await records());
      }
      await sends(server, lead, review);
      expect(await records()).toBe(papers);
      expect(server.complaints()).toBe('');
    } finally {
      await server.kill();
    }
  }, 120_000);
});
