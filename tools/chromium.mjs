// Finds a Chromium for the browser tests and the gallery, and starts it.
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './steps.mjs';

/**
 * @typedef {{ executablePath: string, env: Record<string, string>, from: 'CHROMIUM' | 'system' | 'npm' | 'apt' }} Found
 *   `env` is what must be added to the browser's environment
 * @typedef {{ missing: string }} Missing a sentence that says what to do
 */

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Chrome and Chromium put themselves, by system. */
function usualPlaces() {
  const { PATH = '', ProgramFiles, LOCALAPPDATA, HOME = '' } = process.env;
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium'];
    return ['/Applications', join(HOME, 'Applications')].flatMap((folder) => apps.map((app) => join(folder, app)));
  }
  if (process.platform === 'win32') {
    const folders = [ProgramFiles, process.env['ProgramFiles(x86)'], LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    const apps = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'];
    // Edge is Chromium too, and on every Windows.
    return folders.flatMap((folder) =>
      [...apps, 'Microsoft/Edge/Application/msedge.exe'].map((app) => join(folder, app)),
    );
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  const folders = [...PATH.split(':').filter((folder) => folder !== ''), '/usr/bin', '/snap/bin'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** @returns {Found | undefined} */
function onThisSystem(from = /** @type {'system' | 'apt'} */ ('system')) {
  const executablePath = usualPlaces().find((path) => existsSync(path));
  return executablePath === undefined ? undefined : { executablePath, env: {}, from };
}

/**
 * What the npm package's browser lacks on a bare system: its libraries and fonts, which the package carries.
 * @param {string} folder
 * @returns {Record<string, string>}
 */
function bareSystem(folder) {
  /** @type {Record<string, string>} */
  const env = {};
  const links = spawnSync('ldd', [join(folder, 'chromium')], { encoding: 'utf8' });
  if (links.error || links.stdout.includes('not found')) {
    env.LD_LIBRARY_PATH = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  }
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = join(folder, 'fonts');
  return env;
}

/**
 * Unpacks the browser inside @sparticuz/chromium. The package unpacks to the temporary folder and takes whatever
 * `chromium` is already there, of any version; so it runs in a process of its own, with a temporary folder of its own,
 * which then becomes the folder of this version.
 * @param {string} folder
 */
async function unpack(folder) {
  const staging = `${folder}.${process.pid}`;
  mkdirSync(staging, { recursive: true });
  const program = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  // The name of a system for which the package unpacks its libraries as well.
  const env = { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { cwd: root, env });
    renameSync(staging, folder);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    // Another process may have finished first.
    if (!existsSync(join(folder, 'chromium'))) throw error;
  }
}

/** @returns {Promise<Found | undefined>} */
async function fromNpm() {
  const manifest = join(root, 'node_modules', '@sparticuz', 'chromium', 'package.json');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(manifest)) return undefined;
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const folder = join(root, 'node_modules', '.throughline', `chromium-${version}`);
  mkdirSync(dirname(folder), { recursive: true });
  if (!existsSync(join(folder, 'chromium'))) await unpack(folder);
  return { executablePath: join(folder, 'chromium'), env: bareSystem(folder), from: 'npm' };
}

/** Installs Debian's package, only where that surprises nobody: as root in continuous integration. */
function fromApt() {
  const allowed = process.env.CI === 'true' && process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (!allowed) return undefined;
  process.stderr.write('Installing the Debian package chromium …\n');
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'inherit' });
  return onThisSystem('apt');
}

/** @returns {Found | Missing | undefined} */
function named() {
  const executablePath = process.env.CHROMIUM;
  if (!executablePath) return undefined;
  if (existsSync(executablePath)) return { executablePath, env: {}, from: 'CHROMIUM' };
  return { missing: `CHROMIUM names ${executablePath}, and there is no such file.` };
}

/**
 * The Chromium to use: the one CHROMIUM names, else the system's, else the one in the npm package, unpacked.
 * @returns {Promise<Found | Missing>}
 */
export async function findChromium() {
  const found = named() ?? onThisSystem() ?? (await fromNpm()) ?? fromApt();
  if (found !== undefined) return found;
  return { missing: 'No Chrome or Chromium was found. Install one, or set CHROMIUM to the path of its program.' };
}

/**
 * A running browser with a new, empty profile that is deleted when it closes.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchChromium() {
  const found = await findChromium();
  if ('missing' in found) throw new Error(found.missing);
  // Imported late, so that finding a browser needs no package.
  const { chromium } = await import('playwright-core');
  const { executablePath } = found;
  return chromium.launch({ executablePath, args: flags, env: { ...process.env, ...found.env } });
}
