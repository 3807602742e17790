// Brings a clone to where it can run: installs, compiles and bundles, each only when something it reads has changed.
// Needs nothing but Node itself.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fingerprint, lastSeen, remember } from './fingerprint.mjs';
import { sourceFiles } from './source-files.mjs';
import { removeStaleOutput } from './stale-output.mjs';
import { installed, root, StepFailed, step } from './steps.mjs';

/** @param {string} path */
const json = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** @returns {string[]} the folders of the workbench, as package.json lists them */
const folders = () => json('package.json').workspaces;

/**
 * Whether a folder becomes files for a browser; its dist is the bundler's.
 * @param {string} folder
 */
const bundled = (folder) => existsSync(join(root, folder, 'vite.config.ts'));

/**
 * Refuses a Node that is too old, in a sentence, before anything else can fail in its own words.
 * @param {string} [version]
 */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  const remedy = 'Throughline needs Node 20.19 or newer: install it from https://nodejs.org and run the command again.';
  throw new StepFailed(`Starting with Node ${version}`, '', remedy);
}

/** npm as a Node script: the one that runs us, or the one beside this Node. */
export function npmScript() {
  const candidates = [
    process.env.npm_execpath,
    join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js'),
    join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ];
  const found = candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  if (found === undefined) throw new StepFailed('Finding npm', '', 'Run "npm ci" in this folder, then try again.');
  return found;
}

/**
 * Whether what is in node_modules is already what the lock file asks for, for example after `npm install` by hand.
 * npm writes its own account of node_modules last, so an interrupted installation has none.
 */
function installedAsLocked() {
  const account = 'node_modules/.package-lock.json';
  if (!existsSync(join(root, account))) return false;
  const there = json(account).packages;
  return Object.entries(json('package-lock.json').packages).every(([path, wanted]) => {
    if (!path.includes('node_modules') || wanted.optional) return true;
    return path in there && there[path].version === wanted.version;
  });
}

/** Installs the packages when the lock file or a package.json has changed. */
export async function install() {
  const hash = fingerprint([
    'package-lock.json',
    'package.json',
    ...folders().map((folder) => `${folder}/package.json`),
  ]);
  if (lastSeen('install') === hash) return;
  if (!installedAsLocked()) {
    await step(
      'Installing packages (half a minute the first time)',
      [npmScript(), 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'],
      'Check the connection to the npm registry ("npm ping") and the free disk space, then run the same command again.',
    );
  }
  remember('install', hash);
}

/**
 * What decides the result of building these folders: their files and the settings they share, without the tests.
 * @param {string[]} names
 */
function buildFingerprint(names) {
  const files = names.flatMap((folder) => sourceFiles(root, folder)).filter((file) => !/\.test\.tsx?$/.test(file));
  return fingerprint(['tsconfig.base.json', 'tsconfig.json', 'package-lock.json', ...files]);
}

/** Compiles every folder when a source file has changed. */
export async function compile() {
  const hash = buildFingerprint(folders());
  if (lastSeen('compile') === hash && existsSync(join(root, 'cli/dist/main.js'))) return;
  for (const folder of folders().filter((folder) => !bundled(folder))) removeStaleOutput(join(root, folder));
  await step('Compiling', [installed('typescript', 'tsc'), '-b'], 'Correct what the compiler names above.');
  remember('compile', hash);
}

/**
 * A folder and all it stands on, by its package.json.
 * @param {string} folder
 * @returns {string[]}
 */
function standsOn(folder) {
  const names = Object.keys(json(`${folder}/package.json`).dependencies ?? {});
  const ours = names
    .filter((name) => name.startsWith('@throughline/'))
    .map((name) => name.slice('@throughline/'.length));
  return [...new Set([folder, ...ours.flatMap(standsOn)])].sort();
}

/** Bundles what runs in a browser, each when it or what it stands on has changed. */
export async function bundle() {
  for (const folder of ['reader', 'web']) {
    if (!bundled(folder)) continue;
    const hash = buildFingerprint(standsOn(folder));
    if (lastSeen(`bundle-${folder}`) === hash && existsSync(join(root, folder, 'dist'))) continue;
    const vite = [installed('vite', 'vite'), 'build', folder, '--config', `${folder}/vite.config.ts`];
    await step(`Bundling ${folder}`, [...vite, '--logLevel', 'warn'], 'Correct what the bundler names above.');
    remember(`bundle-${folder}`, hash);
  }
}

/** All of it, in order. A step that fails ends the program with its output and what to do. */
export async function bootstrap() {
  try {
    checkNode();
    await install();
    await compile();
    await bundle();
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    process.stderr.write(`${error.output}\n${error.message}\n`);
    process.exit(1);
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await bootstrap();
