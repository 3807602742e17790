/**
 * Reads files that nobody meant to be read: `--inputs N` (a million) made of `--seed S` from number `--from N` on, by two
 * programs side by side, `--minutes M` at most. Each input that shows a fault is saved with its number, and with
 * `--from NUMBER --inputs 1` it is examined again. Prints one JSON object with --json. Exits 1 where something was found.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** Milliseconds on one input before it counts as a hang: far more than is allowed, for a machine that others use. */
const longestSilence = 60_000;
/** Megabytes that a program may hold over all its inputs, and of its heap. */
const mostMemory = 600;
const heap = '--max-old-space-size=512';
/** Faults printed one by one, for each kind. */
const mostPrinted = 5;

const { values: given } = parseArgs({
  options: {
    inputs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    minutes: { type: 'string', default: '600' },
    programs: { type: 'string', default: '2' },
    json: { type: 'boolean', default: false },
  },
});
const [inputs, seed, first, minutes, programs] = [
  given.inputs,
  given.seed,
  given.from,
  given.minutes,
  given.programs,
].map(Number);
const folder = mkdtempSync(join(tmpdir(), 'throughline-fuzz-'));
const say = (line) => void process.stderr.write(`${line}\n`);
const faults = [];
const sums = [];
const until = Date.now() + minutes * 60_000;

const every = Math.min(programs, inputs);
const began = Date.now();
const progress = setInterval(() => say(inWords(total())), 30_000);
await Promise.all(Array.from({ length: every }, (_, share) => runShare(first + share)));
clearInterval(progress);
const { peak, ...found } = total();
if (peak > mostMemory) note({ number: -1, kind: 'memory', format: 'any', what: `${peak} MB were held at once` });
const kinds = countsOf(faults.map(({ kind, format }) => `${format}: ${kind}`));
process.stdout.write(
  given.json
    ? `${JSON.stringify({ seed, ...found, peak, kinds, faults: faults.slice(0, 1000) })}\n`
    : `${inWords({ ...found, peak })}\n`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
if (faults.length === 0) rmSync(folder, { recursive: true });

/** One program after the other: where one dies or hangs, the next goes on behind the input it died of. */
async function runShare(share) {
  for (let from = share; from < first + inputs && Date.now() < until; ) {
    const ended = await runProgram(from, share);
    if (ended.whole) return;
    // Died before its first input: that is no input's fault.
    if (Number.isNaN(ended.at)) process.exit(2);
    note({ number: ended.at, kind: ended.kind, format: 'any', what: ended.what });
    from = ended.at + every;
  }
}

function runProgram(from, share) {
  const atFile = join(folder, `at-${share}`);
  const settings = {
    seed,
    from,
    upTo: first + inputs,
    every,
    folder,
    at: atFile,
    corpus: process.env.THROUGHLINE_CORPUS,
  };
  const program = fork(fileURLToPath(new URL('fuzzer.mjs', import.meta.url)), [JSON.stringify(settings)], {
    execArgv: [heap],
  });
  const sum = sums.push(undefined) - 1;
  program.on('message', ({ fault, sum: told }) => {
    if (told !== undefined) sums[sum] = told;
    if (fault !== undefined) note(fault);
  });
  return new Promise((resolve) => {
    let seen = '';
    let since = Date.now();
    let why;
    const watch = setInterval(() => {
      const now = atOf(atFile);
      if (now !== seen) [seen, since] = [now, Date.now()];
      else if (Date.now() - since > longestSilence) end('hang', `nothing for ${longestSilence / 1000} s`);
      if (Date.now() > until) end('time', 'it is over');
    }, 1000);
    const end = (kind, what) => {
      why = { kind, what };
      program.kill('SIGKILL');
    };
    program.on('exit', (code, signal) => {
      clearInterval(watch);
      const whole = code === 0 || why?.kind === 'time';
      resolve({
        whole,
        at: Number.parseInt(atOf(atFile), 10),
        kind: 'crash',
        what: `ended with ${code ?? signal}`,
        ...why,
      });
    });
  });
}

function atOf(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

function note(fault) {
  faults.push(fault);
  const alike = faults.filter(({ kind, format }) => kind === fault.kind && format === fault.format).length;
  if (alike > mostPrinted) return;
  const { number, kind, format, what, path = '', made = '' } = fault;
  say(`--seed ${seed} --from ${number} --inputs 1: ${kind}, ${format}, of ${made}: ${what.slice(0, 700)} ${path}`);
}

function total() {
  const all = sums.filter((each) => each !== undefined);
  const plus = (name) => all.reduce((sum, each) => sum + each[name], 0);
  const [slowest] = all.map((each) => each.slowest).sort((left, right) => right.milliseconds - left.milliseconds);
  return {
    ...{ inputs: plus('inputs'), records: plus('records'), refused: plus('refused'), faults: faults.length },
    ...{ peak: Math.round(Math.max(0, ...all.map((each) => each.peak))), slowest },
    seconds: Math.round((Date.now() - began) / 1000),
  };
}

function inWords({ inputs: done, records, refused, faults: count, peak: most, slowest, seconds }) {
  const slow = slowest === undefined ? '' : `, the slowest ${slowest.milliseconds} ms (number ${slowest.number})`;
  return `${done} inputs in ${seconds} s, ${records} records and ${refused} refused, ${count} faults, at most ${most} MB${slow}`;
}

function countsOf(names) {
  const counts = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
