import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AtTheDesk, atTheDesk, own } from './testing/at-the-desk.js';

let desk: AtTheDesk;
beforeAll(async () => {
  desk = await atTheDesk();
});
afterAll(() => desk.leave());

const cookie = () => `${desk.guard.cookieName}=${desk.guard.key}`;
const get = (url: string, headers: Record<string, string>) => desk.inject({ method: 'GET', url, headers });

describe('the guard', () => {
  it('gives a cookie for the printed address, and hides the key', async () => {
    const answer = await get(new URL(desk.guard.address).pathname + new URL(desk.guard.address).search, { host: own });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/');
    expect(answer.headers['set-cookie']).toBe(`${cookie()}; Path=/; HttpOnly; SameSite=Strict`);
    expect((await get('/api/me', { host: own, cookie: cookie() })).statusCode).toBe(200);
  });

  it('refuses whoever has neither key nor cookie, people with a sentence', async () => {
    const page = await get('/', { host: own, accept: 'text/html' });
    expect(page.statusCode).toBe(403);
    expect(page.body).toContain('may only be opened from the address that Throughline printed');
    for (const headers of [
      {},
      { cookie: `${desk.guard.cookieName}=${'x'.repeat(43)}` },
      { cookie: `other=${desk.guard.key}` },
    ]) {
      const call = await get('/api/reviews', { host: own, ...headers });
      expect([call.statusCode, call.json()]).toEqual([403, { code: 'server.notAllowed', values: {} }]);
    }
    expect((await get('/?key=guess', { host: own })).statusCode).toBe(403);
  });

  it('takes the key on the first page only', async () => {
    expect((await get(`/api/me?key=${desk.guard.key}`, { host: own })).statusCode).toBe(403);
  });

  it('refuses names that are not its own, even with the cookie (DNS rebinding)', async () => {
    for (const host of [
      'evil.example',
      'evil.example:4711',
      '127.0.0.1:80',
      'localhost',
      '127.0.0.1:4711.evil.example',
    ]) {
      expect([host, (await get('/api/me', { host, cookie: cookie() })).statusCode]).toEqual([host, 403]);
    }
    expect((await get('/api/me', { host: 'localhost:4711', cookie: cookie() })).statusCode).toBe(200);
  });

  it('refuses writing from pages of another origin, or of none', async () => {
    const put = (origin?: string) =>
      desk.inject({
        method: 'PUT',
        url: '/api/me',
        payload: { name: 'Ana' },
        headers: { host: own, cookie: cookie(), ...(origin === undefined ? {} : { origin }) },
      });
    for (const origin of [undefined, 'null', 'http://evil.example', 'http://127.0.0.1:80', `https://${own}`]) {
      expect([origin, (await put(origin)).statusCode]).toEqual([origin, 403]);
    }
    expect((await put(`http://${own}`)).statusCode).toBe(200);
    expect((await put('http://localhost:4711')).statusCode).toBe(200);
  });

  it('forbids scripts that are not files of its own, on every answer', async () => {
    for (const answer of [
      await desk.get('/api/me'),
      await desk.get('/nothing'),
      await get('/', { host: 'evil.example' }),
    ]) {
      expect(answer.headers['content-security-policy']).toMatch(/default-src 'self'(?!.*script-src)/);
      expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    }
  });
});
