import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { root } from './steps.mjs';

interface Audit {
  readonly vulnerabilities?: Record<string, { readonly severity: string }>;
}

describe('the packages that the program runs on', () => {
  it('have no known serious weakness', (context) => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const { stdout } = spawnSync(npm, ['audit', '--omit=dev', '--json'], { cwd: root, encoding: 'utf8' });
    const { vulnerabilities } = JSON.parse(stdout) as Audit;
    if (vulnerabilities === undefined) {
      console.warn('NOT CHECKED: the registry in use answers no question about known weaknesses (npm audit).');
      return context.skip();
    }
    const serious = Object.entries(vulnerabilities).filter(([, { severity }]) => /high|critical/.test(severity));
    expect(serious.map(([name]) => name)).toEqual([]);
  });
});
