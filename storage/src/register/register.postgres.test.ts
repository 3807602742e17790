import { expect, inject, test } from 'vitest';
import { freshDatabase } from '../../../tools/postgres.mjs';
import { openRegister } from './index.js';
import { registerSuite } from './register-suite.js';

registerSuite('PostgreSQL', async () => {
  const { url, drop } = await freshDatabase(inject('databaseUrl'));
  return { place: { database: url }, remove: drop };
});

test('a database that does not answer is named without its password', async () => {
  const database = 'postgres://somebody:secret-word@127.0.0.1:1/reviews';
  const error = await openRegister({ database }).catch((problem: unknown) => problem);
  expect(error).toMatchObject({ code: 'store.unreachable', values: { place: 'postgres://127.0.0.1:1/reviews' } });
  expect(JSON.stringify(error)).not.toContain('secret-word');
});
