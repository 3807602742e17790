import type { ReviewId, Sha256 } from '@throughline/core';
import type { Part } from '../contract.js';

/** A review that came from elsewhere, open to be read. What it is made of has been looked over; what it says has not. */
export interface ArchiveFile {
  readonly review: ReviewId;
  /** From the beginning; more than once, if need be. */
  parts(): AsyncIterable<Part>;
  /** The bytes of a content; undefined where it is not held, or was withdrawn. */
  content(hash: Sha256): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}
