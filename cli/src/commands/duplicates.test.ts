import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Person } from '../testing/typed.js';

let person: Person;
let count = 0;
let file = '';
beforeAll(async () => {
  person = await Person.arrives();
});
afterAll(() => person.leaves());
beforeEach(async () => {
  count += 1;
  file = `review-${count}.throughline`;
  await person.types('new', file, '--title', 'A review');
});

interface Paper {
  readonly title: string;
  readonly by: string;
  readonly doi?: string;
  readonly start?: number;
}
const links: Paper = {
  title: 'Link worker social prescribing for long-term conditions',
  by: 'Moffatt, S',
  doi: '10.1136/link-a',
};
const alone: Paper = { title: 'Time with people who are alone: a qualitative study', by: 'Steer, M' };
const kettles: Paper = { title: 'Kettles in the consulting room', by: 'Okafor, B', doi: '10.1136/kettle' };

const ris = (papers: readonly Paper[]): string =>
  papers
    .map(({ title, by, doi, start = 40 }) =>
      [
        ...['TY  - JOUR', `AU  - ${by}`, `TI  - ${title}`, 'PY  - 2017', 'JO  - BMJ Open', 'VL  - 7'],
        ...[`SP  - ${start}`, `EP  - ${start + 9}`, ...(doi === undefined ? [] : [`DO  - ${doi}`]), 'ER  - \n\n'],
      ].join('\n'),
    )
    .join('');

async function brings(name: string, papers: readonly Paper[]): Promise<void> {
  await writeFile(person.at(`${name}.ris`), ris(papers));
  await person.types('import', file, `${name}.ris`, '--name', name);
}

interface Record {
  readonly id: string;
  readonly source: string;
  readonly number: number;
  readonly label: string;
}
interface Printed {
  readonly records: number;
  readonly groups: number;
  readonly leftOut: number;
  readonly sure: readonly {
    readonly records: readonly Record[];
    readonly why: { readonly agree: readonly string[] };
  }[];
  readonly questions: readonly { readonly a: Record; readonly b: Record }[];
  readonly applied?: { readonly groups: number; readonly records: number };
}
const asks = (...options: string[]) => person.asks<Printed>('duplicates', file, ...options);

describe('throughline duplicates', () => {
  it('says what is sure and why, and what a person has to look at, and changes nothing', async () => {
    await brings('MEDLINE', [links, alone]);
    await brings('Embase', [kettles, { ...alone, start: 91 }, links]);
    const { code, out } = await person.types('duplicates', file);
    expect(code).toBe(0);
    expect(out).toContain('Records: 5. No duplicate groups stand.\n');
    expect(out).toContain('The same report beyond doubt: 1 group; 1 record more would leave the flow.\n');
    expect(out).toMatch(/Moffatt 2017 \((MEDLINE 1|Embase 3)\) = Moffatt 2017 \((MEDLINE 1|Embase 3)\)\. Same title/);
    expect(out).toContain('For a person to look at: 1 question.\n');
    expect(out).toMatch(/Steer 2017 \(\w+ 2\) and Steer 2017 \(\w+ 2\)\? Same title/);
    expect(out).toContain('Nothing was changed. With --apply these groups are made.\n');
    expect(await asks()).toMatchObject({ records: 5, groups: 0, leftOut: 0, sure: [{}], questions: [{}] });
  });

  it('prints one object, in which each record can be found again', async () => {
    await brings('MEDLINE', [links, alone]);
    await brings('Embase', [kettles, { ...alone, start: 91 }, links]);
    const { sure, questions } = await asks();
    const bySource = (records: readonly Record[] = []) =>
      records
        .toSorted((x, y) => (x.source < y.source ? -1 : 1))
        .map(({ source, number, label }) => [source, number, label]);
    expect(bySource(sure[0]?.records)).toEqual([
      ['Embase', 3, 'Moffatt 2017'],
      ['MEDLINE', 1, 'Moffatt 2017'],
    ]);
    expect(sure[0]?.why.agree).toContain('doi');
    expect(bySource(questions.flatMap(({ a, b }) => [a, b]))).toEqual([
      ['Embase', 2, 'Steer 2017'],
      ['MEDLINE', 2, 'Steer 2017'],
    ]);
  });

  it('makes the groups that are sure, and changes nothing when it is asked again', async () => {
    await brings('MEDLINE', [links, kettles, alone]);
    await brings('Embase', [kettles, links]);
    const { code, out } = await person.types('duplicates', file, '--apply');
    expect([code, out]).toEqual([0, expect.stringContaining('Made or grew 2 groups of 4 records.')]);
    expect(out).toContain('Records: 5. Duplicate groups that stand: 2; they take 2 records out of the flow.\n');
    const again = await asks('--apply');
    expect(again).toMatchObject({ groups: 2, leftOut: 2, sure: [], applied: { groups: 0, records: 0 } });
    const said = await person.types('duplicates', file);
    expect(said.out).toContain('Nothing is left to be grouped without a person. Nothing was changed.\n');
  });

  it('lets groups grow when a later file brings one more', async () => {
    await brings('MEDLINE', [links]);
    await brings('Embase', [links]);
    await asks('--apply');
    await brings('Scopus', [links, kettles]);
    expect(await asks('--apply')).toMatchObject({
      ...{ records: 4, groups: 1, leftOut: 2, applied: { groups: 1, records: 3 } },
      sure: [{ records: [{}, {}, {}] }],
    });
  });

  it('asks the one pair that the practice review leaves to its reader, and nothing of the founding one', async () => {
    const questionsOf = async (review: string) => {
      await person.types('demo', `${review}-${count}`, '--review', review);
      return person.asks<Printed>('duplicates', `${review}-${count}/${review}.throughline`);
    };
    const practice = await questionsOf('practice');
    expect(practice).toMatchObject({ records: 9, groups: 1, sure: [], questions: [{}] });
    expect(practice.questions.map(({ a, b }) => [a.id, b.id].toSorted())).toEqual([
      ['commons-export.2', 'hearth-export.3'],
    ]);
    expect(await questionsOf('link-workers')).toMatchObject({ records: 73, groups: 0, sure: [], questions: [] });
  });

  it('says that a review holds no records, and that a file is none', async () => {
    expect(await asks()).toEqual({ records: 0, groups: 0, leftOut: 0, sureLeave: 0, sure: [], questions: [] });
    const { code, err } = await person.types('duplicates', 'nowhere.throughline');
    expect([code, err.trim().split('\n')]).toEqual([1, [expect.stringContaining('nowhere.throughline')]]);
  });
});
