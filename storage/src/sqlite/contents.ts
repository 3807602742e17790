import type { Sha256 } from '@throughline/core';
import { type Beside, type Content, type KeptContent, StoreProblem } from '../contract.js';
import { sha256Of } from '../hash.js';
import { type Connection, type WholeText, textOf, wholeText } from './connection.js';
import type { Numbered } from './records.js';

/** Puts contents in and takes contents out. What was withdrawn stays withdrawn: its row is there already. */
export function putContents(connection: Connection, { contents = [], withdraw = [] }: Beside): void {
  for (const { hash, bytes, name } of contents) {
    connection.run(
      'INSERT INTO blobs (hash, bytes, name) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING',
      ...[hash, bytes, name ?? null],
    );
  }
  for (const { hash, reason } of withdraw) {
    connection.run(
      `INSERT INTO blobs (hash, withdrawn) VALUES (?, ?)
       ON CONFLICT (hash) DO UPDATE SET bytes = NULL, name = NULL, withdrawn = excluded.withdrawn`,
      ...[hash, reason],
    );
  }
}

/** The next content in the order in which they came: one at a time, as it may be large. */
export function contentAfter(connection: Connection, after: number): Numbered<KeptContent> | undefined {
  const sql = 'SELECT rowid, hash FROM blobs WHERE rowid > ? ORDER BY rowid LIMIT 1';
  const [number, hash] = connection.one<[number, Sha256]>(sql, after) ?? [];
  if (number === undefined || hash === undefined) return undefined;
  const content = contentOf(connection, hash);
  return content && { number, held: { hash, ...content } };
}

/** Never bytes that are not what their name says. */
export function contentOf(connection: Connection, hash: Sha256): Content {
  const row = connection.one<[Uint8Array | null, WholeText | null, WholeText | null]>(
    `SELECT bytes, ${wholeText('name')}, ${wholeText('withdrawn')} FROM blobs WHERE hash = ?`,
    hash,
  );
  if (row === undefined) return undefined;
  const [bytes, name, withdrawn] = row;
  if (withdrawn !== null) return { withdrawn: textOf(withdrawn) };
  if (bytes === null || sha256Of(bytes) !== hash)
    throw new StoreProblem('file.damaged', { file: connection.file, hash });
  return { bytes, ...(name === null ? {} : { name: textOf(name) }) };
}
