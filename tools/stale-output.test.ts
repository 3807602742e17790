import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sourceFiles } from './source-files.mjs';
import { removeStaleOutput } from './stale-output.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-output-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Empty files below the folder. */
function write(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '');
  }
}

it('keeps what has a source and what the compiler did not write', () => {
  write('src/plan/plan.ts', 'src/Pane.tsx');
  write('dist/plan/plan.js', 'dist/plan/plan.d.ts', 'dist/plan/plan.js.map', 'dist/Pane.js', 'dist/words.json');
  removeStaleOutput(folder);
  expect(sourceFiles(join(folder, 'dist'))).toHaveLength(5);
});

it('deletes every output of a source that is gone', () => {
  write('src/index.ts', 'dist/index.js', 'dist/old/gone.js', 'dist/old/gone.d.ts', 'dist/old/gone.js.map');
  removeStaleOutput(folder);
  expect(sourceFiles(join(folder, 'dist'))).toEqual(['index.js']);
});

it('has nothing to do before the first build', () => {
  write('src/index.ts');
  removeStaleOutput(folder);
  expect(sourceFiles(folder)).toEqual(['src/index.ts']);
});
