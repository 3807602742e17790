/** A file that becomes shorter while it is read, as where another program saves it again at that moment. */
import { createHash } from 'node:crypto';
import { truncateSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { asId, type Sha256 } from '@throughline/core';
import { recogniseFormat, type ReadReport, summarise } from '@throughline/formats';
import { openSqlite } from '@throughline/storage';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { zipSync } from 'fflate';
import { run } from '../run.js';
import { Person } from '../testing/typed.js';

let person: Person;
let count = 0;
let review = '';
beforeAll(async () => {
  person = await Person.arrives();
});
afterAll(() => person.leaves());
beforeEach(async () => {
  count += 1;
  review = `review-${count}.throughline`;
  await person.types('new', review, '--title', 'A review');
});

interface Taken {
  readonly name: string;
  readonly read: number;
  readonly refused: number;
  readonly file: { readonly content: string; readonly bytes: number };
  readonly error?: { readonly code: string; readonly sentence: string };
}

/** Imports files; `atFirst` is done once, at the first word of how far it has come. */
async function imports(files: readonly string[], atFirst: () => void): Promise<readonly Taken[]> {
  let out = '';
  let done = false;
  await run(['import', review, ...files, '--name', 'MEDLINE', '--json'], {
    out: (text) => {
      out += text;
    },
    err: () => {
      if (!done) atFirst();
      done = true;
    },
    input: () => Promise.resolve(''),
    errIsTerminal: false,
    env: { THROUGHLINE_HOME: person.at('home') },
    cwd: person.folder,
    stopped: () => new Promise(() => {}),
    show: () => {},
  });
  expect(done).toBe(true);
  return (JSON.parse(out) as { readonly imports: readonly Taken[] }).imports;
}

/** The bytes that the review keeps of a file, and how many records it has in all. */
async function kept(content: string): Promise<{ readonly bytes: Uint8Array; readonly records: number }> {
  const keeper = await openSqlite(person.at(review));
  try {
    const [id] = await keeper.reviews();
    const held = await keeper.content(asId<Sha256>(content));
    const { total } = await keeper.pageOfRecords(id ?? asId('none'), { limit: 1 });
    return { bytes: held !== undefined && 'bytes' in held ? held.bytes : new Uint8Array(), records: total };
  } finally {
    await keeper.close();
  }
}

async function reportOf(bytes: Uint8Array): Promise<ReadReport> {
  const format = recogniseFormat(bytes.subarray(0, 65_536));
  if (!('read' in format)) throw new Error(format.code);
  return summarise(format.read(pieces(bytes)));
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const ris = (records: number): Buffer =>
  Buffer.from(
    Array.from({ length: records }, (_, at) => `TY  - JOUR\nAU  - Berg, B\nTI  - Door ${at}\nER  - \n\n`).join(''),
  );

describe('a file that shrinks while it is read', () => {
  it('is taken as far as it was there, with its own hash', { timeout: 60_000 }, async () => {
    const whole = ris(400_000);
    await writeFile(person.at('doors.ris'), whole);
    const [taken] = await imports(['doors.ris'], () => truncateSync(person.at('doors.ris'), 300_000));
    const { content, bytes } = taken?.file ?? { content: '', bytes: 0 };
    const held = await kept(content);
    expect(bytes).toBeLessThan(whole.length);
    expect(bytes).toBe(held.bytes.length);
    expect(whole.subarray(0, bytes).equals(held.bytes)).toBe(true);
    expect(createHash('sha256').update(held.bytes).digest('hex')).toBe(content);
    const report = await reportOf(held.bytes);
    expect(taken).toMatchObject({ read: report.records, refused: report.refused });
    expect(held.records).toBe(report.records);
  });

  it('and has nothing left when it is its turn is said to be empty', async () => {
    await writeFile(person.at('first.ris'), ris(3));
    await writeFile(person.at('second.ris'), ris(5));
    const taken = await imports(['first.ris', 'second.ris'], () => truncateSync(person.at('second.ris'), 0));
    expect(taken.map(({ error }) => error?.sentence)).toEqual([undefined, 'second.ris is empty.']);
    expect((await kept(taken[0]?.file.content ?? '')).records).toBe(3);
  });

  it('and is an archive gives what is whole in it, or is said to be damaged', async () => {
    await writeFile(person.at('first.ris'), ris(3));
    const archive = zipSync({ 'a.ris': ris(50), 'b.ris': ris(60) });
    await writeFile(person.at('half.zip'), archive);
    const cut = () => truncateSync(person.at('half.zip'), archive.length - 200);
    const [, second, ...others] = await imports(['first.ris', 'half.zip'], cut);
    expect(second).toMatchObject({ read: 50, refused: 0 });
    expect(others).toEqual([{ name: 'half.zip', path: 'b.ris', reason: 'damaged', passedOver: true }]);
    await writeFile(person.at('head.zip'), archive);
    const cutMore = () => truncateSync(person.at('head.zip'), 60);
    const [, none] = await imports(['first.ris', 'head.zip', '--again'], cutMore);
    expect(none?.error?.sentence).toContain('head.zip is damaged');
  });
});
