import { expect, inject, test } from 'vitest';
import { freshDatabase, startPostgres } from '../../../tools/postgres.mjs';
import { keptInADatabase } from '../testing/on-postgres.js';
import { invitingSuite } from './testing/inviting-suite.js';
import { openIdSuite } from './testing/openid-suite.js';
import { schemaSuite } from './testing/schema-suite.js';
import { signingInSuite } from './testing/signing-in-suite.js';
import { aTeam, signIn, whoIs } from './testing/team.js';

const keep = () => keptInADatabase(() => freshDatabase(inject('databaseUrl')));
for (const suite of [schemaSuite, signingInSuite, invitingSuite, openIdSuite]) suite('PostgreSQL', keep);

test('while the database is away everybody is told, and who was signed in still is when it is back', async () => {
  const postgres = await startPostgres({ durable: false });
  const team = await aTeam(await keptInADatabase(() => freshDatabase(postgres.url)));
  const ana = await team.joins('Ana');
  await postgres.halt();
  const away = [await ana.get('/api/account'), await signIn(team.newBrowser(), 'Ana')];
  for (const { status, body } of away) expect([status, body]).toMatchObject([503, { code: 'store.unreachable' }]);
  expect(JSON.stringify(away)).not.toContain('password');
  await postgres.start();
  expect(await whoIs(ana)).toMatchObject({ name: 'Ana' });
  expect((await signIn(team.newBrowser(), 'Ana')).status).toBe(200);
  expect(team.failed).toEqual([]);
  await team.leave();
  await postgres.stop();
}, 120_000);
