import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './steps.mjs';

/** Inside node_modules, so that a new installation forgets everything at once. */
const state = join(root, 'node_modules', '.throughline');

/**
 * A hash over the names and contents of files.
 * @param {string[]} files from the folder of the clone
 */
export function fingerprint(files) {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}\n`);
  for (const file of files) {
    const bytes = readFileSync(join(root, file));
    hash.update(`${file} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

/**
 * What the last successful run of a step saw; undefined if there was none.
 * @param {string} name
 */
export function lastSeen(name) {
  try {
    return readFileSync(join(state, name), 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Remembers what a successful step saw.
 * @param {string} name
 * @param {string} hash
 */
export function remember(name, hash) {
  mkdirSync(state, { recursive: true });
  writeFileSync(join(state, name), hash);
}
