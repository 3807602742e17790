import { createHash } from 'node:crypto';
import type { Sha256 } from '@throughline/core';
import type { Beside } from './contract.js';

/** How bytes are named in the log: lower-case hexadecimal SHA-256. Text is taken as UTF-8. */
export const sha256Of = (bytes: Uint8Array | string): Sha256 =>
  createHash('sha256').update(bytes).digest('hex') as Sha256;

/** Bytes under a name that is not theirs never enter a keeper: it would find them altered ever after. */
export function refuseMisnamed(beside: Beside | undefined): void {
  for (const { hash, bytes } of beside?.contents ?? []) {
    if (sha256Of(bytes) !== hash) throw new TypeError(`these bytes are not the content ${hash}`);
  }
}
