import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { type PersonId, type ReviewId, asId } from '@throughline/core';
import { type Unzipped, type Zippable, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memo, memos, record, review } from '../conformance/made-up.js';
import { type Keeper, StoreProblem } from '../contract.js';
import { sha256Of } from '../hash.js';
import { memoryKeeper } from '../memory.js';
import type { OpenReview } from '../open-review.js';
import { createSqlite } from '../sqlite/keeper.js';
import { tempFolder } from '../sqlite/temp-folder.js';
import { startReview } from '../start-review.js';
import { archivePeople } from './archive-people.js';
import { readArchive } from './read-archive.js';
import { archived, paper, smallReview, unpacked, writtenTo } from './testing/made-archive.js';
import { writeArchive } from './write-archive.js';

const folder = tempFolder();
let whole: Buffer;
beforeAll(async () => {
  whole = await archived(await smallReview());
});
afterAll(() => folder.remove());

const paperName = `contents/${sha256Of(paper)}`;
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const bytes = (said: string) => new TextEncoder().encode(said);

/** The archive, unpacked by another program, altered, and packed again. */
function altered(change: (entries: Unzipped) => void, more: Zippable = {}): Buffer {
  const entries = unpacked(whole);
  change(entries);
  return Buffer.from(zipSync({ ...entries, ...more }, { level: 6 }));
}

/** The same, with a manifest that says what the lists are now: somebody meant it. */
function meant(change: (entries: Unzipped) => void): Buffer {
  return altered((entries) => {
    change(entries);
    const manifest = JSON.parse(text(entries['manifest.json'])) as { lists: Record<string, unknown> };
    for (const name of Object.keys(manifest.lists)) {
      const list = entries[name] ?? bytes('');
      manifest.lists[name] = { lines: text(list).split('\n').length - 1, sha256: sha256Of(list) };
    }
    entries['manifest.json'] = bytes(JSON.stringify(manifest));
  });
}

const replaced = (name: string, from: string | RegExp, to: string) => (entries: Unzipped) => {
  entries[name] = bytes(text(entries[name]).replace(from, to));
};

let made = 0;
function onDisk(content: Uint8Array): string {
  made += 1;
  return writtenTo(folder.file(`made ${made}.zip`), content);
}

async function refusal(content: Uint8Array, options = {}): Promise<unknown> {
  const into = memoryKeeper();
  const refused = await readArchive(onDisk(content), into, options).catch((error: unknown) => error);
  expect(await into.reviews()).toEqual([]);
  expect(await into.content(sha256Of(paper))).toBeUndefined();
  if (!(refused instanceof StoreProblem)) return refused;
  const { file, ...values } = refused.values;
  expect(file).toMatch(/made \d+\.zip$/);
  return [refused.code, values];
}

describe('an archive', { timeout: 60_000 }, () => {
  test('holds the review as files that other programs read', () => {
    const entries = unpacked(whole);
    const names = ['changes.jsonl', 'contents.jsonl', paperName, 'manifest.json', 'records.jsonl'];
    expect(Object.keys(entries).sort()).toEqual(names.sort());
    expect(Buffer.from(entries[paperName] ?? []).equals(paper)).toBe(true);
    const lines = text(entries['changes.jsonl']).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual(memos(1, 21).map((_, n) => n + 1));
    const contents = text(entries['contents.jsonl'])
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(contents).toEqual([
      { hash: sha256Of(paper), name: 'Skivington 2018.pdf' },
      { hash: sha256Of('taken out later'), withdrawn: 'asked' },
    ]);
    expect(whole.includes('taken out later')).toBe(false);
  });

  test('is a ZIP to the unpacking programs of this machine', () => {
    const file = onDisk(whole);
    const list =
      'import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(len(z.namelist()))';
    expect(pythonHere() ? execFileSync('python3', ['-c', list, file], { encoding: 'utf8' }).trim() : '5').toBe('5');
  });

  test('that another program unpacked and packed again is taken in', async () => {
    const into = memoryKeeper();
    await readArchive(onDisk(altered(() => {}, { contents: {} })), into);
    expect((await into.changes(review)).length).toBe(21);
  });

  test('can be broken off, and lets go of the review', async () => {
    const keeper = await createSqlite(folder.free());
    const noise = Buffer.from(Array.from({ length: 300_000 }, (_, n) => (n * 2_654_435_761) >>> 24));
    await keeper.append(review, 0, memos(1, 9), { contents: [{ hash: sha256Of(noise), bytes: noise }] });
    for await (const piece of writeArchive(keeper, review)) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
    const stop = new AbortController();
    const stopped = async () => {
      for await (const _ of writeArchive(keeper, review, { signal: stop.signal })) stop.abort();
    };
    await expect(stopped()).rejects.toMatchObject({ name: 'AbortError' });
    await keeper.append(review, 9, [memo('c10')]);
    await keeper.close();
    expect(statSync(keeper.path).size).toBeGreaterThan(300_000);
  });

  test('of a review that is not held is none', async () => {
    const none = writeArchive(await smallReview(), asId<ReviewId>('another'));
    await expect(none.next()).rejects.toMatchObject({ code: 'review.unknown' });
  });
});

