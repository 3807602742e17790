import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import type { Browser } from '../accounts/testing/browser.js';
import { refusalIn } from './at-work.js';
import { gather, logOf, memo } from './gathered.js';
import { serverProcess } from './server-process.js';

const folder = mkdtempSync(join(tmpdir(), 'throughline-cut-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Sends so much of a post, from 0 to 1, and cuts the connection without waiting for an answer. */
async function cutPost(browser: Browser, address: string, path: string, body: object, share: number): Promise<void> {
  const text = JSON.stringify(body);
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const { host, hostname, port } = new URL(address);
  const head = [
    `POST ${path} HTTP/1.1`,
    ...[`host: ${host}`, `origin: ${browser.origin}`, `cookie: ${cookie}`],
    ...['content-type: application/json', `content-length: ${Buffer.byteLength(text)}`],
  ];
  const whole = Buffer.from(`${head.join('\r\n')}\r\n\r\n${text}`);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  await once(socket, 'connect');
  const sent = whole.subarray(0, Math.round(whole.byteLength * share));
  await new Promise((resolve) => socket.write(sent, resolve));
  // Sometimes the server has begun by then, sometimes it has not.
  if (Math.random() < 0.5) await pause(Math.random() * 10);
  socket.resetAndDestroy();
}

test('L14 a post that is cut anywhere and repeated is stored once, and half of one never', async () => {
  const server = await serverProcess({ folder });
  try {
    const { review, browsers } = await gather(server, 1);
    const [, browser] = browsers as [Browser, Browser];
    const path = `/api/reviews/${review}/changes`;
    const ids = Array.from({ length: 60 }, (_, n) => `cut-${n}`);
    const posts = ids.map((id, n) => ({ changes: [memo(id, `Thought ${n}: ${'so it seems. '.repeat(50)}`)] }));
    const isWhole = (n: number) => n % 2 === 0;
    const cuts = posts.map((post, n) => cutPost(browser, server.address, path, post, isWhole(n) ? 1 : n / 61));
    await Promise.all(cuts);
    const storedOf = async () => (await logOf({ folder }, review)).map(({ id }) => id as string);
    // One at least was stored although nobody was told: that is the case that repeating has to be safe for.
    await expect.poll(storedOf, { timeout: 10_000 }).toContain('cut-0');
    const stored = (await storedOf()).filter((id) => id.startsWith('cut-'));
    expect(stored.every((id) => isWhole(ids.indexOf(id)))).toBe(true);
    for (const times of ['once', 'twice']) {
      const came = await Promise.all(posts.map((post) => browser.post(path, post)));
      expect(came.map(refusalIn), times).toEqual(came.map(() => undefined));
    }
    const log = await logOf({ folder }, review);
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, n) => n + 1));
    const cut = log.map(({ id }) => id as string).filter((id) => id.startsWith('cut-'));
    expect(cut.toSorted()).toEqual(ids.toSorted());
    expect(server.complaints()).toBe('');
  } finally {
    await server.kill();
  }
});
