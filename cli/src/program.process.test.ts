import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const program = fileURLToPath(new URL('../bin/throughline.js', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-program-'));
  await chmod(folder, 0o777);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Running {
  readonly child: ChildProcess;
  readonly said: { out: string; err: string };
  readonly ended: Promise<number | null>;
}

/** The program as a person starts it. Permissions hold for nobody but root: `asNobody` gives up being root. */
function start(argv: readonly string[], env: Readonly<Record<string, string>> = {}, asNobody = false): Running {
  const who = asNobody && process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const child = spawn(process.execPath, [program, ...argv], {
    cwd: folder,
    env: { ...process.env, THROUGHLINE_HOME: join(folder, 'home'), BROWSER: 'none', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...who,
  });
  const said = { out: '', err: '' };
  child.stdout?.on('data', (text) => {
    said.out += text;
  });
  child.stderr?.on('data', (text) => {
    said.err += text;
  });
  return { child, said, ended: new Promise((resolve) => child.on('close', resolve)) };
}

async function until(running: Running, wanted: (said: Running['said']) => boolean): Promise<void> {
  const late = Date.now() + 30_000;
  while (!wanted(running.said)) {
    if (running.child.exitCode !== null || Date.now() > late)
      throw new Error(`it never said so: ${JSON.stringify(running.said)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function finished(argv: readonly string[], env: Readonly<Record<string, string>> = {}, asNobody = false) {
  const running = start(argv, env, asNobody);
  return { code: await running.ended, ...running.said };
}

describe('throughline without a command', () => {
  it('opens on the founding review, prints its address, and closes cleanly', async () => {
    const running = start(['--json'], { PORT: '0' });
    await until(running, ({ out }) => out.endsWith('\n'));
    const { address, port } = JSON.parse(running.said.out) as { address: string; port: number };
    expect(address).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/`));
    const cookie = (await fetch(address, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? '';
    const answer = await fetch(`http://127.0.0.1:${port}/api/reviews`, { headers: { cookie } });
    const { reviews } = (await answer.json()) as { reviews: { id: string }[] };
    expect(reviews.map(({ id }) => id)).toEqual(['link-workers']);
    running.child.kill('SIGTERM');
    expect(await running.ended).toBe(0);
    expect((await readdir(join(folder, 'home'))).sort()).toEqual(['link-workers.throughline', 'me.json']);
  });

  it('keeps the review of the first time', async () => {
    const before = await readFile(join(folder, 'home', 'link-workers.throughline'));
    const running = start([], { PORT: '0' });
    await until(running, ({ out }) => out.includes('Ctrl+C'));
    running.child.kill('SIGINT');
    expect(await running.ended).toBe(0);
    expect(running.said.err).not.toContain('Building');
    expect(await readFile(join(folder, 'home', 'link-workers.throughline'))).toEqual(before);
  });

  it('takes an import from the command line while it is open', async () => {
    await finished(['new', 'shared', '--title', 'Shared']);
    await writeFile(join(folder, 'one.ris'), 'TY  - JOUR\nTI  - One\nER  - \n');
    const running = start(['shared.throughline', '--json'], { PORT: '0' });
    await until(running, ({ out }) => out.endsWith('\n'));
    const imported = await finished(['import', 'shared.throughline', 'one.ris', '--name', 'MEDLINE', '--json']);
    expect(imported).toMatchObject({ code: 0 });
    const { address, port } = JSON.parse(running.said.out) as { address: string; port: number };
    const cookie = (await fetch(address, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? '';
    const { reviews } = (await (
      await fetch(`http://127.0.0.1:${port}/api/reviews`, { headers: { cookie } })
    ).json()) as { reviews: { id: string }[] };
    const answer = async () =>
      (await (
        await fetch(`http://127.0.0.1:${port}/api/reviews/${reviews[0]?.id}/records?limit=5`, { headers: { cookie } })
      ).json()) as { total: number };
    // The workbench looks a few times a second for what others wrote.
    await vi.waitFor(async () => expect((await answer()).total).toBe(1), 10_000);
    running.child.kill('SIGTERM');
    expect(await running.ended).toBe(0);
  });

  it('says that a port is in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.on('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    const { code, out, err } = await finished([], { PORT: String(port) });
    taken.close();
    expect({ code, out, err }).toEqual({
      code: 1,
      out: '',
      err: `Port ${port} is in use. Set PORT to another number, or to 0 for any free one.\n`,
    });
    expect((await readdir(join(folder, 'home'))).sort()).toEqual(['link-workers.throughline', 'me.json']);
  });

  it.each(['abc', '-1', '70000', '80.5'])('refuses the port %s', async (PORT) => {
    const { code, err } = await finished([], { PORT });
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringContaining(`PORT is a number from 0 to 65535, not "${PORT}".`),
    });
  });

  it('says that a file is missing', async () => {
    const { code, out, err } = await finished(['none.throughline']);
    expect({ code, out, err }).toEqual({
      code: 1,
      out: '',
      err: `There is no file ${join(folder, 'none.throughline')}.\n`,
    });
  });
});

describe('a folder that cannot be written to', () => {
  const locked = () => join(folder, 'locked');
  beforeAll(async () => {
    await mkdir(locked());
    await finished(['new', 'locked/kept', '--title', 'Kept']);
    await writeFile(join(folder, 'two.ris'), 'TY  - JOUR\nTI  - Two\nER  - \n');
    await chmod(join(locked(), 'kept.throughline'), 0o444);
    await chmod(locked(), 0o555);
    await mkdir(join(folder, 'nobody'));
    await chmod(join(folder, 'nobody'), 0o777);
  });
  afterAll(() => chmod(locked(), 0o755));

  const sentence = () => `The folder ${locked()} cannot be written to. Choose another folder.\n`;
  const asNobody = (...argv: string[]) => finished(argv, { THROUGHLINE_HOME: join(folder, 'nobody') }, true);

  it('takes no new review', async () => {
    expect(await asNobody('new', 'locked/more', '--title', 'More')).toEqual({ code: 1, out: '', err: sentence() });
  });

  it('takes no demo, not even half of one', async () => {
    const { code, err } = await asNobody('demo', 'locked');
    expect({ code, err }).toEqual({ code: 1, err: sentence() });
    expect(await readdir(locked())).toEqual(['kept.throughline']);
  });

  it('takes no figure', async () => {
    const { code, err } = await asNobody('figure', 'locked/kept.throughline', 'flow', '-o', 'locked/flow.svg');
    expect({ code, err }).toEqual({ code: 1, err: sentence() });
  });

  it('keeps a review that can be read and not changed', async () => {
    const before = await readFile(join(locked(), 'kept.throughline'));
    expect(await asNobody('flow', 'locked/kept.throughline')).toMatchObject({ code: 0, err: '' });
    const { code, err } = await asNobody('import', 'locked/kept.throughline', 'two.ris', '--name', 'MEDLINE');
    expect({ code, err }).toEqual({
      code: 1,
      err: `${join(locked(), 'kept.throughline')} can be read but not written. Copy it to a folder where you may write to go on working.\n`,
    });
    expect(await readFile(join(locked(), 'kept.throughline'))).toEqual(before);
  });
});
