/**
 * Examines a share of the inputs of one seed, in a process of its own: `fuzzer.mjs SETTINGS`, a JSON object with `seed`,
 * `from` (the first number), `upTo`, `every` (so many numbers further), `folder` and `corpus`. The number in hand stands
 * in the file `at-FROM` of the folder, so that whoever waits knows which input a program died of.
 */
import { openSync, writeFileSync, writeSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { formats } from '../dist/index.js';
import { Examination } from '../dist/testing/fuzz/faults.js';
import { Mutations } from '../dist/testing/fuzz/mutated.js';
import { realFiles } from './real-files.mjs';
import { seedsOf } from './seeds.mjs';

/** Megabytes that one input may add to the most memory that this program ever held. */
const mostGrowth = 100;
/** Inputs before the program is warm: until then its own code is what grows. */
const warm = 500;

const { seed, from, upTo, every, folder, corpus, at: atFile } = JSON.parse(process.argv[2] ?? '{}');
setPriority(10);
const at = openSync(atFile, 'w');
const mutations = new Mutations(seed, [...(await seedsOf(formats)), ...realFiles(corpus)]);
const sum = { inputs: 0, records: 0, refused: 0, faults: 0, peak: 0, slowest: { milliseconds: 0 } };

for (let number = from, before = peak(); number < upTo; number += every) {
  writeSync(at, String(number).padEnd(16), 0);
  const seen = await examined(number);
  const now = peak();
  if (now - before > mostGrowth && sum.inputs > warm) {
    seen.faults.push({ kind: 'memory', format: 'any', what: `${Math.round(now - before)} MB more` });
  }
  before = now;
  note(number, seen);
  if (sum.inputs % 500 === 0) tell();
}
tell();

/** Milliseconds of this program alone: others work on the same machine. Asking takes its time. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Megabytes of memory that this program held at its most. */
function peak() {
  return process.resourceUsage().maxRSS / 1024;
}

/** What takes too long by the clock is looked at again by the time that it really had. */
async function examined(number) {
  const seen = await new Examination(mutations.input(number), () => performance.now()).run();
  if (!seen.faults.some(({ kind }) => kind === 'slow')) return seen;
  return new Examination(mutations.input(number), processorTime).run();
}

function note(number, { input: { bytes, seed: made }, faults, records, refused, slowest }) {
  sum.inputs += 1;
  sum.records += records;
  sum.refused += refused;
  sum.peak = peak();
  if (slowest > sum.slowest.milliseconds) {
    sum.slowest = { milliseconds: Math.round(slowest), number, bytes: bytes.length, made: made.name };
  }
  for (const { kind, format, what } of faults) {
    sum.faults += 1;
    const path = join(folder, `${number}-${kind.replaceAll(' ', '-')}-${made.name.replace(/^.*\//, '')}`);
    writeFileSync(path, bytes);
    process.send?.({ fault: { number, kind, format, what, path, made: made.name } });
  }
}

function tell() {
  process.send?.({ sum });
}
