import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../tools/steps.mjs';

// The page's commands, as they stand there, in a copy of the program that has neither packages nor anything built.

const page = readFileSync(join(root, 'docs', 'serving', 'README.md'), 'utf8');
const commands = [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, text = '']) => text).join('\n');

let folder: string;
let shell: ChildProcess;
let port: number;
let said = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-serving-'));
  copyProgram(folder);
  port = await freePort();
  // Only the port is another one: 8080 may be in use here.
  const script = `set -e\n${commands.replaceAll('8080', String(port))}\necho THE END OF THE PAGE\nwait\n`;
  shell = spawn('bash', ['-c', script], { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  await new Promise<void>((resolve, reject) => {
    const hear = (text: string) => {
      said += text;
      if (said.includes('THE END OF THE PAGE')) resolve();
    };
    shell.stdout?.setEncoding('utf8').on('data', hear);
    shell.stderr?.setEncoding('utf8').on('data', hear);
    shell.once('exit', () => reject(new Error(said)));
  });
}, 300_000);

afterAll(async () => {
  if (shell.pid !== undefined && shell.exitCode === null) {
    const ended = once(shell, 'exit');
    process.kill(-shell.pid, 'SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

/** What git knows and what is new, without what was installed or built. */
function copyProgram(to: string): void {
  const known = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' });
  for (const file of known.split('\0').filter((name) => name !== '')) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    cpSync(join(root, file), join(to, file), { force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as { port: number };
  server.close();
  return free;
}

/** A person who signs in, and then asks with their cookie. */
async function signsIn(email: string, password: string) {
  const origin = `http://127.0.0.1:${port}`;
  const ask = (path: string, init: RequestInit = {}, cookie = '') =>
    fetch(origin + path, { ...init, headers: { origin, cookie, 'content-type': 'application/json' } });
  const answer = await ask('/api/session', { method: 'POST', body: JSON.stringify({ email, password }) });
  expect(answer.status).toBe(200);
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return (method: string, path: string, body?: object) =>
    ask(path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }, cookie);
}

describe('the commands of the page about a server', () => {
  it('end with a server that is ready', () => {
    expect(said).toContain('Made an account for Ana Reyes (ana@example.org), an administrator.');
    expect(said).toContain(`The server at port ${port} is ready.`);
  });

  it('give two people who work in one review', async () => {
    const ana = await signsIn('ana@example.org', 'a long sentence nobody guesses');
    const ben = await signsIn('ben@example.org', 'another sentence, as long as that');
    const { id } = (await (await ana('POST', '/api/reviews', { title: 'Shared care' })).json()) as { id: string };
    expect((await ben('GET', `/api/reviews/${id}/rooms/house`)).status).toBe(404);
    const invite = { name: 'Ben Okafor', role: 'reviewer' };
    const { link } = (await (await ana('POST', `/api/reviews/${id}/invitations`, invite)).json()) as { link: string };
    const token = link.split('/').at(-1) ?? '';
    expect((await ben('POST', `/api/invitations/${token}/accept`, {})).status).toBe(200);
    expect((await ben('GET', `/api/reviews/${id}/rooms/house`)).status).toBe(200);
    expect(await (await ben('GET', '/api/reviews')).json()).toMatchObject({ reviews: [{ title: 'Shared care' }] });
  });
});
