import { readFile, readdir, truncate, writeFile } from 'node:fs/promises';
import { openSqlite } from '@throughline/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Person } from '../testing/typed.js';

interface Moved {
  readonly review: string;
  readonly title: string;
  readonly changes: number;
  readonly records: number;
  readonly contents: number;
  readonly bytes: number;
}

let person: Person;
let archived: Moved;
beforeAll(async () => {
  person = await Person.arrives();
  await person.types('demo', 'practice', '--review', 'practice');
  const [file = ''] = (await readdir(person.at('practice'))).filter((name) => name.endsWith('.throughline'));
  await writeFile(person.at('review.throughline'), await readFile(person.at('practice', file)));
  archived = await person.asks<Moved>('archive', 'review.throughline', '-o', 'review.zip');
}, 120_000);
afterAll(() => person.leaves());

async function logOf(name: string) {
  const keeper = await openSqlite(person.at(name));
  const [review] = await keeper.reviews();
  const changes = review === undefined ? [] : await keeper.changes(review);
  await keeper.close();
  return changes;
}

describe('throughline archive and restore', () => {
  it('L13 give the identical review, and the same archive again', async () => {
    const restored = await person.asks<Moved>('restore', 'review.zip', '-o', 'again');
    expect(restored).toMatchObject({ review: archived.review, title: archived.title, changes: archived.changes });
    expect(await logOf('again.throughline')).toStrictEqual(await logOf('review.throughline'));
    await person.types('archive', 'again.throughline', '-o', 'again.zip');
    expect((await readFile(person.at('again.zip'))).equals(await readFile(person.at('review.zip')))).toBe(true);
    expect((await person.types('check', 'again.throughline')).out).toContain('The log and the files in it are whole.');
  });

  it('say what was moved', async () => {
    const { out, code } = await person.types('archive', 'review.throughline', '-o', 'said.zip');
    expect(code).toBe(0);
    expect(out).toContain(`Wrote "${archived.title}" to ${person.at('said.zip')}: `);
    expect(archived.bytes).toBe((await readFile(person.at('review.zip'))).length);
  });

  it('restore a copy of a review’s own file', async () => {
    const { code, out } = await person.types('restore', 'review.throughline', '-o', 'copied.throughline');
    expect([code, out.includes('Restored')]).toEqual([0, true]);
    expect(await logOf('copied.throughline')).toStrictEqual(await logOf('review.throughline'));
  });

  it('never restore over a file that is there', async () => {
    const before = await readFile(person.at('review.throughline'));
    const { code, err } = await person.types('restore', 'review.zip', '-o', 'review.throughline');
    expect(code).toBe(1);
    expect(err).toContain('exists already and was left as it is');
    expect((await readFile(person.at('review.throughline'))).equals(before)).toBe(true);
  });

  it('say in words what is wrong with an archive, and leave nothing', async () => {
    await writeFile(person.at('cut.zip'), await readFile(person.at('review.zip')));
    await truncate(person.at('cut.zip'), 2000);
    await writeFile(person.at('text.zip'), 'Dear colleague');
    const cut = await person.types('restore', 'cut.zip', '-o', 'from-cut');
    const text = await person.types('restore', 'text.zip', '-o', 'from-text');
    const none = await person.types('restore', 'none.zip', '-o', 'from-none');
    expect([cut.code, text.code, none.code]).toEqual([1, 1, 1]);
    expect(cut.err).toContain(`${person.at('cut.zip')} is not whole`);
    expect(text.err).toContain('is neither an archive of Throughline nor a review’s file');
    expect(none.err).toContain(`There is no file ${person.at('none.zip')}`);
    expect((await readdir(person.folder)).filter((name) => name.startsWith('from-'))).toEqual([]);
  });
});
