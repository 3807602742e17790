import { type ImportId, type RecordId, type ReviewId, type Sha256, asId } from '@throughline/core';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { review } from '../conformance/made-up.js';
import type { Keeper, Part, StoredRecord } from '../contract.js';
import { sha256Of } from '../hash.js';
import { memoryKeeper } from '../memory.js';
import { createSqlite } from '../sqlite/keeper.js';
import { tempFolder } from '../sqlite/temp-folder.js';
import { readArchive } from './read-archive.js';
import { archived, writtenTo } from './testing/made-archive.js';

const folder = tempFolder();
afterAll(() => folder.remove());

const text = fc.string({ unit: 'binary', maxLength: 60 });
const key = fc.constantFrom('text', 'title', 'a b', 'ß', 'constructor');
const payload = fc.dictionary(key, fc.oneof(fc.jsonValue({ maxDepth: 2 }), text), { noNullPrototype: true });
const step = fc.record({
  payload,
  because: fc.option(text, { nil: undefined }),
  saw: fc.option(fc.dictionary(key, fc.constantFrom('c0', 'c1'), { noNullPrototype: true }), { nil: undefined }),
  records: fc.array(fc.record({ raw: text, title: fc.option(text, { nil: undefined }), imported: fc.boolean() }), {
    maxLength: 4,
  }),
  content: fc.option(
    fc.record({ bytes: fc.uint8Array({ maxLength: 3000 }), name: fc.option(text, { nil: undefined }) }),
    {
      nil: undefined,
    },
  ),
  withdraws: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A review in which such things happened. */
async function happened(steps: readonly Step[]): Promise<Keeper> {
  const keeper = memoryKeeper();
  const contents: Sha256[] = [];
  for (const [n, { payload: said, because, saw, records, content, withdraws }] of steps.entries()) {
    const change = {
      id: asId<never>(`c${n}`),
      kind: 'memo.made',
      version: 1 + (n % 3),
      payload: said,
      ...(because === undefined ? {} : { because }),
      ...(saw === undefined ? {} : { saw: saw as Record<string, never> }),
      by: asId<never>('ann'),
      at: `2026-03-01T09:00:00.${String(n).padStart(3, '0')}Z`,
    };
    const held = content && { hash: sha256Of(content.bytes), ...named(content) };
    const gone = withdraws ? contents[n % contents.length] : undefined;
    await keeper.append(review, n, [change], {
      records: records.map((each, at) => recordOf(`r${n}.${at}`, each)),
      contents: held === undefined ? [] : [held],
      withdraw: gone === undefined ? [] : [{ hash: gone, reason: `asked ${n}` }],
    });
    if (held !== undefined) contents.push(held.hash);
  }
  return keeper;
}

const named = ({ bytes, name }: { bytes: Uint8Array; name: string | undefined }) =>
  name === undefined ? { bytes } : { bytes, name };

const recordOf = (id: string, { raw, title, imported }: Step['records'][number]): StoredRecord => ({
  id: asId<RecordId>(id),
  ...(imported ? { import: asId<ImportId>('i1') } : {}),
  raw,
  reference: { type: 'article', ...(title === undefined ? {} : { title }), authors: [], keywords: [], tags: [] },
});

async function held(keeper: Keeper, id: ReviewId): Promise<unknown[]> {
  const parts: Part[] = [];
  for await (const part of keeper.parts(id)) parts.push(part);
  return parts.flatMap((part): unknown[] => {
    if ('changes' in part) return [...part.changes];
    if ('records' in part) return [...part.records];
    const { content } = part;
    return ['bytes' in content ? { ...content, bytes: Buffer.from(content.bytes).toString('hex') } : content];
  });
}

const law = (make: () => Promise<Keeper>, numRuns: number) =>
  fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const from = await happened(steps);
      const archive = await archived(from);
      const into = await make();
      const id = await readArchive(writtenTo(folder.file('archive.zip'), archive), into);
      expect(id).toBe(review);
      // As text: a key that is called "constructor" confuses whoever compares values.
      expect(JSON.stringify(await held(into, review))).toBe(JSON.stringify(await held(from, review)));
      // And so the archive of what was restored is the same, byte for byte.
      expect((await archived(into)).equals(archive)).toBe(true);
      await into.close();
    }),
    { numRuns },
  );

test('L13 an archive restored is the identical log, records and contents', { timeout: 120_000 }, () =>
  law(async () => memoryKeeper(), 150),
);

test('L13 an archive restored into a file is the identical review', { timeout: 120_000 }, () =>
  law(() => createSqlite(folder.free()), 25),
);
