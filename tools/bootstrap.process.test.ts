import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkNode } from './bootstrap.mjs';
import { root } from './steps.mjs';

let clone: string;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(clone, path)), { recursive: true });
  writeFileSync(join(clone, path), text);
}

/** Starts the small clone as `npm start -- Ana` would. */
function start() {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/start.mjs', 'Ana'], {
    cwd: clone,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const command = (greeting: string) => `console.log('${greeting}', process.argv[2]); process.exitCode = 3;\n`;

// A clone of one folder, with this clone's tools and compiler, and packages that npm has already installed.
beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'throughline-clone-'));
  cpSync(join(root, 'tools'), join(clone, 'tools'), { recursive: true });
  cpSync(join(root, 'cli/bin'), join(clone, 'cli/bin'), { recursive: true });
  cpSync(join(root, 'tsconfig.base.json'), join(clone, 'tsconfig.base.json'));
  write('package.json', JSON.stringify({ type: 'module', workspaces: ['cli'] }));
  write('package-lock.json', JSON.stringify({ packages: { '': {} } }));
  write('tsconfig.json', JSON.stringify({ files: [], references: [{ path: 'cli' }] }));
  write('cli/package.json', JSON.stringify({ type: 'module' }));
  const types = { typeRoots: [join(root, 'node_modules/@types')], types: ['node'] };
  write('cli/tsconfig.json', JSON.stringify({ extends: '../tsconfig.base.json', compilerOptions: types }));
  write('node_modules/.package-lock.json', JSON.stringify({ packages: {} }));
  symlinkSync(join(root, 'node_modules/typescript'), join(clone, 'node_modules/typescript'), 'junction');
});

afterAll(() => rmSync(clone, { recursive: true, force: true }));

describe('starting a clone', () => {
  it('compiles what is not compiled, then becomes the command', () => {
    write('cli/src/main.ts', command('Good day'));
    const { status, stdout, stderr } = start();
    expect(stderr).toMatch(/^Compiling … \d/);
    expect(stdout).toBe('Good day Ana\n');
    expect(status).toBe(3);
  });

  it('builds nothing when nothing has changed', () => {
    expect(start()).toEqual({ status: 3, stdout: 'Good day Ana\n', stderr: '' });
  });

  it('compiles again after an edit', () => {
    write('cli/src/main.ts', command('Good evening'));
    expect(start()).toMatchObject({ stdout: 'Good evening Ana\n', stderr: expect.stringContaining('Compiling') });
  });

  it('leaves test files out of what it watches', () => {
    write('cli/src/main.test.ts', 'export {};\n');
    expect(start().stderr).toBe('');
  });

  it('shows what the compiler said and what to do, without a stack', () => {
    write('cli/src/main.ts', "const count: number = 'three';\nconsole.log(count);\n");
    const { status, stderr } = start();
    expect(status).toBe(1);
    expect(stderr).toContain('cli/src/main.ts(1,7)');
    expect(stderr).toContain('Compiling did not work. Correct what the compiler names above.');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('the Node version', () => {
  it.each(['18.20.4', '20.18.3'])('%s is refused in a sentence', (version) => {
    expect(() => checkNode(version)).toThrow(/needs Node 20\.19 or newer/);
  });

  it.each(['20.19.0', '22.1.0', '24.0.0'])('%s is accepted', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });
});
