import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for a test's files. */
export function tempFolder() {
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'throughline-sqlite-'));
  let given = 0;
  return {
    path,
    file: (name: string) => join(path, name),
    /** A path at which nothing stands. */
    free: () => {
      given += 1;
      return join(path, `free ${given}.throughline`);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
