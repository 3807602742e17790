// `npm test`: every check and every test, in one order, ending in one count.
// `npm test -- PATTERN`: only the test files whose path holds PATTERN, and what they need built.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle, checkNode, compile, install } from './bootstrap.mjs';
import { broken, countTests, failuresOf, held, lastLine, sum } from './count.mjs';
import { newerNode, storageSuites } from './newer-node.mjs';
import { elapsed, installed, root, runNode, StepFailed } from './steps.mjs';

/** @typedef {import('./count.mjs').Count} Count */

/** @type {Count[]} */
const counts = [];
/** Said again at the end: a long run scrolls away. @type {string[]} */
const failures = [];

/**
 * One part of the whole: a heading, the work, its time. A step that fails counts as one failure; the rest goes on.
 * @param {string} heading
 * @param {() => Promise<Count>} work
 */
async function part(heading, work) {
  const began = performance.now();
  console.log(`\n── ${heading}`);
  const count = await work().catch((error) => {
    if (!(error instanceof StepFailed)) throw error;
    console.log(`${error.output}\n${error.message}`);
    return broken;
  });
  counts.push(count);
  if (count === broken) failures.push(heading);
  console.log(`── ${heading}: ${lastLine(count)} (${elapsed(began)})`);
}

/**
 * A check that holds as a whole when the program exits 0.
 * @param {string} program
 * @param {string[]} args
 */
async function check(program, ...args) {
  const { code } = await runNode([program, ...args], { show: true });
  return code === 0 ? held : broken;
}

/** @param {() => Promise<void>} work that throws StepFailed when it does not succeed */
async function succeeds(work) {
  await work();
  return held;
}

/**
 * Runs one project of vitest.config.ts and counts its tests.
 * @param {string} project
 * @param {string[]} patterns
 * @param {string} [node] the Node to run it with, this one without it
 * @returns {Promise<Count>}
 */
async function vitest(project, patterns, node) {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-tests-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', '--project', project, '--passWithNoTests', ...reporters, ...patterns];
  try {
    const { code } = await runNode([installed('vitest', 'vitest'), ...args], { show: true, ...(node && { node }) });
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
    failures.push(...failuresOf(testResults, root));
    return countTests(testResults, code);
  } catch {
    console.log('The tests ended before they could report.');
    return broken;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is no failure of the program, and still must not go by unseen. */
const skipped = { passed: 0, failed: 0, skipped: 1 };

/**
 * The storage suites once more, on a newer Node.
 * @returns {Promise<Count>}
 */
async function onNewerNode() {
  const found = await newerNode();
  if ('missing' in found) {
    console.log(`NOT RUN: ${found.missing}`);
    return skipped;
  }
  const ran = [];
  for (const { project, patterns } of storageSuites) ran.push(await vitest(project, patterns, found.node));
  return sum(ran);
}

/** What holds for the source as a whole. */
async function checks() {
  const colour = process.stdout.isTTY ? [] : ['--colors=off'];
  const tests = ['-p', 'tsconfig.tests.json'];
  await part('Types of the tests and tools', () => check(installed('typescript', 'tsc'), ...tests));
  await part('Lint and format', () => check(installed('@biomejs/biome', 'biome'), 'ci', ...colour, '.'));
  await part('Dead code', () => check(installed('knip', 'knip')));
}

/** @param {string[]} patterns */
async function main(patterns) {
  await part('Packages', async () => {
    checkNode();
    return succeeds(install);
  });
  // Without packages nothing else can run.
  if (counts.includes(broken)) return;
  await part('Types', () => succeeds(compile));
  if (patterns.length === 0) await checks();
  await part('Pages', () => succeeds(bundle));
  await part('Tests', () => vitest('node', patterns));
  await part('Tests that start and kill programs', () => vitest('process', patterns));
  await part('Tests on PostgreSQL', () => vitest('postgres', patterns));
  if (patterns.length === 0) await part('Storage on a newer Node', onNewerNode);
  await part('Tests in a browser', () => vitest('browser', patterns));
}

await main(process.argv.slice(2));
const total = sum(counts);
process.exitCode = total.failed === 0 ? 0 : 1;
for (const failure of failures) console.log(`\nFAILED  ${failure}`);
console.log(`\n${lastLine(total)}`);
