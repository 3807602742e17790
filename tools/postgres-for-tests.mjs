// The PostgreSQL that the `postgres` project of vitest.config.ts runs on: the one that TEST_DATABASE_URL names, else one
// that is started here. Each test file makes databases of its own on it (freshDatabase of postgres.mjs).
import { startPostgres } from './postgres.mjs';

/**
 * Called by Vitest before the first test file of the project, and what it answers after the last.
 * @public
 * @param {import('vitest/node').TestProject} project
 */
export default async function setup(project) {
  const named = process.env.TEST_DATABASE_URL;
  const started = named ? undefined : await startPostgres();
  project.provide('databaseUrl', started?.url ?? named ?? '');
  return () => started?.stop();
}
