import { readFile, writeFile } from 'node:fs/promises';
import { type PersonId, type Proposal, asId, nextToRead, shareMark } from '@throughline/core';
import { openSqlite, personCard, shareProblemCodes } from '@throughline/storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Opened, withReview } from '../opened.js';
import { sayCoded } from '../saying.js';
import { Person } from '../testing/typed.js';

let ana: Person;
async function begin(): Promise<void> {
  ana = await Person.arrives();
  await ana.types('new', 'review', '--title', 'Shared care');
  await writeFile(ana.at('medline.ris'), ris(50));
  await ana.types('import', 'review.throughline', 'medline.ris', '--name', 'MEDLINE');
  await within('review.throughline', (at) => adds(at, 'ben', 'Ben Okafor', 'reviewer'));
}

const ris = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `TY  - JOUR\nAU  - Berg, B\nTI  - Door ${at + 1}\nPY  - 2019\nER  - \n\n`,
  ).join('');

const within = <T>(file: string, work: (at: Opened) => Promise<T>): Promise<T> => withReview(ana.at(file), work);

let made = 0;
const proposal = (kind: string, payload: object): Proposal => {
  made += 1;
  return { id: asId(`c-${process.pid}-${made}`), kind, version: 1, payload };
};
async function does({ open }: Opened, by: PersonId, ...proposals: readonly Proposal[]): Promise<void> {
  const refused = (await open.propose(proposals, by)).filter((answer) => 'refused' in answer);
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
}
async function adds({ open }: Opened, id: string, name: string, role: string): Promise<void> {
  const card = personCard(name, 'salt');
  const lead = leadOf({ open });
  await open.propose([proposal('person.made', { id, role, card: card.hash })], lead, { beside: { contents: [card] } });
}
const leadOf = ({ open }: Pick<Opened, 'open'>): PersonId =>
  [...open.review.floor.people].find(({ role }) => role === 'lead')?.id ?? asId('nobody');

/** Somebody votes on all that they are to read, and excludes every one whose place divides by `n`. */
async function reads(at: Opened, by: PersonId, n: number): Promise<number> {
  const { works } = nextToRead(at.open.review, by, 'title-abstract');
  const votes = works.map(({ id }, place) => {
    const answer = place % n === 0 ? 'exclude' : 'include';
    return proposal('vote.made', { id: `v-${by}-${id}`, record: id, stage: 'title-abstract', answer });
  });
  await does(at, by, ...votes);
  return votes.length;
}

const ben = asId<PersonId>('ben');
const handOver = (...more: string[]) =>
  ana.types('hand-over', 'review.throughline', 'Ben Okafor', '--stage', 'title-abstract', ...more);

interface Taken {
  readonly taken: number;
  readonly known: number;
  readonly refused: readonly { readonly sentence: string }[];
  readonly agreement: readonly { readonly both: number; readonly agreed: number; readonly percent: number }[];
}

