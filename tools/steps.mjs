import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A step that did not work: what was being done, what the program said, and what to do about it. */
export class StepFailed extends Error {
  /**
   * @param {string} what
   * @param {string} output
   * @param {string} remedy
   */
  constructor(what, output, remedy) {
    super(`${what} did not work. ${remedy}`);
    this.output = output;
  }
}

/**
 * How long something took, for a person: "0.4 s", "72 s".
 * @param {number} since milliseconds, from `performance.now()`
 */
export function elapsed(since) {
  const seconds = (performance.now() - since) / 1000;
  return `${seconds < 10 ? seconds.toFixed(1) : seconds.toFixed(0)} s`;
}

/**
 * Runs a Node program to its end, in the folder of the clone.
 * @param {string[]} args the script and its arguments
 * @param {{ show?: boolean, node?: string }} [options] `show`: its output goes to the terminal instead of being kept;
 *   `node`: the Node to run it with, this one without it
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runNode(args, { show = false, node = process.execPath } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd: root, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Announces a step on standard error, runs it, and says how long it took.
 * @param {string} what "Compiling": read as a heading
 * @param {string[]} args a Node program
 * @param {string} remedy what a person should do when it fails
 */
export async function step(what, args, remedy) {
  const began = performance.now();
  process.stderr.write(`${what} … `);
  const { code, output } = await runNode(args);
  process.stderr.write(code === 0 ? `${elapsed(began)}\n` : `failed after ${elapsed(began)}\n`);
  if (code !== 0) throw new StepFailed(what, output, remedy);
}

/**
 * The script behind an installed command, so that it can be run the same way on every system.
 * @param {string} packageName
 * @param {string} command
 */
export function installed(packageName, command) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}
