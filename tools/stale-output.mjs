import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFiles } from './source-files.mjs';

/**
 * Deletes what the compiler once wrote for a source file that is gone. `tsc -b` leaves it, and an import of the
 * removed file would still compile and run here, and fail in every other clone.
 * @param {string} folder a workspace, with src and dist
 */
export function removeStaleOutput(folder) {
  const dist = join(folder, 'dist');
  if (!existsSync(dist)) return;
  for (const file of sourceFiles(dist)) {
    const stem = /^(.+?)(?:\.d\.ts|\.js|\.js\.map)$/.exec(file)?.[1];
    if (stem === undefined) continue;
    const sources = [`${stem}.ts`, `${stem}.tsx`].map((name) => join(folder, 'src', name));
    if (!sources.some((source) => existsSync(source))) rmSync(join(dist, file));
  }
}
