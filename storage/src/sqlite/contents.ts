import type { Sha256 } from '@throughline/core';
import { type Beside, type Content, StoreProblem } from '../contract.js';
import { sha256Of } from '../hash.js';
import type { Connection } from './connection.js';

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

/** Never bytes that are not what their name says. */
export function contentOf(connection: Connection, hash: Sha256): Content {
  const row = connection.one<[Uint8Array | null, string | null, string | null]>(
    'SELECT bytes, name, withdrawn FROM blobs WHERE hash = ?',
    hash,
  );
  if (row === undefined) return undefined;
  const [bytes, name, withdrawn] = row;
  if (withdrawn !== null) return { withdrawn };
  if (bytes === null || sha256Of(bytes) !== hash)
    throw new StoreProblem('file.damaged', { file: connection.file, hash });
  return { bytes, ...(name === null ? {} : { name }) };
}
