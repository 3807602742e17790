import type { ImportId, Reference, ReviewId } from '@throughline/core';
import { readJson } from '../change-row.js';
import { sha256Of } from '../hash.js';
import { searchedWords } from '../search-words.js';
import type { Database } from './database.js';

/** What is asked of the records: all these words, of this import, after this place. */
export interface Asked {
  readonly words: readonly string[];
  readonly import: ImportId | undefined;
  readonly after: number;
  readonly limit: number;
}

/** The places of those that were found, and how many there are in all. */
export interface Found {
  readonly numbers: readonly number[];
  readonly total: number;
}

/** Records made searchable in one statement; their words are made in this thread, which others need, too. */
const batch = 250;

/**
 * The search index over the records of a review: disposable (L12), filled in batches after the records are in, so that
 * an import is acknowledged before it can be searched. Several processes may fill it at once: each batch follows on the
 * last that is there, and of two that write the same one of them writes.
 */
export class RecordSearch {
  #filling: Promise<void> | undefined;
  #closed = false;
  /** How many records there are up to a place. */
  #counted = { upTo: 0, total: 0 };

  constructor(
    private readonly database: Database,
    private readonly review: ReviewId,
  ) {}

  /** Fills in what is missing first. Without words, all records are found. */
  async find(asked: Asked): Promise<Found> {
    if (asked.words.length === 0) return asked.import === undefined ? this.#all(asked) : this.#ofImport(asked);
    while (!(await this.#isComplete())) await this.#fill();
    return this.#found(asked);
  }

  /** Records are only added, so that those that were counted once need no counting again. */
  async #all({ after, limit }: Asked): Promise<Found> {
    const counted = this.#counted;
    const [[more, last, numbers] = [0, 0, []]] = await this.database.rows<[number, number, number[]]>(
      `SELECT (SELECT count(*)::int FROM records WHERE review = $1 AND number > $4::int),
         (SELECT coalesce(max(number), 0) FROM records WHERE review = $1),
         ${pageIn('SELECT number FROM records WHERE review = $1 AND')}`,
      ...[this.review, after, limit, counted.upTo],
    );
    const total = counted.total + more;
    this.#counted = { upTo: last, total };
    return { total, numbers };
  }

  async #ofImport({ import: from, after, limit }: Asked): Promise<Found> {
    const [[total, numbers] = [0, []]] = await this.database.rows<[number, number[]]>(
      `SELECT (SELECT count(*)::int FROM records WHERE review = $1 AND import = $4),
         ${pageIn('SELECT number FROM records WHERE review = $1 AND import = $4 AND')}`,
      ...[this.review, after, limit, from ?? null],
    );
    return { total, numbers };
  }

  async #found({ words, import: from, after, limit }: Asked): Promise<Found> {
    // The import is a column of the record; the search index knows only its place.
    const ofImport = 'AND number IN (SELECT number FROM records WHERE review = $1 AND import = $5)';
    const [[total, numbers] = [0, []]] = await this.database.rows<[number, number[]]>(
      `WITH found AS MATERIALIZED (
         SELECT number FROM record_search WHERE review = $1 AND words @@ $4::tsquery ${from === undefined ? '' : ofImport}
       ) SELECT (SELECT count(*)::int FROM found), ${pageIn('SELECT number FROM found WHERE')}`,
      ...[this.review, after, limit, matching(this.review, words), ...(from === undefined ? [] : [from])],
    );
    return { total, numbers };
  }

  /** Goes on filling while nobody waits. Where that fails, whoever searches next is told. */
  fillSoon(): void {
    this.#fill().catch(() => {});
  }

  close(): void {
    this.#closed = true;
  }

  async #isComplete(): Promise<boolean> {
    const [[last, searched] = [0, 0]] = await this.database.rows<[number, number]>(
      `SELECT (SELECT coalesce(max(number), 0) FROM records WHERE review = $1),
         (SELECT coalesce(max(number), 0) FROM record_search WHERE review = $1)`,
      this.review,
    );
    return searched >= last;
  }

  #fill(): Promise<void> {
    this.#filling ??= this.#fillAll().finally(() => {
      this.#filling = undefined;
    });
    return this.#filling;
  }

  async #fillAll(): Promise<void> {
    while (!this.#closed && (await this.#step()));
  }

  /** Whether there may be more. */
  async #step(): Promise<boolean> {
    const rows = await this.database.rows<[number, string]>(
      `SELECT number, reference FROM records WHERE review = $1 AND number >
         (SELECT coalesce(max(number), 0) FROM record_search WHERE review = $1)
       ORDER BY number LIMIT $2`,
      ...[this.review, batch],
    );
    if (rows.length === 0) return false;
    await this.database.rows(
      `INSERT INTO record_search (review, number, words)
       SELECT $1, found.number, found.words::tsvector FROM unnest($2::int[], $3::text[]) AS found (number, words)
       ON CONFLICT (review, number) DO NOTHING`,
      ...[this.review, rows.map(([number]) => number), rows.map(([, text]) => lexemes(this.review, text))],
    );
    return rows.length === batch;
  }
}

const pageIn = (found: string) => `ARRAY(${found} number > $2::int ORDER BY number LIMIT $3::int)`;

/**
 * Each word of a review begins with a mark of the review, so that the one index over all reviews is asked only for the
 * words of this one. Two reviews may share a mark; the column `review` tells them apart.
 */
const markOf = (review: ReviewId): string => sha256Of(review).slice(0, 5);

/** The engine takes words of up to 2046 bytes: in UTF-8 a UTF-16 unit takes at most three. */
const longestWord = 600;
/** The engine takes up to a megabyte of words for one record; a book of an abstract is searched by its beginning. */
const mostWords = 100_000;
const mostText = 900_000;

/** The different words of a record as the engine reads them. They hold letters and digits only (search-words.ts). */
function lexemes(review: ReviewId, text: string): string {
  const reference = readJson(text) as Partial<Reference> | undefined | null;
  if (typeof reference !== 'object' || reference === null) return '';
  const mark = markOf(review);
  const words = new Set(searchedWords(reference as Reference).map((word) => word.slice(0, longestWord)));
  let room = mostText;
  const kept = [...words].slice(0, mostWords).filter((word) => {
    room -= Buffer.byteLength(word) + mark.length;
    return room > 0;
  });
  return kept.map((word) => `'${mark}${word}'`).join(' ');
}

/** All of these, in any order, each from its beginning. */
const matching = (review: ReviewId, words: readonly string[]): string =>
  words.map((word) => `'${markOf(review)}${word.slice(0, longestWord)}':*`).join(' & ');
