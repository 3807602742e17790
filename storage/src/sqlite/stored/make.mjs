// Writes the file of this version of the format, for the tests of later ones: node storage/src/sqlite/stored/make.mjs
// Run once, when a version is new; a stored file is never written again.
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createSqlite, sha256Of } from '../../../dist/index.js';
import { formatVersion } from '../../../dist/sqlite/schema.js';

const file = fileURLToPath(new URL(`${formatVersion}.throughline`, import.meta.url));
if (existsSync(file)) throw new Error(`${file} is stored already.`);

const review = 'stored';
const encoded = (/** @type {string} */ text) => new TextEncoder().encode(text);
const paper = encoded('%PDF-1.7 a paper');
const taken = encoded('a paper that was withdrawn');
/** @param {number} n */
const change = (n) => ({
  id: `c${n}`,
  kind: 'memo.made',
  version: 1,
  payload: { id: `m${n}`, text: `On trust, “${n}” \u0000 \u{1F9F5}`, nested: [1, 0.1, null, true, {}] },
  ...(n % 2 === 0 ? { because: 'it came up\u0000twice', saw: { text: `c${n - 1}` } } : {}),
  by: 'ann',
  at: `2026-03-01T09:00:0${n}.000Z`,
});
const reference = { type: 'article', title: 'Naïve realism', authors: ['Skivington K'], keywords: [], tags: [] };
const records = [
  { id: 'r1', import: 'i1', raw: 'TY  - JOUR\r\nER  - \u0000', reference },
  { id: 'r2', raw: '', reference: { ...reference, title: 'Held' } },
];
const contents = [
  { hash: sha256Of(paper), bytes: paper, name: 'paper.pdf' },
  { hash: sha256Of(taken), bytes: taken },
];

const keeper = await createSqlite(file);
await keeper.append(review, 0, [1, 2, 3].map(change), { records, contents });
await keeper.append(review, 3, [change(4)], { withdraw: [{ hash: sha256Of(taken), reason: 'asked' }] });
await keeper.keepSnapshot(review, { seq: 4, edition: 'stored', frozen: '{}' });
await keeper.pageOfRecords(review, { text: 'held', limit: 1 });
const parts = [];
for await (const part of keeper.parts(review)) parts.push(part);
await keeper.close();

/** What a program of any later version has to find in it. */
const said = JSON.stringify(parts, (key, value) => (key === 'bytes' ? [...Object.values(value)] : value), 1);
writeFileSync(file.replace('.throughline', '.json'), `${said}\n`);
