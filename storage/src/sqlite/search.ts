import { readJson } from '../change-row.js';
import { plainSearchedText } from '../search-words.js';
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

  /** How many records, at most, are not in it yet. */
  missing(): number {
    const [last] = this.connection.one<[number | null]>('SELECT max(number) FROM records') ?? [0];
    return Math.max(0, (last ?? 0) - this.#searched);
  }

  /** Takes the next records in; answers whether there may be more. Another process may be at it, too. */
  step(batch = 1000): boolean {
    if (this.missing() === 0) return false;
    this.#searched = this.where === 'temp' ? this.#fill(this.#searched, batch) : this.#fillFile(batch);
    return true;
  }

  /**
   * Takes in what came lately, so that it can be searched at once. After a large import nobody waits for all of it:
   * answers how many records are still missing, which are taken in meanwhile.
   */
  catchUp(): number {
    if (this.missing() > fewMissing && this.where === 'main') {
      if (!this.#stands()) this.step();
      return this.missing();
    }
    while (this.step());
    return 0;
  }

  #fillFile(batch: number): number {
    return this.connection.lightly(() => {
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
    const rows = this.connection.all<[number, string | null]>(searchedOf, after, batch);
    for (const [number, text] of rows) {
      const words = text === null ? '' : plainTextOf(text);
      this.connection.run(`INSERT INTO ${this.where}.words (rowid, text) VALUES (?, ?)`, number, words);
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

/** So many records are taken in while somebody waits: a quarter of a second. */
const fewMissing = 3000;

/** What is searched of a reference, taken out of its JSON by the engine: most of it are tags, which are not searched. */
const searchedOf = `
  SELECT number, iif(json_valid(reference),
    json_extract(reference, '$.title', '$.abstract', '$.journal', '$.authors'), NULL)
  FROM records WHERE number > ? ORDER BY number LIMIT ?`;

function plainTextOf(searched: string): string {
  const [title, abstract, journal, authors] = readJson(searched) as unknown[];
  const said = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const [a, b, c] = [said(title), said(abstract), said(journal)];
  return plainSearchedText({
    ...(a === undefined ? {} : { title: a }),
    ...(b === undefined ? {} : { abstract: b }),
    ...(c === undefined ? {} : { journal: c }),
    authors: Array.isArray(authors) ? authors.filter((each) => typeof each === 'string') : [],
  });
}

/** All of these, in any order, each from its beginning. They hold letters and digits only (search-words.ts). */
export const matching = (words: readonly string[]): string => words.map((word) => `"${word}"*`).join(' ');
