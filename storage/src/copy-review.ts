import type { Change, ReviewId } from '@throughline/core';
import { type KeptContent, type Keeper, type Part, StoreProblem, type StoredRecord } from './contract.js';
import { sha256Of } from './hash.js';

export interface CopyOptions {
  /** Breaks off; nothing is taken in then. */
  readonly signal?: AbortSignal;
  /** How much has been handed over so far. */
  readonly onProgress?: (copied: Copied) => void;
}

/** How much of a review there is, or has been copied. */
export interface Copied {
  readonly changes: number;
  readonly records: number;
  readonly contents: number;
  readonly bytes: number;
}

/**
 * Copies a review from one keeper to another: the log with its places and times, records in their order, contents with
 * what was withdrawn. All of one moment, or nothing.
 */
export async function copyReview(from: Keeper, to: Keeper, review: ReviewId, options: CopyOptions = {}): Promise<void> {
  await to.receive(review, watched(from.parts(review), options));
}

/** The same parts, told of as they pass, until the signal breaks them off. */
export async function* watched(parts: AsyncIterable<Part>, options: CopyOptions): AsyncGenerator<Part> {
  let copied: Copied = { changes: 0, records: 0, contents: 0, bytes: 0 };
  for await (const part of parts) {
    options.signal?.throwIfAborted();
    yield part;
    copied = withPart(copied, part);
    options.onProgress?.(copied);
  }
  options.signal?.throwIfAborted();
}

function withPart(copied: Copied, part: Part): Copied {
  if ('changes' in part) return { ...copied, changes: copied.changes + part.changes.length };
  if ('records' in part) return { ...copied, records: copied.records + part.records.length };
  const bytes = 'bytes' in part.content ? part.content.bytes.length : 0;
  return { ...copied, contents: copied.contents + 1, bytes: copied.bytes + bytes };
}

/**
 * The same parts, each looked over before it is handed on: whatever they come from, a keeper never takes in a log with
 * gaps (L1), the same thing twice, or bytes that are not their hash (L7). Rejects with `file.damaged`.
 */
export async function* wholeParts(parts: AsyncIterable<Part>): AsyncGenerator<Part> {
  const look = new PartsLook();
  for await (const part of parts) {
    look.refuse(part);
    yield part;
  }
  look.refuseEnd();
}

class PartsLook {
  #head = 0;
  readonly #changes = new Set<string>();
  readonly #records = new Set<string>();
  readonly #contents = new Set<string>();

  refuse(part: Part): void {
    if ('changes' in part) for (const change of part.changes) this.#refuseChange(change);
    else if ('records' in part) for (const record of part.records) this.#refuseRecord(record);
    else this.#refuseContent(part.content);
  }

  refuseEnd(): void {
    if (this.#head === 0) throw damaged('changes');
  }

  #refuseChange({ seq, id, payload }: Change): void {
    const out = this.#records.size > 0 || this.#contents.size > 0;
    if (out || seq !== this.#head + 1 || payload === undefined || !isNew(this.#changes, id)) {
      throw damaged('changes', { seq: this.#head + 1 });
    }
    this.#head = seq;
  }

  #refuseRecord({ id }: StoredRecord): void {
    if (this.#contents.size > 0 || !isNew(this.#records, id)) throw damaged('records', { id });
  }

  #refuseContent(content: KeptContent): void {
    const { hash } = content;
    const altered = 'bytes' in content && sha256Of(content.bytes) !== hash;
    if (altered || !isNew(this.#contents, hash)) throw damaged('contents', { hash });
  }
}

function isNew(known: Set<string>, id: string): boolean {
  const fresh = id !== '' && !known.has(id);
  known.add(id);
  return fresh;
}

const damaged = (what: string, values: Readonly<Record<string, string | number>> = {}): StoreProblem =>
  new StoreProblem('file.damaged', { what, ...values });
