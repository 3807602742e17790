import type { ReviewId, Sha256 } from '@throughline/core';

/**
 * Where the bytes of files are kept when they are not kept beside the log: a folder, or a store that speaks S3. The log
 * and the keeper know what there is; this knows bytes by review and hash, and nothing else. Each review has its own:
 * what is withdrawn from one (L17) may be held by another.
 *
 * Bytes go in before the changes that name them are appended, and out after the changes that withdraw them: what a
 * stopped process leaves behind is bytes that nothing names, never a name without bytes.
 */
export interface Blobs {
  /** What it is, to be said to people: a folder, or an address without its keys. */
  readonly place: string;
  /** Durable when it answers. Bytes that are there already stay as they are. */
  put(review: ReviewId, hash: Sha256, bytes: Uint8Array): Promise<void>;
  /** Undefined where it has none. Rejects with `file.damaged` where the bytes are no longer those of the hash. */
  get(review: ReviewId, hash: Sha256): Promise<Uint8Array | undefined>;
  /** What is not there is no error. */
  remove(review: ReviewId, hash: Sha256): Promise<void>;
  /** Everything of one review. */
  removeAll(review: ReviewId): Promise<void>;
  /** Rejects with `store.unreachable` where it does not answer, or lets nobody in. */
  answers(): Promise<void>;
}