describe('whose an archive is', { timeout: 60_000 }, () => {
  const ann = asId<PersonId>('ann');

  async function twoPeople(keeper: Keeper): Promise<OpenReview> {
    const open = await startReview(keeper, { title: 'On link workers', id: review, by: ann, name: 'Ann Ó' });
    const propose = (id: string, kind: string, payload: unknown) =>
      open.propose([{ id: asId<never>(id), kind, version: 1, payload }], ann);
    await propose('p1', 'person.made', { id: 'ben', role: 'reviewer', card: 'b'.repeat(64) });
    await propose('p2', 'person.made', { id: 'cy', role: 'commenter', card: 'c'.repeat(64) });
    await propose('p3', 'person.removed', { id: 'cy' });
    await propose('p4', 'review.edited', { id: review, set: { title: 'Link workers, again' } });
    return open;
  }

  const about = {
    review,
    title: 'Link workers, again',
    changes: 6,
    people: [
      { person: 'ann', name: 'Ann Ó', role: 'lead' },
      { person: 'ben', role: 'reviewer' },
    ],
  };

  test('is told by an archive and by a review’s own file', async () => {
    const keeper = await createSqlite(folder.free());
    const open = await twoPeople(keeper);
    expect(open.review.floor.about.get(review)?.title).toBe(about.title);
    expect(await archivePeople(onDisk(await archived(keeper)))).toEqual(about);
    expect(await archivePeople(keeper.path)).toEqual(about);
    await open.close();
    await keeper.close();
    const before = readFileSync(keeper.path);
    expect(await archivePeople(keeper.path)).toEqual(about);
    expect(readFileSync(keeper.path).equals(before)).toBe(true);
  });
});

