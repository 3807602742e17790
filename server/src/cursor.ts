import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { PersonId, ReviewId } from '@throughline/core';
import type { Cursor } from '@throughline/wire';

/**
 * Turns places in the log into cursors and back. A cursor tells a browser nothing: not how many changes there are, not
 * how many it may not see (L8). It holds for one review and one viewer; every cursor has the
 * same length, and the same place gives another one each time.
 */
export class Cursors {
  /** 32 bytes. Processes with one key take each other's cursors; without, they hold while this process runs. */
  constructor(private readonly key: Uint8Array = randomBytes(32)) {}

  /** What a viewer gets to hold. */
  give(review: ReviewId, viewer: PersonId, seq: number): Cursor {
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv(algorithm, this.key, nonce).setAAD(bound(review, viewer));
    const place = Buffer.alloc(8);
    place.writeDoubleBE(seq);
    const sealed = Buffer.concat([nonce, cipher.update(place), cipher.final(), cipher.getAuthTag()]);
    return sealed.toString('base64url') as Cursor;
  }

  /** The place behind a cursor; undefined for one of another review, viewer or process: then all is fetched again. */
  take(review: ReviewId, viewer: PersonId, cursor: string): number | undefined {
    const sealed = Buffer.from(cursor, 'base64url');
    if (sealed.length !== nonceLength + 8 + tagLength) return undefined;
    const decipher = createDecipheriv(algorithm, this.key, sealed.subarray(0, nonceLength))
      .setAAD(bound(review, viewer))
      .setAuthTag(sealed.subarray(-tagLength));
    try {
      const place = Buffer.concat([decipher.update(sealed.subarray(nonceLength, -tagLength)), decipher.final()]);
      return place.readDoubleBE();
    } catch {
      return undefined;
    }
  }
}

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/** Ids hold no line break: two different pairs never read the same. */
const bound = (review: ReviewId, viewer: PersonId): Buffer => Buffer.from(`${review}\n${viewer}`);
