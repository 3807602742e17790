import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync, strToU8, zipSync } from 'fflate';

const source = fileURLToPath(new URL('../src', import.meta.url));

/** @typedef {import('../src/testing/fuzz/mutated.js').Seed} Seed */

/**
 * The cases of every format, archives of them, and workbooks and documents, which need to be packed.
 * @param {readonly import('../src/contract.js').Format[]} formats
 * @returns {Promise<Seed[]>}
 */
export async function seedsOf(formats) {
  const cases = formats.flatMap(({ name }) => casesOf(name));
  const written = await workbooks(formats, cases);
  return [...cases, ...written, ...archives(cases)];
}

/**
 * @param {import('../src/contract.js').FormatName} format
 * @returns {Seed[]}
 */
function casesOf(format) {
  const folder = join(source, format, 'cases');
  return readdirSync(folder)
    .filter((name) => name !== 'cases.json')
    .map((name) => ({ name, format, bytes: bytesAt(join(folder, name)) }));
}

/**
 * The records of some cases as each binary format writes them.
 * @param {readonly import('../src/contract.js').Format[]} formats
 * @param {readonly Seed[]} cases
 */
async function workbooks(formats, cases) {
  const seeds = [];
  for (const { name: format, binary, write } of formats) {
    if (binary !== true || write === undefined) continue;
    for (const { name, bytes } of cases.filter((each) => each.format === 'ris').slice(0, 4)) {
      const pieces = [];
      for await (const piece of write(recordsIn(formats, bytes))) pieces.push(Buffer.from(piece));
      seeds.push({ name: `${name}.${format}`, format, bytes: new Uint8Array(Buffer.concat(pieces)) });
    }
  }
  return seeds;
}

/**
 * @param {readonly import('../src/contract.js').Format[]} formats
 * @param {Uint8Array} bytes
 */
async function* recordsIn(formats, bytes) {
  const ris = formats.find(({ name }) => name === 'ris');
  if (ris === undefined) return;
  for await (const found of ris.read(once(bytes))) {
    if (found.kind === 'record') yield { reference: found.reference };
  }
}

/** @param {Uint8Array} bytes */
async function* once(bytes) {
  yield bytes;
}

/**
 * @param {readonly Seed[]} cases
 * @returns {Seed[]}
 */
function archives(cases) {
  const some = cases.filter((_, index) => index % 5 === 0).slice(0, 20);
  const files = Object.fromEntries(some.map(({ name, bytes }) => [name, bytes]));
  const [first] = some;
  const inner = zipSync({ 'inner.ris': first?.bytes ?? strToU8('TY  - JOUR\n') });
  return [
    { name: 'all.zip', bytes: zipSync(files) },
    { name: 'stored.zip', bytes: zipSync(files, { level: 0 }) },
    { name: 'nested.zip', bytes: zipSync({ 'inner.zip': inner, 'folder/a.ris': strToU8('TY  - JOUR\n') }) },
    { name: 'one.ris.gz', bytes: gzipSync(first?.bytes ?? inner) },
  ];
}

/** @param {string} path */
function bytesAt(path) {
  return new Uint8Array(readFileSync(path));
}