describe('what is no whole archive is refused, and nothing of it is taken in', { timeout: 60_000 }, () => {
  test.each([0.1, 0.5, 0.9, 0.999])('one that is cut after %d of it', async (part) => {
    expect(await refusal(whole.subarray(0, Math.floor(whole.length * part)))).toEqual(['archive.cut', {}]);
  });

  test('a text, an empty file, another ZIP', async () => {
    expect(await refusal(bytes('Dear colleague'))).toEqual(['archive.notOne', {}]);
    expect(await refusal(bytes(''))).toEqual(['archive.notOne', {}]);
    expect(await refusal(zipSync({ 'word/document.xml': bytes('<w/>') }))).toEqual([
      'archive.foreign',
      { part: 'word/document.xml' },
    ]);
    expect(await refusal(zipSync({}))).toEqual(['archive.notOne', {}]);
  });

  test('a file that is not there, a folder', async () => {
    const read = (path: string) => readArchive(path, memoryKeeper(), { called: 'archive.zip' });
    await expect(read(folder.free())).rejects.toMatchObject({ code: 'file.missing', values: { file: 'archive.zip' } });
    await expect(read(folder.path)).rejects.toMatchObject({ code: 'archive.notOne' });
  });

  test('every byte counts: one that is altered anywhere is refused or says the same', async () => {
    const from = await smallReview();
    const outcomes = { refused: 0, same: 0 };
    for (let at = 0; at < whole.length; at += 13) {
      const copy = Buffer.from(whole);
      copy[at] = (copy[at] ?? 0) ^ 0x55;
      const into = memoryKeeper();
      const refused = await readArchive(onDisk(copy), into).catch((error: unknown) => error);
      if (refused === review) {
        expect(await into.changes(review)).toStrictEqual(await from.changes(review));
        expect(await into.content(sha256Of(paper))).toEqual(await from.content(sha256Of(paper)));
        outcomes.same += 1;
      } else {
        expect([at, refused]).toEqual([at, expect.any(StoreProblem)]);
        expect((refused as StoreProblem).code).toMatch(/^archive\./);
        expect(await into.reviews()).toEqual([]);
        outcomes.refused += 1;
      }
    }
    expect(outcomes.refused).toBeGreaterThan(outcomes.same);
  });

  const cases: readonly (readonly [string, () => Buffer, string, object])[] = [
    [
      'a newer version',
      () => altered(replaced('manifest.json', '"version": 1', '"version": 2')),
      'archive.newer',
      { found: 2, known: 1 },
    ],
    [
      'a manifest of something else',
      () => altered(replaced('manifest.json', 'throughline', 'other')),
      'archive.damaged',
      { part: 'manifest.json' },
    ],
    [
      'a manifest that is no JSON',
      () => altered((e) => Object.assign(e, { 'manifest.json': bytes('{') })),
      'archive.damaged',
      { part: 'manifest.json' },
    ],
    [
      'a review id that is a path',
      () => altered(replaced('manifest.json', '"link-workers"', '"../../x"')),
      'archive.damaged',
      { part: 'manifest.json' },
    ],
    [
      'a list that is not there',
      () => altered((e) => delete e['records.jsonl']),
      'archive.damaged',
      { part: 'records.jsonl' },
    ],
    [
      'an altered change',
      () => altered(replaced('changes.jsonl', 'naïve', 'knave')),
      'archive.damaged',
      { part: 'changes.jsonl' },
    ],
    [
      'an altered record',
      () => altered(replaced('records.jsonl', '2018', '2019')),
      'archive.damaged',
      { part: 'records.jsonl' },
    ],
    [
      'an altered content',
      () => altered(replaced(paperName, 'words', 'swords')),
      'archive.damaged',
      { part: paperName },
    ],
    ['a content that is not there', () => altered((e) => delete e[paperName]), 'archive.damaged', { part: paperName }],
    [
      'a content nobody names',
      () => altered(() => {}, { [`contents/${'a'.repeat(64)}`]: bytes('x') }),
      'archive.foreign',
      { part: `contents/${'a'.repeat(64)}` },
    ],
    [
      'a way out of the folder',
      () => altered(() => {}, { '../../etc/passwd': bytes('x') }),
      'archive.foreign',
      { part: '../../etc/passwd' },
    ],
    [
      'a whole path',
      () => altered(() => {}, { '/etc/passwd': bytes('x') }),
      'archive.foreign',
      { part: '/etc/passwd' },
    ],
    [
      'a name that is no text',
      () => altered(() => {}, { 'a\u0000\u001b[31m': bytes('x') }),
      'archive.foreign',
      { part: 'a\ufffd\ufffd[31m' },
    ],
    [
      'a content outside its folder',
      () => altered(() => {}, { 'contents/../../x': bytes('x') }),
      'archive.foreign',
      { part: 'contents/../../x' },
    ],
    [
      'L1 a log with a gap',
      () => meant(replaced('changes.jsonl', '"seq":7,', '"seq":70,')),
      'archive.damaged',
      { part: 'changes', seq: 7 },
    ],
    [
      'L14 a change that comes twice',
      () => meant(replaced('changes.jsonl', '"id":"c8"', '"id":"c7"')),
      'archive.damaged',
      { part: 'changes', seq: 8 },
    ],
    [
      'a change that is none',
      () => meant(replaced('changes.jsonl', '"kind":"memo.made"', '"kind":7')),
      'archive.damaged',
      { part: 'changes.jsonl:1' },
    ],
    [
      'a time that is none',
      () => meant(replaced('changes.jsonl', '2026-03-01T', '<script>')),
      'archive.damaged',
      { part: 'changes.jsonl:1' },
    ],
    [
      'a line that is no JSON',
      () => meant(replaced('changes.jsonl', '\n', '\n{"seq":\n')),
      'archive.damaged',
      { part: 'changes.jsonl:2' },
    ],
    [
      'a last line that is cut',
      () => meant(replaced('changes.jsonl', /.{9}\n$/, '')),
      'archive.damaged',
      { part: 'changes.jsonl:21' },
    ],
    [
      'bytes that are no text',
      () => meant((e) => Object.assign(e, { 'records.jsonl': Uint8Array.of(0xff, 0xfe, 0x0a) })),
      'archive.damaged',
      { part: 'records.jsonl:1' },
    ],
    [
      'a record whose lists are none',
      () => meant(replaced('records.jsonl', '"authors":[]', '"authors":"x"')),
      'archive.damaged',
      { part: 'records.jsonl:1' },
    ],
    [
      'a content that is no hash',
      () => meant(replaced('contents.jsonl', /[0-9a-f]{64}/, '../../x')),
      'archive.damaged',
      { part: 'contents.jsonl:1' },
    ],
    [
      'an empty log',
      () => meant((e) => Object.assign(e, { 'changes.jsonl': bytes('') })),
      'archive.damaged',
      { part: 'changes' },
    ],
  ];
  test.each(cases)('%s', async (_, make, code, values) => {
    expect(await refusal(make())).toEqual([code, values]);
  });

  test('a bomb: what would unpack to far more than it is', async () => {
    const zeros = new Uint8Array(300 * 1024 ** 2);
    expect(await refusal(altered(() => {}, { [`contents/${sha256Of(zeros)}`]: zeros }))).toEqual([
      'archive.tooLarge',
      { limit: expect.any(Number) },
    ]);
  });

  test('a bomb that lies about its length stops at what it said', async () => {
    const lying = Buffer.from(whole);
    const at = lying.lastIndexOf(Buffer.from('changes.jsonl'));
    // In the list, the numbers of 64 bits stand behind the name: 4 bytes, then the length.
    lying.writeBigUInt64LE(10n, at + 'changes.jsonl'.length + 4);
    expect(await refusal(lying)).toEqual(['archive.damaged', { part: 'changes.jsonl' }]);
  });

  test('entries that lie on one another', async () => {
    const folded = Buffer.from(whole);
    const at = folded.lastIndexOf(Buffer.from('records.jsonl'));
    folded.writeBigUInt64LE(0n, at + 'records.jsonl'.length + 20);
    expect(await refusal(folded)).toMatchObject(['archive.damaged', {}]);
  });

  test('more than the place allows', async () => {
    expect(await refusal(whole, { largest: 1000 })).toEqual(['archive.tooLarge', { limit: 0 }]);
  });

  test('too many files', async () => {
    const many = Buffer.from(whole);
    many.writeUInt16LE(60_000, many.length - 12);
    expect(await refusal(many)).toEqual(['archive.damaged', { part: 'list of entries' }]);
  });

  test('a review that is held already', async () => {
    const into = await smallReview();
    await expect(readArchive(onDisk(whole), into)).rejects.toMatchObject({ code: 'file.exists' });
    const another = memoryKeeper();
    await another.append(review, 0, [memo('mine')], { records: [record('mine')] });
    await expect(readArchive(onDisk(whole), another)).rejects.toMatchObject({ code: 'file.exists' });
    expect((await another.changes(review)).length).toBe(1);
  });
});

function pythonHere(): boolean {
  try {
    execFileSync('python3', ['-c', 'import zipfile'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
