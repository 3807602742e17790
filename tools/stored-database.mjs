// node tools/stored-database.mjs > storage/src/postgres/stored/VERSION.sql
// A database as this version of the program writes it, as SQL: made once for each version of the tables, when it is
// released, and kept as it is. The tests bring every one of them up to date.
import pg from 'pg';
import { memo, memos, record, review } from '../storage/dist/conformance/made-up.js';
import { sha256Of } from '../storage/dist/hash.js';
import { steps } from '../storage/dist/postgres/migrations.js';
import { postgresStore } from '../storage/dist/postgres/store.js';
import { freshDatabase, startPostgres } from './postgres.mjs';

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

/**
 * Something of every sort that a review may hold.
 * @param {string} url
 */
async function fill(url) {
  const store = await postgresStore(url);
  const keeper = await store.begin(review, 'A stored review');
  const [paper, taken] = [bytes('a paper'), bytes('a paper that was withdrawn')];
  const contents = [
    { hash: sha256Of(paper), bytes: paper, name: 'paper.pdf' },
    { hash: sha256Of(taken), bytes: taken },
  ];
  const records = [record('r1', { title: 'On trust' }, 'i1'), record('r2', { abstract: 'NUL \u0000' })];
  await keeper.append(review, 0, memos(1, 5), { records, contents });
  await keeper.append(review, 5, [memo('c6')], { withdraw: [{ hash: sha256Of(taken), reason: 'asked' }] });
  await keeper.pageOfRecords(review, { text: 'trust', limit: 1 });
  await keeper.keepSnapshot(review, { seq: 6, edition: 'e', frozen: '{"six":6}' });
  await store.close();
}

/**
 * Every row as a statement that writes it.
 * @param {pg.Client} client
 * @returns {Promise<string[]>}
 */
async function rowsAsSql(client) {
  const { rows } = await client.query(
    `SELECT table_name, string_agg(column_name, ', ' ORDER BY ordinal_position) AS columns,
       string_agg(format('quote_nullable(%I::text)', column_name), ' || '', '' || ' ORDER BY ordinal_position) AS row
     FROM information_schema.columns WHERE table_schema = 'public' GROUP BY table_name ORDER BY table_name`,
  );
  const lines = [];
  for (const { table_name: table, columns, row } of rows) {
    const written = await client.query(`SELECT ${row} AS row FROM ${table} ORDER BY 1`);
    lines.push(...written.rows.map((each) => `INSERT INTO ${table} (${columns}) VALUES (${each.row});`));
  }
  return lines;
}

const postgres = await startPostgres({ durable: false });
try {
  const { url } = await freshDatabase(postgres.url);
  await fill(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const version = 'CREATE TABLE store_version (one integer PRIMARY KEY CHECK (one = 1), version integer NOT NULL);';
  process.stdout.write([version, ...steps, ...(await rowsAsSql(client))].join('\n'));
  process.stdout.write('\n');
  await client.end();
} finally {
  await postgres.stop();
}
