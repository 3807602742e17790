// Compares every accepted picture with what is drawn now; with --accept it writes the new ones: npm run gallery -- --accept
// Two galleries: the figures' own cases, and the figures of the founding review as `throughline demo` draws them.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../cli/dist/run.js';
import { galleryEntries } from '../figures/dist/gallery/entries.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const accept = process.argv.includes('--accept');

/** @returns {Promise<{file: string, svg: string}[]>} */
async function pictures() {
  const own = galleryEntries.map(({ name, make }) => ({
    file: join(root, 'figures', 'gallery', `${name}.svg`),
    svg: make().svg,
  }));
  const folder = mkdtempSync(join(tmpdir(), 'throughline-gallery-'));
  const silent = {
    out: () => {},
    err: () => {},
    input: async () => '',
    errIsTerminal: false,
    env: process.env,
    cwd: folder,
    stopped: async () => {},
    show: () => {},
  };
  try {
    const code = await run(['demo', folder, '--json'], silent);
    if (code !== 0) throw new Error('The founding review could not be built.');
    const founding = ['flow', 'contributions', 'line-of-argument'].map((name) => ({
      file: join(root, 'examples', 'link-workers', 'figures', `${name}.svg`),
      svg: readFileSync(join(folder, `${name}.svg`), 'utf8'),
    }));
    return [...own, ...founding];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const all = await pictures();
const changed = all.filter(({ file, svg }) => !existsSync(file) || readFileSync(file, 'utf8') !== svg);
for (const { file } of all) rmSync(file.replace(/\.svg$/, '-changed.svg'), { force: true });
for (const { file, svg } of changed) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(accept ? file : file.replace(/\.svg$/, '-changed.svg'), svg);
  process.stdout.write(`${accept ? 'accepted' : 'changed '}  ${file.slice(root.length + 1)}\n`);
}
if (changed.length === 0) process.stdout.write(`All ${all.length} pictures are as accepted.\n`);
else if (!accept) {
  process.stdout.write('Look at the -changed.svg files beside them, then run: npm run gallery -- --accept\n');
  process.exitCode = 1;
}
