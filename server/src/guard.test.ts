import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AtTheDesk, atTheDesk } from './testing/at-the-desk.js';

let desk: AtTheDesk;
let own: string;
beforeAll(async () => {
  desk = await atTheDesk();
  own = desk.own;
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
      `evil.example:${desk.port}`,
      '127.0.0.1:80',
      'localhost',
      `${own}.evil.example`,
    ]) {
      expect([host, (await get('/api/me', { host, cookie: cookie() })).statusCode]).toEqual([host, 403]);
    }
    expect((await get('/api/me', { host: `localhost:${desk.port}`, cookie: cookie() })).statusCode).toBe(200);
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
    expect((await put(`http://localhost:${desk.port}`)).statusCode).toBe(200);
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

  it('lets whoever sits at the desk ask for everything, and nobody else for anything', async () => {
    const { paths } = (await desk.get('/api/openapi.json')).json<{ paths: Record<string, Record<string, object>> }>();
    const calls = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({
        method,
        path: path.replace('{id}', 'shared-care').replace(/{\w+}/, 'x'),
      })),
    );
    expect(calls.length).toBeGreaterThan(20);
    for (const { method, path } of calls) {
      const asked = async (headers: Readonly<Record<string, string>>) => {
        const stop = new AbortController();
        const writes = method === 'get' ? {} : { 'content-type': 'application/json' };
        const answer = await fetch(`http://${own}${path}`, {
          method: method.toUpperCase(),
          headers: { ...headers, ...writes },
          signal: stop.signal,
          ...(method === 'get' ? {} : { body: '{}' }),
        });
        stop.abort();
        return answer.status;
      };
      const { host: _, ...browser } = desk.headers;
      expect([method, path, [401, 403].includes(await asked(browser))]).toEqual([method, path, false]);
      expect([method, path, await asked({ origin: `http://${own}` })]).toEqual([method, path, 403]);
    }
  });

  it('says that a desk is one, and whose', async () => {
    const { name } = (await desk.get('/api/me')).json<{ name: string }>();
    const session = { at: 'desk', person: 'ana', name, nameAsked: true };
    expect((await desk.get('/api/session')).json()).toEqual(session);
  });
});
