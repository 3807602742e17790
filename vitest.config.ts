import { defineConfig } from 'vitest/config';

const browser = '**/*.browser.test.ts';
const processes = '**/*.process.test.ts';
const postgres = '**/*.postgres.test.ts';
const never = ['**/node_modules/**', '**/dist/**'];

declare module 'vitest' {
  interface ProvidedContext {
    /** A database on the PostgreSQL of the `postgres` project, as somebody who may make more: `inject('databaseUrl')`. */
    databaseUrl: string;
  }
}

/**
 * Four kinds of test, told apart by file name. Imports from another folder reach its compiled `dist`,
 * so `tsc -b` runs first; `npm test` sees to that.
 */
export default defineConfig({
  test: {
    projects: [
      // Shared workers and modules: nine times faster, and it shows any test that leaves something behind.
      {
        test: {
          name: 'node',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...never, browser, processes, postgres],
          isolate: false,
          pool: 'threads',
          // How long something takes is a benchmark's question; a machine that others use must not fail a test.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // Tests that start programs and kill them: a process each, one at a time.
      {
        test: {
          name: 'process',
          include: [processes],
          exclude: never,
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      // Tests on a real PostgreSQL, one for all files. Some start servers of their own and stop them.
      {
        test: {
          name: 'postgres',
          include: [postgres],
          exclude: never,
          pool: 'forks',
          fileParallelism: false,
          globalSetup: 'tools/postgres-for-tests.mjs',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      // Tests in a real Chromium against a real server. The first one may have to unpack the browser.
      {
        test: {
          name: 'browser',
          include: [browser],
          exclude: never,
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
