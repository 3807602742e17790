import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folders that hold no source: installed, built, or scratch. */
const notSource = new Set(['node_modules', 'dist', 'coverage', 'tmp', '.git']);

/**
 * Every file below a folder that a person wrote, as paths from `root` with forward slashes, in order.
 * @param {string} root
 * @param {string} [below] a folder, from `root`
 * @returns {string[]}
 */
export function sourceFiles(root, below = '') {
  const entries = readdirSync(join(root, below), { withFileTypes: true });
  return entries
    .filter((entry) => !notSource.has(entry.name))
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return sourceFiles(root, path);
      return entry.isFile() ? [path] : [];
    })
    .sort();
}
