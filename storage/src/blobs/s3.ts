import type { ReviewId, Sha256 } from '@throughline/core';
import { AwsClient } from 'aws4fetch';
import { StoreProblem } from '../contract.js';
import { sha256Of } from '../hash.js';
import type { Blobs } from './contract.js';
import { placeOf } from './place.js';
import { type S3Address, s3Address } from './s3-address.js';

/** What the keys are read from; `process.env` is one. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Milliseconds that one call may take: a large file over a slow line. */
const patience = 120_000;
/** A store that is busy or restarts answers with 5xx or 429: so often it is asked again, each time later. */
const retries = 5;
/** So many are taken out at once. */
const together = 8;

/**
 * Keeps bytes in a store that speaks S3, such as `s3://bucket/prefix?endpoint=https://s3.example.org&region=eu-west-1`;
 * without an endpoint, in Amazon's of the region. The keys come from the environment (AWS_ACCESS_KEY_ID,
 * AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN). Throws where the address is none or the keys are missing; nothing but the
 * endpoint is ever called.
 */
export function s3Blobs(address: string, environment: Environment): Blobs {
  const where = s3Address(address);
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment;
  const { AWS_SESSION_TOKEN: sessionToken } = environment;
  if (!accessKeyId || !secretAccessKey) throw new StoreProblem('blobs.noKeys', { place: where.place });
  const keys = { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
  return new S3Blobs(where, new AwsClient({ ...keys, service: 's3', region: where.region, retries }));
}

class S3Blobs implements Blobs {
  readonly place: string;

  constructor(
    private readonly where: S3Address,
    private readonly client: AwsClient,
  ) {
    this.place = where.place;
  }

  /** The store holds the bytes against the hash as they arrive. */
  async put(review: ReviewId, hash: Sha256, bytes: Uint8Array): Promise<void> {
    const headers = { 'x-amz-content-sha256': hash, 'content-type': 'application/octet-stream' };
    const body = new Uint8Array(bytes);
    await this.#call(this.#key(review, hash), { method: 'PUT', headers, body }, []);
  }

  async get(review: ReviewId, hash: Sha256): Promise<Uint8Array | undefined> {
    const key = this.#key(review, hash);
    const answer = await this.#call(key, { method: 'GET' }, [404]);
    const body = new Uint8Array(await this.#reached(answer.arrayBuffer()));
    if (answer.status === 404) return undefined;
    if (sha256Of(body) !== hash) throw new StoreProblem('file.damaged', { file: `${this.place}/${hash}`, hash });
    return body;
  }

  async remove(review: ReviewId, hash: Sha256): Promise<void> {
    await this.#call(this.#key(review, hash), { method: 'DELETE' }, [404]);
  }

  /** A page of names after the other, until there is none left. */
  async removeAll(review: ReviewId): Promise<void> {
    for (let held = await this.#held(review); held.length > 0; held = await this.#held(review)) {
      for (let at = 0; at < held.length; at += together) {
        await Promise.all(held.slice(at, at + together).map((hash) => this.remove(review, hash)));
      }
    }
  }

  async answers(): Promise<void> {
    await this.#list(this.where.prefix, 1);
  }

  /** Hashes are digits and letters, so that nothing in the answer has to be unescaped. */
  async #held(review: ReviewId): Promise<Sha256[]> {
    const listed = await this.#list(`${this.where.prefix}${placeOf(review)}/`, 1000);
    return [...listed.matchAll(/\/([0-9a-f]{64})<\/Key>/g)].map(([, hash]) => hash as Sha256);
  }

  async #list(prefix: string, atMost: number): Promise<string> {
    const query = new URLSearchParams({ 'list-type': '2', 'max-keys': String(atMost), prefix });
    const answer = await this.#call(`?${query}`, { method: 'GET' }, []);
    return this.#reached(answer.text());
  }

  #key(review: ReviewId, hash: Sha256): string {
    return `/${this.where.prefix}${placeOf(review)}/${hash}`;
  }

  async #call(path: string, request: RequestInit, allowed: readonly number[]): Promise<Response> {
    const signal = AbortSignal.timeout(patience);
    const asked = this.client.fetch(`${this.where.bucketUrl}${path}`, { ...request, signal, redirect: 'error' });
    const answer = await this.#reached(asked);
    if (answer.ok || allowed.includes(answer.status)) return answer;
    throw new StoreProblem('store.unreachable', { place: this.place, status: answer.status });
  }

  async #reached<T>(asked: Promise<T>): Promise<T> {
    return asked.catch((error: unknown) => {
      throw new StoreProblem('store.unreachable', { place: this.place, why: String(error) });
    });
  }
}
