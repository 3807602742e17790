import { access, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSqlite, storeProblemCodes } from '@throughline/storage';
import type { ReviewList } from '@throughline/wire';
import { problems } from '@throughline/words';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serverProblemCodes } from './problem.js';
import { type LogEntry, startWorkbench } from './start.js';
import { type Listening, listening } from './testing/listening.js';
import { ana, ben, reviewFile, reviewId, temporaryFolder } from './testing/review-file.js';
import { type ChangeId, asId } from '@throughline/core';

let folder: string;
let path: string;
let remove: () => Promise<void>;
const open: Listening[] = [];
beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
  path = await reviewFile(folder);
});
afterEach(async () => {
  for (const each of open.splice(0)) await each.bench.close();
  await remove();
});
const start = async (options: Partial<Parameters<typeof listening>[0]> = {}) => {
  const started = await listening({ reviews: [path], ...options });
  open.push(started);
  return started;
};
const reviews = async (at: Listening) => ((await (await at.ask('/api/reviews')).json()) as ReviewList).reviews;

describe('starting the workbench', () => {
  it('prints an address that lets its reader in', async () => {
    const at = await start();
    expect(at.bench.url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${at.bench.port}/\\?key=[\\w-]{43}$`));
    expect(await (await at.ask('/api/me')).json()).toEqual(ana);
  });

  it('opens files and folders, and makes new reviews beside the first', async () => {
    const more = join(folder, 'more');
    await mkdir(more);
    await reviewFile(more, 'b.throughline', asId('b'));
    await reviewFile(more, 'a.throughline', asId('a'));
    await writeFile(join(more, 'notes.txt'), 'not a review');
    const at = await start({ reviews: [path, more] });
    expect((await reviews(at)).map(({ id }) => id)).toEqual([reviewId, 'a', 'b']);
    await at.ask('/api/reviews', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"title":"New"}',
    });
    await access(join(folder, 'new.throughline'));
  });

  it('puts somebody new among the people, whom a share can be handed to', async () => {
    const at = await start();
    const made = await at.ask(`/api/reviews/${reviewId}/people`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"name":"Sam Second","role":"reviewer"}',
    });
    expect(made.status).toBe(201);
    const { person } = (await made.json()) as { person: string };
    const house = await (await at.ask(`/api/reviews/${reviewId}/rooms/house`)).json();
    expect(house).toMatchObject({ people: { [person]: 'Sam Second' } });
  });

  it('lets whoever opens a file join its review as lead, once', async () => {
    for (const _ of ['first', 'second']) {
      const at = await start({ me: ben });
      const house = await (await at.ask(`/api/reviews/${reviewId}/rooms/house`)).json();
      expect(house).toMatchObject({ people: { ana: 'Ana Reyes', ben: 'Ben Okafor' } });
      await open.splice(0)[0]?.bench.close();
    }
    const keeper = await openSqlite(path);
    expect((await keeper.changes(reviewId)).map(({ kind }) => kind)).toEqual([
      'review.made',
      'person.made',
      'person.made',
    ]);
    await keeper.close();
  });

  it('says when the port is taken, and leaves the file closed', async () => {
    const { bench } = await start();
    const second = await startWorkbench({ reviews: [path], me: ana, port: bench.port }).catch(
      (error: unknown) => error,
    );
    expect(second).toMatchObject({ code: 'server.portTaken', values: { port: String(bench.port) } });
  });

  it('opens what it can, and tells of the rest', async () => {
    const broken = join(folder, 'broken.throughline');
    await writeFile(broken, 'this is no review');
    await copyFile(path, join(folder, 'copy.throughline'));
    const log: LogEntry[] = [];
    const at = await start({
      reviews: [broken, path, join(folder, 'copy.throughline')],
      onLog: (entry) => log.push(entry),
    });
    expect((await reviews(at)).map(({ file }) => file)).toEqual(['shared-care.throughline']);
    expect(log).toMatchObject([
      { event: 'notOpened', path: broken, problem: { code: 'file.notAReview' } },
      { event: 'notOpened', problem: { code: 'file.sameReview' } },
    ]);
  });

  it('reads a review that a newer program wrote, and leaves it as it is (L16)', async () => {
    const keeper = await openSqlite(path);
    const newer = {
      id: asId<ChangeId>('n1'),
      kind: 'hologram.made',
      version: 1,
      payload: {},
      by: ana.person,
      at: '2031-01-01T00:00:00.000Z',
    };
    await keeper.append(reviewId, 2, [newer]);
    const at = await start({ me: ben });
    expect((await reviews(at))[0]?.readOnly).toEqual({
      code: 'review.readOnly',
      values: { kinds: ['hologram.made 1'] },
    });
    expect(await keeper.changes(reviewId)).toHaveLength(3);
    await keeper.close();
  });

  it('does not start where nothing can be opened', async () => {
    const missing = startWorkbench({ reviews: [join(folder, 'gone.throughline')], me: ana });
    await expect(missing).rejects.toMatchObject({ code: 'file.missing' });
  });

  it('ends when it is asked twice', async () => {
    const { bench } = await start();
    await Promise.all([bench.close(), bench.close()]);
  });
});

describe('the pages', () => {
  const page = (at: Listening, where: string) => at.ask(where, { headers: { accept: 'text/html' } });

  it('say so when they have not been built', async () => {
    const at = await start({ webRoot: join(folder, 'nothing') });
    const answer = await page(at, '/');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
    expect(await answer.text()).toContain('have not been built');
  });

  it('are one page for every address, and files for theirs', async () => {
    const webRoot = join(folder, 'dist');
    await mkdir(join(webRoot, 'assets'), { recursive: true });
    await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>Pages</title>');
    await writeFile(join(webRoot, 'assets', 'app-1a2b.js'), 'export {};');
    const at = await start({ webRoot });
    for (const where of ['/', '/reviews/shared-care/synthesise']) {
      const answer = await page(at, where);
      expect([answer.status, await answer.text()]).toEqual([200, '<!doctype html><title>Pages</title>']);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
    const script = await at.ask('/assets/app-1a2b.js');
    expect([script.status, script.headers.get('cache-control')]).toEqual([200, 'private, max-age=31536000, immutable']);
    expect((await page(at, '/assets/gone.js')).status).toBe(404);
    expect((await page(at, '/..%2f..%2fshared-care.throughline')).status).toBe(404);
    expect((await page(at, '/api/nothing')).status).toBe(404);
    expect((await page(at, '/%zz')).status).toBe(404);
  });
});

describe('every problem of this folder', () => {
  it('has words in the catalogue', () => {
    const said: Readonly<Record<string, string>> = problems;
    expect([...serverProblemCodes, ...storeProblemCodes].filter((code) => said[code] === undefined)).toEqual([]);
  });
});
