import type { Reference } from '@throughline/core';
import { readJson } from '../change-row.js';
import { searchedWords } from '../search-words.js';
import type { Connection } from './connection.js';
import { searchIndex } from './schema.js';

/**
 * The search index over records: disposable (L12), filled in batches after the records are in, so that an import is
 * acknowledged before it can be searched. A file that cannot be written gets one in memory.
 */
export class Search {
  #searched: number;

  constructor(
    private readonly connection: Connection,
    private readonly where: 'main' | 'temp',
  ) {
    this.#searched = where === 'main' && this.#stands() ? this.#said() : 0;
    if (where === 'temp') connection.script(searchIndex('temp'));
  }

  /** Takes the next records in; answers whether there may be more. Another process may be at it, too. */
  step(batch = 1000): boolean {
    const [last] = this.connection.one<[number | null]>('SELECT max(number) FROM records') ?? [0];
    if (this.#searched >= (last ?? 0)) return false;
    this.#searched = this.where === 'temp' ? this.#fill(this.#searched, batch) : this.#fillFile(batch);
    return true;
  }

  complete(): void {
    while (this.step());
  }

  #fillFile(batch: number): number {
    return this.connection.transaction(() => {
      if (!this.#stands()) {
        this.connection.run(searchIndex('main'));
        this.connection.run('UPDATE about SET searched = 0');
      }
      const reached = this.#fill(this.#said(), batch);
      this.connection.run('UPDATE about SET searched = ?', reached);
      return reached;
    });
  }

  #fill(after: number, batch: number): number {
    const sql = 'SELECT number, reference FROM records WHERE number > ? ORDER BY number LIMIT ?';
    const rows = this.connection.all<[number, string]>(sql, after, batch);
    for (const [number, text] of rows) {
      const reference = readJson(text) as Reference | undefined;
      const words = reference === undefined ? [] : searchedWords(reference);
      this.connection.run(`INSERT INTO ${this.where}.words (rowid, text) VALUES (?, ?)`, number, words.join(' '));
    }
    return rows.at(-1)?.[0] ?? after;
  }

  #stands(): boolean {
    return this.connection.one(`SELECT 1 FROM sqlite_schema WHERE name = 'words'`) !== undefined;
  }

  #said(): number {
    return this.connection.one<[number]>('SELECT searched FROM about')?.[0] ?? 0;
  }
}

/** All of these, in any order, each from its beginning. They hold letters and digits only (search-words.ts). */
export const matching = (words: readonly string[]): string => words.map((word) => `"${word}"*`).join(' ');
