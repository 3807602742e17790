import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { peer as installed } from '../../../tools/peer.mjs';
import { root } from '../../../tools/steps.mjs';
import { ReaderThread } from '../reader-thread.mjs';

/**
 * What a peer reads in each file, kept under the version of the peer, how it is asked, and the file's bytes: only what
 * was never asked before is asked. Answers undefined, and says why, where the peer cannot be installed.
 */
export async function peerResults({ name, version, adapter }, say) {
  const place = await installed(`${name}@${version}`);
  if ('missing' in place) return say(place.missing);
  const way = hashOf(readFileSync(new URL(`${adapter}.mjs`, import.meta.url)));
  const kept = join(root, '.cache', 'corpus', `${name}@${version}`, way.slice(0, 16));
  const thread = new ReaderThread(new URL('./peer-reader.mjs', import.meta.url), { folder: place.folder, adapter });
  return {
    read: async (file, bytes) => {
      const before = join(kept, `${hashOf(bytes)}.${file.format}.json.gz`);
      if (existsSync(before)) return JSON.parse(gunzipSync(readFileSync(before)).toString());
      const read = await thread.read({ path: file.path, format: file.format }, bytes.length);
      store(before, read);
      return read;
    },
    close: () => thread.close(),
  };
}

/** Whole or not at all. */
function store(path, read) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, gzipSync(JSON.stringify(read), { level: 1 }));
  renameSync(`${path}.new`, path);
}

const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex');
