import { expect, test } from 'vitest';
import { newerNode } from './newer-node.mjs';
import { peer } from './peer.mjs';
import { runNode } from './steps.mjs';

test('a newer Node runs programs', async () => {
  const found = await newerNode({ platform: 'linux', arch: 'x64' });
  // Where the registry does not answer, a sentence says so, and npm test counts it as skipped.
  if ('missing' in found) return expect(found.missing).toContain('npm ping');
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  const { output } = await runNode(['-p', 'process.versions.node'], { node: found.node });
  expect(Number(output.split('.')[0])).toBeGreaterThanOrEqual(22);
});

test('where there is no newer Node a sentence says so', async () => {
  expect(await newerNode({ platform: 'sunos', arch: 'x64' })).toEqual({
    missing: expect.stringContaining('sunos on x64'),
  });
});

test('a package that cannot be installed is said to be missing, every time', async () => {
  // No name that a registry is asked for.
  const wanted = 'not the name of a package@1.0.0';
  expect(await peer(wanted)).toEqual({ missing: expect.stringContaining(`${wanted} could not be installed`) });
  expect(await peer(wanted)).toEqual({ missing: expect.stringContaining('could not be installed') });
});
