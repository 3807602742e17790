import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { History, ProposeAnswer, Session } from '@throughline/wire';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Browser } from '../accounts/testing/browser.js';
import { done, signIn } from '../accounts/testing/team.js';
import { refusalIn } from './at-work.js';
import { gather, logOf, memo } from './gathered.js';
import { type ServerProcess, serverProcess } from './server-process.js';

const minute = 60_000;
const day = 24 * 60 * minute;
let folder: string;
let server: ServerProcess;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-clock-'));
  server = await serverProcess({ folder });
});
afterEach(async () => {
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
});

const isSignedIn = async (browser: Browser): Promise<boolean> => {
  const session = (await done(browser.get('/api/session'))) as Session;
  return session.at === 'server' && session.account !== undefined;
};

test('L1 L5 the log, the history and contradictions follow the order of the log, not of the times', async () => {
  const { review, browsers } = await gather(server, 0);
  const [lead] = browsers as [Browser];
  const propose = (browser: Browser, change: object) =>
    browser.post(`/api/reviews/${review}/changes`, { changes: [change] });
  const edit = (id: string, text: string, saw: string) => ({
    ...{ id, kind: 'memo.edited', version: 1, payload: { id: 'm-first', set: { text } }, saw: { text: saw } },
  });
  expect(refusalIn(await propose(lead, memo('first', 'Time is trust')))).toBeUndefined();
  await server.clockAhead(-10 * minute);
  expect(refusalIn(await propose(lead, edit('second', 'Time is not trust', 'first')))).toBeUndefined();
  // Another window, which saw the first text only, is refused and shown both.
  const { answers } = (await done(propose(lead.copy(), edit('third', 'Trust takes time', 'first')))) as ProposeAnswer;
  expect(answers).toMatchObject([{ refused: { code: 'field.changedSince' } }]);
  expect(JSON.stringify(answers)).toContain('Time is not trust');
  expect(refusalIn(await propose(lead, edit('fourth', 'Trust is time', 'second')))).toBeUndefined();

  const log = await logOf({ folder }, review);
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, n) => n + 1));
  const last = log.slice(-3);
  expect(last.map(({ id }) => id)).toEqual(['first', 'second', 'fourth']);
  const [first, second] = last.map(({ at }) => Date.parse(at)) as [number, number];
  expect(first - second).toBeGreaterThan(5 * minute);
  const { changes } = (await done(lead.get(`/api/reviews/${review}/history?limit=3`))) as History;
  expect(changes.map(({ id }) => id)).toEqual(['fourth', 'second', 'first']);
});

test('nobody stays signed in, or stays shut out, for as long as the clock was wrong', async () => {
  await server.clockAhead(400 * day);
  const { browsers } = await gather(server, 1);
  const [lead, other] = browsers as [Browser, Browser];
  const wrong = other.copy();
  for (let tries = 0; tries < 12; tries += 1) await signIn(wrong, 'Reviewer1', 'not the password at all');
  expect((await signIn(other.copy(), 'Reviewer1')).body).toMatchObject({ code: 'account.tooMany' });
  expect(await isSignedIn(lead)).toBe(true);
  await server.clockAhead(0);
  expect(await isSignedIn(lead)).toBe(false);
  expect((await signIn(other, 'Reviewer1')).status).toBe(200);
  expect(await isSignedIn(other)).toBe(true);
});

test('a session outlives a clock that was set back a little, and ends when it is not used', async () => {
  const { browsers } = await gather(server, 0);
  const [lead] = browsers as [Browser];
  await server.clockAhead(-2 * minute);
  expect(await isSignedIn(lead)).toBe(true);
  await server.clockAhead(31 * minute);
  expect(await isSignedIn(lead)).toBe(false);
});
