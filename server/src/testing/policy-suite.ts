import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ReviewId, roles } from '@throughline/core';
import type { Problem } from '@throughline/wire';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../accounts/testing/browser.js';
import { answerForHealth } from '../operations/health.js';
import { type AccessName, type Standing, isReviewAccess, mayBe, policy, standings } from '../policy.js';
import { type AWholeServer, aWholeServer, withEveryStanding } from './a-whole-server.js';
import { answersAsDocumented } from './answers-as-documented.js';
import { type Kept, atTheServer } from './at-the-server.js';

/** One call as the published description has it. */
interface Operation {
  readonly method: string;
  readonly path: string;
  readonly access: AccessName;
}

interface Described {
  readonly openapi: string;
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { 'x-access': { name: AccessName; standings: readonly Standing[] } }>>>
  >;
}

/** Addresses that are pages and not calls. */
const pages = ['/*', '/'];
/** Every call of a team's server, asked with every standing and with none, and held against the one table. */
export function policySuite(name: string, kept: () => Promise<Kept>): void {
  describe(`the policy ${name}`, () => {
    let at: AWholeServer;
    let review: ReviewId;
    let browsers: ReadonlyMap<Standing, Browser>;
    let webRoot: string;
    const known: RouteOptions[] = [];
    beforeAll(async () => {
      webRoot = await mkdtemp(join(tmpdir(), 'throughline-pages-'));
      await writeFile(join(webRoot, 'index.html'), '<!doctype html>');
      const stop = hearRoutes((route) => known.push(route));
      at = await aWholeServer(await kept(), { webRoot, also: lookedAfter });
      stop();
      ({ review, browsers } = await withEveryStanding(at));
    }, 60_000);
    afterAll(async () => {
      await at.leave();
      await rm(webRoot, { recursive: true });
    });

    const describing = async () => (await at.administrator.get('/api/openapi.json')).body as Described;
    /** Signing out comes last: it cannot be done twice. */
    const operations = async (): Promise<Operation[]> =>
      Object.entries((await describing()).paths)
        .flatMap(([path, methods]) =>
          Object.entries(methods).map(([method, said]) => ({ method, path, access: said['x-access'].name })),
        )
        .toSorted((a, b) => Number(a.access === 'session.end') - Number(b.access === 'session.end'));

    it('stands before every call as the table says', async () => {
      const wrong: string[] = [];
      const seen = new Set<string>();
      for (const operation of await operations()) {
        for (const standing of standings) {
          const [wanted, got] = [wantedOf(operation.access, standing), await answered(operation, standing)];
          seen.add(got);
          if (wanted !== got)
            wrong.push(`${operation.method} ${operation.path} as ${standing}: ${got} instead of ${wanted}`);
        }
      }
      expect(wrong).toEqual([]);
      expect([...seen].toSorted()).toEqual(['account.signIn', 'let through', 'review.unknown', 'server.mayNot']);
    }, 120_000);

    /** What is told of the policy: let through, or the code of the refusal. Other refusals come from behind it. */
    async function answered({ method, path }: Operation, standing: Standing): Promise<string> {
      const stop = new AbortController();
      const cookies = [...(browsers.get(standing)?.cookies ?? [])].map(([cookie, value]) => `${cookie}=${value}`);
      const answer = await fetch(at.address + path.replace('{id}', review).replaceAll(/\{\w+\}/g, 'x'), {
        method: method.toUpperCase(),
        redirect: 'manual',
        signal: stop.signal,
        headers: { origin: at.address, cookie: cookies.join('; '), ...(method === 'get' ? {} : isJson) },
        ...(method === 'get' ? {} : { body: '{}' }),
      });
      const problem = answer.status >= 400 ? ((await answer.json()) as Problem) : undefined;
      stop.abort();
      const refusal = { 401: 'account.signIn', 403: 'server.mayNot', 404: 'review.unknown' }[answer.status];
      return problem !== undefined && problem.code === refusal ? refusal : 'let through';
    }

    it('has a line for every call, and a call for every line', async () => {
      const told = await describing();
      expect(told.openapi).toMatch(/^3\.1\./);
      const used = new Set<string>();
      for (const methods of Object.values(told.paths)) {
        for (const { 'x-access': access } of Object.values(methods)) {
          expect(access.standings).toEqual(policy[access.name]);
          used.add(access.name);
        }
      }
      const unused = Object.keys(policy).filter((each) => !used.has(each));
      expect(unused).toEqual([]);
    });

    it('knows every address that is answered', async () => {
      const described = new Set((await operations()).map(({ method, path }) => `${method} ${path}`));
      const silent = known
        .flatMap(({ method, url }) => [method].flat().map((each) => ({ method: each.toLowerCase(), url })))
        .filter(({ method, url }) => !(pages.includes(url) && ['get', 'head'].includes(method)))
        .map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`)
        .filter((each) => !described.has(each));
      expect(silent).toEqual([]);
      expect(known.length).toBeGreaterThan(described.size);
    });

    it('tells whoever is nobody in a review what it tells of none', async () => {
      const otto = browsers.get('account');
      const asked = async (id: string) => JSON.stringify((await otto?.get(`/api/reviews/${id}/rooms/house`))?.body);
      expect((await asked(review)).replaceAll(review, 'none')).toBe(await asked('none'));
    });

    it('gives an administrator of the server no right in a review', () => {
      const given = (Object.keys(policy) as AccessName[]).filter(
        (access) => isReviewAccess(access) && mayBe(access, 'administrator'),
      );
      expect(given).toEqual([]);
    });

    it('cannot be forgotten by a call that is added', async () => {
      const forgetting = (app: FastifyInstance) => app.get('/api/forgotten', () => 'open');
      const made = await kept();
      await expect(atTheServer(made, { routes: forgetting })).rejects.toThrow('/api/forgotten names no line');
      await made.remove();
    });
  });
}

/** What is asked of a server by whatever watches over it stands in the policy too. */
function lookedAfter(app: FastifyInstance): void {
  answersAsDocumented(app);
  answerForHealth(app, []);
}

const isJson = { 'content-type': 'application/json' };

/** What the table says is answered to somebody who stands so; members of the review have accounts. */
function wantedOf(access: AccessName, standing: Standing): string {
  const toTheServer = isMember(standing) ? 'account' : standing;
  if (mayBe(access, isReviewAccess(access) ? standing : toTheServer)) return 'let through';
  if (standing === 'nobody') return 'account.signIn';
  return isReviewAccess(access) && !isMember(standing) ? 'review.unknown' : 'server.mayNot';
}

const isMember = (standing: Standing): boolean => (roles as readonly Standing[]).includes(standing);

/** Hears of every address that the framework is told to answer, from its first moment. */
function hearRoutes(hear: (route: RouteOptions) => void): () => void {
  const begun = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance };
    fastify.addHook('onRoute', hear);
  };
  subscribe('fastify.initialization', begun);
  return () => unsubscribe('fastify.initialization', begun);
}
