import { type ImportId, type SourceId, asId } from '@throughline/core';
import { type OpenReview, memoryKeeper, sha256Of, startReview } from '@throughline/storage';
import { beforeEach, describe, expect, it } from 'vitest';
import { type ImportResult, importFile } from './import-file.js';
import { isProblem } from './problem.js';
import { ana, reviewId } from './testing/review-file.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const record = (title: string) =>
  `TY  - JOUR\nAU  - Moffatt, Suzanne\nTI  - ${title}\nPY  - 2017\nSP  - 40\nEP  - 52\nER  - \n\n`;
const two = bytes(record('Link workers') + record('Social prescribing'));
const medline = { kind: 'database', name: 'MEDLINE', platform: 'Ovid' } as const;

let keeper: ReturnType<typeof memoryKeeper>;
let open: OpenReview;
beforeEach(async () => {
  keeper = memoryKeeper();
  open = await startReview(keeper, { title: 'Shared care', id: reviewId, by: ana.person, name: ana.name });
});

const take = (
  file: Uint8Array | AsyncIterable<Uint8Array>,
  more: Partial<Parameters<typeof importFile>[1]> = {},
  name = 'search.ris',
) => importFile(open, { source: medline, file: { name, bytes: file }, by: ana.person, ...more });

function read(answer: Awaited<ReturnType<typeof importFile>>): ImportResult {
  if (isProblem(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.values)}`);
  return answer;
}

describe('importing a file', () => {
  it('stores its source, its records and its bytes in one append', async () => {
    const before = open.head;
    const result = read(await take(two, { import: asId<ImportId>('imp') }));
    expect(result).toMatchObject({ import: 'imp', format: 'ris', read: 2, unread: [], unreadTotal: 0 });
    expect(open.head).toBe(before + 2);
    expect([...open.review.gather.records].map(({ id, label, lines, pages }) => ({ id, label, lines, pages }))).toEqual(
      [
        { id: 'imp.1', label: 'Moffatt 2017', lines: [1, 7], pages: '40–52' },
        { id: 'imp.2', label: 'Moffatt 2017', lines: [9, 15], pages: '40–52' },
      ],
    );
    const [stored] = await keeper.records(reviewId, [asId('imp.2')]);
    expect(stored).toMatchObject({ import: 'imp', reference: { title: 'Social prescribing' } });
    expect(stored?.raw).toContain('TI  - Social prescribing');
    expect(await keeper.content(sha256Of(two))).toMatchObject({ bytes: two, name: 'search.ris' });
  });

  it('gives the same whatever pieces the bytes come in', async () => {
    async function* drops() {
      for (const byte of two) yield Uint8Array.of(byte);
    }
    const whole = read(await take(two));
    const other = read(await take(drops(), { source: { kind: 'database', name: 'Embase' } }));
    expect(other).toMatchObject({ format: whole.format, file: whole.file, read: whole.read, unread: whole.unread });
  });

  it('reads a file that was cut off as far as it goes, and says where', async () => {
    const cut = bytes(`${record('Link workers')}TY  - JOUR\nAU  - Moffatt, Suz`);
    const result = read(await take(cut));
    expect(result.read).toBe(2);
    expect(result.unread).toMatchObject([{ reason: 'record.unfinished', to: 10 }]);
    expect(await keeper.content(sha256Of(cut))).toMatchObject({ bytes: cut });
  });

  it('lists the lines that are in no record, and counts them in the log', async () => {
    const result = read(await take(bytes(`Search history: link worker* AND qualitative\n\n${record('Link workers')}`)));
    expect(result.unread).toHaveLength(1);
    expect(open.review.gather.imports.get(result.import)).toMatchObject({ read: 1, unread: 1 });
  });

  it('refuses a picture that is called .ris as what it is', async () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
    const before = open.head;
    expect(await take(png)).toEqual({ code: 'format.binary', values: { name: 'search.ris', looksLike: 'png' } });
    expect(await take(png, { format: 'ris' })).toMatchObject({ code: 'format.binary' });
    expect(await take(bytes(' \n\n'))).toMatchObject({ code: 'format.empty' });
    expect(open.head).toBe(before);
  });

  it('notices the same file in the same source, and takes it again when asked', async () => {
    const first = read(await take(two));
    const again = await take(two, { source: first.source });
    expect(again).toMatchObject({
      code: 'import.again',
      values: { import: first.import, source: first.source, read: 2 },
    });
    expect(await take(two)).toMatchObject({ code: 'import.again' });
    expect(read(await take(two, { source: first.source, again: true })).source).toBe(first.source);
    expect(open.review.gather.imports.size).toBe(2);
    expect(open.review.gather.sources.size).toBe(1);
  });

  it('takes the same file into another source', async () => {
    read(await take(two));
    expect(read(await take(two, { source: { kind: 'database', name: 'Embase' } })).read).toBe(2);
  });

  it('numbers the references of a list as they are printed', async () => {
    const list = [
      'References',
      '3. Moffatt S, Steer M. Link worker social prescribing. BMJ Open. 2017;7:e015203.',
      '4. Skivington K, Smith M. Delivering a primary care intervention. Br J Gen Pract. 2018;68:e487–94.',
      '5. Wildman JM, Moffatt S. Service-users’ perspectives. BMC Public Health. 2019;19:98.',
      '6. Popay J, Kowarzik U. Social problems, primary care. Health Soc Care. 2007;15:387–95.',
      '',
    ].join('\n');
    const result = read(
      await take(bytes(list), { import: asId<ImportId>('refs'), format: 'reference-list' }, 'refs.txt'),
    );
    expect(result).toMatchObject({ format: 'reference-list', read: 4 });
    expect([...open.review.gather.records].map(({ id, number }) => [id, number])).toEqual([
      ['refs.3', 3],
      ['refs.4', 4],
      ['refs.5', 5],
      ['refs.6', 6],
    ]);
  });

  it('refuses before reading where the source or the import cannot be', async () => {
    const never = (): AsyncIterable<Uint8Array> => ({
      [Symbol.asyncIterator]: () => {
        throw new Error('this file was read');
      },
    });
    const unknown = await take(never(), { source: asId<SourceId>('nowhere') });
    expect(unknown).toMatchObject({ code: 'thing.missing', values: { thing: 'source', id: 'nowhere' } });
    read(await take(two, { import: asId<ImportId>('imp') }));
    expect(await take(never(), { import: asId<ImportId>('imp') })).toMatchObject({ code: 'thing.exists' });
  });

  it('leaves nothing behind when it is refused or stopped', async () => {
    const before = open.head;
    expect(await take(two, { by: asId('stranger') })).toMatchObject({ code: 'role.mayNot' });
    const stop = new AbortController();
    async function* halfway() {
      yield two.subarray(0, 40);
      stop.abort();
      yield two.subarray(40);
    }
    await expect(
      importFile(
        open,
        { source: medline, file: { name: 'a.ris', bytes: halfway() }, by: ana.person },
        { signal: stop.signal },
      ),
    ).rejects.toThrow('aborted');
    expect(open.head).toBe(before);
    expect(open.review.gather.sources.size).toBe(0);
    expect(await keeper.content(sha256Of(two))).toBeUndefined();
  });

  it('tells how far it is, file small or large', async () => {
    for (const papers of [10, 5000]) {
      const told: number[] = [];
      const many = bytes(Array.from({ length: papers }, (_, at) => record(`Paper ${at}`)).join(''));
      await importFile(
        open,
        { source: medline, file: { name: 'a.ris', bytes: many }, by: ana.person },
        { onProgress: ({ records }) => told.push(records) },
      );
      expect(told).toEqual(told.toSorted((a, b) => a - b));
      expect(told.at(-1)).toBe(papers);
      if (papers > 1000) expect(told.length).toBeGreaterThan(10);
    }
  });
});
