import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { type Sha256, asId } from '@throughline/core';
import { headLength } from '@throughline/formats';

/** Bytes that come in pieces of any size, or are all there. */
export type Bytes = AsyncIterable<Uint8Array> | Uint8Array;

/** The bytes of a file as they arrive: kept, counted and hashed, whoever reads them. */
export class Received {
  #kept: Uint8Array[] = [];
  readonly #hash = createHash('sha256');
  readonly #coming: AsyncIterator<Uint8Array>;
  length = 0;

  constructor(
    bytes: Bytes,
    private readonly signal: AbortSignal | undefined,
  ) {
    this.#coming = bytes instanceof Uint8Array ? inPieces(bytes) : bytes[Symbol.asyncIterator]();
  }

  /** Waits until so many bytes are here, or all. */
  async atLeast(count: number): Promise<void> {
    while (this.length < count && (await this.next()) !== undefined);
  }

  /** Everything that is here, then everything that comes. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    yield* this.#kept.slice();
    for (let chunk = await this.next(); chunk !== undefined; chunk = await this.next()) yield chunk;
  }

  head(): Uint8Array {
    const first: Uint8Array[] = [];
    for (let at = 0, length = 0; at < this.#kept.length && length < headLength; at += 1) {
      const piece = this.#kept[at] ?? new Uint8Array();
      first.push(piece);
      length += piece.length;
    }
    return Buffer.concat(first).subarray(0, headLength);
  }

  /** All of it, once it has come; held once, in one piece. */
  async whole(): Promise<Uint8Array> {
    await this.atLeast(Number.POSITIVE_INFINITY);
    const whole = inOnePiece(this.#kept, this.length);
    this.#kept = [whole];
    return whole;
  }

  hash(): Sha256 {
    return asId<Sha256>(this.#hash.copy().digest('hex'));
  }

  private async next(): Promise<Uint8Array | undefined> {
    this.signal?.throwIfAborted();
    const { done, value } = await this.#coming.next();
    if (done) return undefined;
    this.#kept.push(value);
    this.#hash.update(value);
    this.length += value.length;
    return value;
  }
}

/** Bytes that came before, to be read once more. */
export const here = (bytes: Uint8Array, signal: AbortSignal | undefined) => ({
  length: bytes.length,
  atLeast: () => Promise.resolve(),
  async *chunks(): AsyncGenerator<Uint8Array> {
    for await (const piece of inPieces(bytes)) {
      signal?.throwIfAborted();
      yield piece;
    }
  },
});

function inOnePiece(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Bytes that are all here, in pieces, with room for others between them, so that reading can be stopped. */
async function* inPieces(bytes: Uint8Array, size = 256 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.subarray(at, at + size);
    await setImmediate();
  }
}
