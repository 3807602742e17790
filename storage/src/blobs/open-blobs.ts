import { StoreProblem } from '../contract.js';
import type { Blobs } from './contract.js';
import { folderBlobs } from './folder.js';
import { type Environment, s3Blobs } from './s3.js';

/** A place for bytes by its address: a folder, or `s3://bucket/prefix?endpoint=…&region=…`. Rejects where it is neither. */
export async function openBlobs(address: string, environment: Environment = process.env): Promise<Blobs> {
  if (address.startsWith('s3:')) return s3Blobs(address, environment);
  if (address === '' || /^[a-z][a-z0-9+.-]+:\/\//i.test(address)) {
    throw new StoreProblem('blobs.addressInvalid', { address });
  }
  return folderBlobs(address);
}