describe('throughline hand-over and take-back', { timeout: 60_000 }, () => {
  beforeEach(begin);
  afterEach(() => ana.leaves());

  it('take a 20 % sample to a second reviewer and back, twice the same', async () => {
    const { out, code } = await handOver('--percent', '20', '--seed', 'spring', '-o', 'for-ben');
    expect(out).toBe(
      `Handed 10 works to Ben Okafor (title and abstract, 20 per cent, seed "spring"): ${ana.at('for-ben.throughline')}.\n` +
        'They open it with "throughline for-ben.throughline". Nobody’s votes are in it. Take it back with "throughline take-back".\n',
    );
    expect(code).toBe(0);
    await within('review.throughline', (at) => reads(at, leadOf(at), 7));
    const read = await within('for-ben.throughline', async (at) => {
      expect(shareMark(at.open.review)).toMatchObject({ person: 'ben' });
      return reads(at, ben, 5);
    });
    expect(read).toBe(10);

    const first = await ana.asks<Taken>('take-back', 'review.throughline', 'for-ben.throughline');
    expect(first).toMatchObject({ taken: 10, known: 0, refused: [], agreement: [{ both: 10 }] });
    const [agreement] = first.agreement;
    expect(agreement?.percent).toBe((agreement?.agreed ?? 0) * 10);
    const file = await readFile(ana.at('for-ben.throughline'));
    const second = await ana.asks<Taken>('take-back', 'review.throughline', 'for-ben.throughline');
    expect(second).toEqual({ ...first, taken: 0, known: 10 });
    expect(await readFile(ana.at('for-ben.throughline'))).toEqual(file);
  });

  it('show what contradicts, with both texts', async () => {
    const criterion = { id: 'k', sort: 'inclusion', heading: 'Who', text: 'Adults', order: 1 };
    const edit = (text: string) => ({ id: 'k', set: { text } });
    await within('review.throughline', (at) => does(at, leadOf(at), proposal('criterion.made', criterion)));
    await handOver('-o', 'for-ben');
    await within('review.throughline', (at) =>
      does(at, leadOf(at), proposal('criterion.edited', edit('Adults over 18'))),
    );
    await within('for-ben.throughline', (at) => does(at, ben, proposal('criterion.edited', edit('People of any age'))));
    const { out, code } = await ana.types('take-back', 'review.throughline', 'for-ben.throughline');
    expect(code).toBe(0);
    expect(out).toContain('Took in 0 changes of Ben Okafor; 0 had been taken in before.');
    expect(out).toMatch(
      /1 change not taken in\. What it says stays in the share:\n {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}edited a criterion:/,
    );
    expect(out).toContain('It now says "Adults over 18"; you wrote "People of any age".');
    expect(out).toContain('Nobody else has read any of it yet.');
  });

  it('say what the agreement is', async () => {
    await handOver('--percent', '20', '--seed', 'spring', '-o', 'for-ben');
    await within('review.throughline', (at) => reads(at, leadOf(at), 1000));
    await within('for-ben.throughline', (at) => reads(at, ben, 5));
    const { out } = await ana.types('take-back', 'review.throughline', 'for-ben.throughline');
    expect(out).toMatch(
      /Ben Okafor and \S+ both read 10 works at title and abstract and said the same of \d \(\d0 per cent; Cohen’s kappa -?\d\.\d\d\)\.\n$/,
    );
  });

  it('refuse what is no share of this review, each in a sentence', async () => {
    await handOver('-o', 'for-ben');
    await ana.types('new', 'other', '--title', 'Another');
    await writeFile(
      ana.at('note.throughline'),
      'a shopping list, which is long enough to have a header of a hundred bytes',
    );
    const takes = async (file: string, share: string) => (await ana.types('take-back', file, share)).err.trim();
    expect(await takes('other.throughline', 'for-ben.throughline')).toContain('This is a share of another review.');
    expect(await takes('review.throughline', 'review.throughline')).toContain('but no share that was handed over');
    expect(await takes('review.throughline', 'note.throughline')).toContain('is neither an archive of Throughline nor');
    expect(await takes('review.throughline', 'none.throughline')).toBe(
      `There is no file ${ana.at('none.throughline')}.`,
    );
    await within('for-ben.throughline', (at) => adds(at, 'eve', 'Eve', 'reviewer'));
    expect(await takes('review.throughline', 'for-ben.throughline')).toContain('Nothing was taken in.');
  });

  it('go to somebody by their id, or by the name on their card, and to nobody else', async () => {
    await within('review.throughline', (at) => adds(at, 'ben-2', 'ben okafor', 'reviewer'));
    const twice = await handOver('-o', 'x');
    expect(twice.err).toContain(
      'More than one person of this review is called Ben Okafor. Name one by their id: ben and ben-2.',
    );
    const nobody = await ana.types('hand-over', 'review.throughline', 'Zoë', '--stage', 'title-abstract', '-o', 'x');
    expect(nobody.err).toContain('There is no Zoë among the people of this review. It has');
    const byId = await ana.types('hand-over', 'review.throughline', 'ben', '--stage', 'title-abstract', '-o', 'x');
    expect([twice.code, nobody.code, byId.code]).toEqual([1, 1, 0]);
    await expect(openSqlite(ana.at('y.throughline'))).rejects.toMatchObject({ code: 'file.missing' });
  });

  it.each([
    [['--percent', '0'], '--percent is a number above 0 and up to 100'],
    [['--percent', '101'], '--percent is a number above 0 and up to 100'],
    [['--percent', 'a fifth'], 'not "a fifth"'],
    [['--stage', 'title'], '--stage can be title-abstract and full-text, not "title".'],
  ])('refuse %j as wrong use', async (more, sentence) => {
    const { code, err } = await handOver('-o', 'x', ...more);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(sentence) });
  });

  it('never write over a file that is there', async () => {
    await handOver('-o', 'for-ben');
    const before = await readFile(ana.at('for-ben.throughline'));
    expect((await handOver('-o', 'for-ben')).err).toContain('exists already and was left as it is');
    expect(await readFile(ana.at('for-ben.throughline'))).toEqual(before);
  });
});

describe('what can be wrong with a share', () => {
  it.each([...shareProblemCodes])('has a sentence: %s', (code) => {
    expect(sayCoded({ code, values: {} }).sentence).toMatch(/^[A-Z].* .*\.$/s);
  });
});
