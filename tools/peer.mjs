// npm packages that a few tests need and nobody else does: another Node, a peer to talk to. They are installed when they
// are asked for, beside the clone's own packages and not among them.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { npmScript } from './bootstrap.mjs';
import { root, runNode } from './steps.mjs';

/**
 * @typedef {{ folder: string }} Peer the package's own folder
 * @typedef {{ missing: string }} Missing a sentence that says why, and what to do
 */

/** The package's name without its version; a name may begin with "@". */
const nameOf = (/** @type {string} */ peer) => peer.slice(0, peer.lastIndexOf('@'));

/**
 * Installs an npm package, its scripts not run, once for this clone.
 * @param {string} wanted "s3rver@3.7.1": a name and one exact version
 * @returns {Promise<Peer | Missing>}
 */
export async function peer(wanted) {
  const place = join(root, '.cache', 'peers', wanted);
  const folder = join(place, 'node_modules', nameOf(wanted));
  if (existsSync(folder)) return { folder };
  const failed = await installInto(place, wanted);
  if (existsSync(folder)) return { folder };
  const remedy = 'Check the connection to the npm registry ("npm ping").';
  return { missing: `The package ${wanted} could not be installed. ${remedy}${failed === '' ? '' : `\n${failed}`}` };
}

/**
 * Into a folder beside it, which then takes its place: one that was interrupted is never taken for whole.
 * @param {string} place
 * @param {string} wanted
 * @returns {Promise<string>} what npm said where it did not succeed
 */
async function installInto(place, wanted) {
  const staging = `${place}.${process.pid}`;
  mkdirSync(dirname(staging), { recursive: true });
  mkdirSync(staging);
  try {
    writeFileSync(join(staging, 'package.json'), '{ "private": true }\n');
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
    const { code, output } = await runNode([npmScript(), 'install', '--prefix', staging, ...quiet, wanted]);
    if (code !== 0) return output.slice(-2000);
    // Another process may have finished first.
    if (!existsSync(place)) renameSync(staging, place);
    return '';
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}
