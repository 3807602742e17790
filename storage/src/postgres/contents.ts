import type { ReviewId, Sha256 } from '@throughline/core';
import type { Blobs } from '../blobs/contract.js';
import { type Beside, type Content, type KeptContent, StoreProblem } from '../contract.js';
import { sha256Of } from '../hash.js';
import type { Database, Session } from './database.js';
import { readText } from './log.js';
import type { Numbered } from './records.js';

/** Bytes read in one statement: the driver makes text of them, which must not become too long. */
const piece = 16 * 1024 ** 2;

/** The contents of one review: rows say what there is, and bytes are in the rows or in `blobs`. */
export class Contents {
  constructor(
    private readonly database: Database,
    private readonly review: ReviewId,
    private readonly blobs: Blobs | undefined,
  ) {}

  /** Before the transaction that names them: bytes to where they are kept outside of the database. */
  async bring({ contents = [] }: Beside): Promise<void> {
    if (this.blobs === undefined || contents.length === 0) return;
    const there = await this.database.rows<[string]>(
      'SELECT hash FROM contents WHERE review = $1 AND hash = ANY($2::text[])',
      ...[this.review, contents.map(({ hash }) => hash)],
    );
    const known = new Set(there.map(([hash]) => hash));
    for (const { hash, bytes } of contents) if (!known.has(hash)) await this.blobs.put(this.review, hash, bytes);
  }

  /**
   * Inside the transaction: puts contents in and takes contents out. What was withdrawn stays withdrawn: its row is
   * there already.
   */
  async put(session: Session, { contents = [], withdraw = [] }: Beside): Promise<void> {
    for (const { hash, bytes, name } of contents) {
      await session.rows(
        `INSERT INTO contents (review, hash, number, size, bytes, name) VALUES ($1, $2, ${nextNumber}, $3, $4, $5)
         ON CONFLICT (review, hash) DO NOTHING`,
        ...[this.review, hash, bytes.length, this.blobs === undefined ? bytes : null],
        name === undefined ? null : JSON.stringify(name),
      );
    }
    for (const { hash, reason } of withdraw) {
      await session.rows(
        `INSERT INTO contents (review, hash, number, size, withdrawn, leaving) VALUES ($1, $2, ${nextNumber}, 0, $3, $4)
         ON CONFLICT (review, hash) DO UPDATE
         SET bytes = NULL, name = NULL, size = 0, withdrawn = excluded.withdrawn, leaving = excluded.leaving`,
        ...[this.review, hash, JSON.stringify(reason), this.blobs !== undefined],
      );
    }
  }

  /**
   * After the transaction, whether it went through or not: what was withdrawn leaves the outside, too (L17), and so
   * does what was brought for something withdrawn meanwhile. What a process that died left is taken out by the next.
   */
  async sweep({ contents = [], withdraw = [] }: Beside): Promise<void> {
    if (contents.length + withdraw.length > 0) await this.takeOut(contents.map(({ hash }) => hash));
  }

  /** What is still to be taken out, and of these what is withdrawn. */
  async takeOut(brought: readonly Sha256[] = []): Promise<void> {
    const { blobs } = this;
    if (blobs === undefined) return;
    const leaving = await this.database.rows<[Sha256]>(
      `SELECT hash FROM contents WHERE review = $1 AND withdrawn IS NOT NULL AND (leaving OR hash = ANY($2::text[]))`,
      ...[this.review, brought],
    );
    for (const [hash] of leaving) {
      await blobs.remove(this.review, hash);
      await this.database.rows(
        'UPDATE contents SET leaving = false WHERE review = $1 AND hash = $2',
        ...[this.review, hash],
      );
    }
  }

  /** Takes everything of the review out of where its bytes are kept outside of the database. */
  async clear(): Promise<void> {
    await this.blobs?.removeAll(this.review);
  }

  /** Never bytes that are not what their name says. */
  async read(hash: Sha256, session: Session = this.database): Promise<Content> {
    const [row] = await session.rows<[string | null, string | null, string | null]>(
      `SELECT encode(substring(bytes FROM 1 FOR ${piece}), 'base64'), name, withdrawn FROM contents
       WHERE review = $1 AND hash = $2`,
      ...[this.review, hash],
    );
    if (row === undefined) return undefined;
    const [start, name, withdrawn] = row;
    if (withdrawn !== null) return { withdrawn: readText(withdrawn) ?? '' };
    const bytes = start === null ? await this.blobs?.get(this.review, hash) : await this.#rest(session, hash, start);
    if (bytes === undefined || sha256Of(bytes) !== hash) return this.#gone(hash);
    return { bytes, ...(name === null ? {} : { name: readText(name) ?? '' }) };
  }

  /** The next content in the order in which they came: one at a time, as it may be large. */
  async after(session: Session, number: number): Promise<Numbered<KeptContent> | undefined> {
    const [row] = await session.rows<[number, Sha256]>(
      'SELECT number, hash FROM contents WHERE review = $1 AND number > $2 ORDER BY number LIMIT 1',
      ...[this.review, number],
    );
    if (row === undefined) return undefined;
    const [place, hash] = row;
    const content = await this.read(hash, session);
    return content && { number: place, held: { hash, ...content } };
  }

  async #rest(session: Session, hash: Sha256, start: string): Promise<Uint8Array> {
    const pieces = [Buffer.from(start, 'base64')];
    for (let last = pieces[0]; last?.length === piece; last = pieces.at(-1)) {
      const [[next] = [null]] = await session.rows<[string | null]>(
        `SELECT encode(substring(bytes FROM $3 FOR ${piece}), 'base64') FROM contents WHERE review = $1 AND hash = $2`,
        ...[this.review, hash, pieces.length * piece + 1],
      );
      pieces.push(Buffer.from(next ?? '', 'base64'));
    }
    return new Uint8Array(pieces.length === 1 ? (pieces[0] ?? Buffer.alloc(0)) : Buffer.concat(pieces));
  }

  /** Withdrawn while it was being read, or damaged. */
  async #gone(hash: Sha256): Promise<Content> {
    const [[withdrawn] = [null]] = await this.database.rows<[string | null]>(
      'SELECT withdrawn FROM contents WHERE review = $1 AND hash = $2',
      ...[this.review, hash],
    );
    if (withdrawn !== null) return { withdrawn: readText(withdrawn) ?? '' };
    throw new StoreProblem('file.damaged', { file: this.database.address.place, hash });
  }
}

/** Nobody else is numbering: this transaction has added lines to the log of the review. */
const nextNumber = '(SELECT coalesce(max(number), 0) + 1 FROM contents WHERE review = $1)';
