import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { asId, fold } from '@throughline/core';
import { namesOf, openSqlite } from '@throughline/storage';
import { zipSync } from 'fflate';
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

const ris = (...titles: string[]): string =>
  titles.map((title) => `TY  - JOUR\nAU  - Berg, B\nTI  - ${title}\nPY  - 2019\nER  - \n\n`).join('');
const put = (name: string, text: string | Uint8Array) => writeFile(person.at(name), text);
const recordsHeld = async (): Promise<number> => {
  const keeper = await openSqlite(person.at(file));
  try {
    const [id] = await keeper.reviews();
    return id === undefined ? 0 : (await keeper.pageOfRecords(id, { limit: 1 })).total;
  } finally {
    await keeper.close();
  }
};

async function peopleIn(): Promise<Readonly<Record<string, string>>> {
  const keeper = await openSqlite(person.at(file));
  try {
    const [id] = await keeper.reviews();
    return await namesOf(keeper, fold(await keeper.changes(id ?? asId('none'))));
  } finally {
    await keeper.close();
  }
}

interface Imported {
  readonly imports: readonly {
    readonly source: string;
    readonly read: number;
    readonly unread: readonly {
      readonly from: number;
      readonly to: number;
      readonly reason: string;
      readonly sentence: string;
    }[];
    readonly error?: { readonly code: string; readonly sentence: string };
  }[];
}

describe('throughline import', () => {
  it.each(['2021-13', '2021-02-30', '2021-00-10', '0', 'last May'])(
    'takes no date that there is not: %s',
    async (date) => {
      await put('dated.ris', ris('A door'));
      const { code, err } = await person.types('import', file, 'dated.ris', '--name', 'MEDLINE', '--date', date);
      expect({ code, err }).toEqual({
        code: 2,
        err: expect.stringContaining(`such as 2021-08-12, 2021-08 or 2021, not "${date}"`),
      });
      expect(await recordsHeld()).toBe(0);
    },
  );

  it('says of a binary file what it is', async () => {
    await put('archive.ris', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]));
    await put('letter.ris', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]));
    await put('noise.ris', new Uint8Array([0x54, 0, 1, 2]));
    const files = ['archive.ris', 'letter.ris', 'noise.ris'];
    const { err } = await person.types('import', file, ...files, '--name', 'MEDLINE');
    expect(err).toContain('archive.ris is damaged: it may have been cut off while it was copied.');
    expect(err).toContain('letter.ris is not a text file of references: it looks like');
    expect(err).toContain('noise.ris is not a text file of references: it holds bytes that are no text.');
  });

  it('reads the records of a file into a new source', async () => {
    await put('doors.ris', ris('A door', 'Another door'));
    const { code, out } = await person.types(
      'import',
      file,
      'doors.ris',
      '--database',
      'MEDLINE',
      '--platform',
      'Ovid',
      '--date',
      '2021-08-12',
    );
    expect(out).toMatch(/^doors\.ris: 2 records as source "source[^"]*" \(ris\)\.\n$/);
    expect({ code, held: await recordsHeld() }).toEqual({ code: 0, held: 2 });
  });

  it('puts several files into one source', async () => {
    await put('one.ris', ris('One'));
    await put('two.ris', ris('Two', 'Three'));
    const { imports } = await person.asks<Imported>(
      'import',
      file,
      'one.ris',
      'two.ris',
      '--name',
      'Hand search',
      '--kind',
      'hand',
    );
    expect(imports.map(({ read }) => read)).toEqual([1, 2]);
    expect(new Set(imports.map(({ source }) => source)).size).toBe(1);
  });

  it('adds to a source that is there', async () => {
    await put('one.ris', ris('One'));
    await put('two.ris', ris('Two'));
    const { imports } = await person.asks<Imported>('import', file, 'one.ris', '--name', 'MEDLINE');
    const again = await person.asks<Imported>('import', file, 'two.ris', '--source', imports[0]?.source ?? '');
    expect(again.imports[0]?.source).toBe(imports[0]?.source);
    expect(await recordsHeld()).toBe(2);
  });

  it('does not bring the same file twice', async () => {
    await put('one.ris', ris('One'));
    await person.types('import', file, 'one.ris', '--name', 'MEDLINE');
    const { code, err } = await person.types('import', file, 'one.ris', '--name', 'MEDLINE');
    expect({ code, held: await recordsHeld() }).toEqual({ code: 1, held: 1 });
    expect(err).toContain('That very file is in this source already');
  });

  it('reads a cut-off RIS file as far as it goes, and says where', async () => {
    await put('cut.ris', `${ris('Whole')}TY  - JOUR\nAU  - Cole, C\nTI  - Half of a ti`);
    const { code, out } = await person.types('import', file, 'cut.ris', '--name', 'MEDLINE');
    expect({ code, held: await recordsHeld() }).toEqual({ code: 0, held: 2 });
    expect(out).toContain('1 place to look at:');
    expect(out).toContain(
      'line 9: The file ends in the middle of this record. It was read as far as it goes; the file may have been cut off.',
    );
  });

  it('reads a list with two gaps in its numbers, and names both', async () => {
    const entry = (number: number) => `${number}. Berg B. Door number ${number}. Doors. 2019;3(1):10–20.`;
    await put('list.txt', `References\n${[1, 2, 3, 5, 6, 9, 10].map(entry).join('\n')}\n`);
    const { imports } = await person.asks<Imported>(
      'import',
      file,
      'list.txt',
      '--name',
      'A paper',
      '--kind',
      'bibliography',
    );
    expect(imports[0]?.read).toBe(7);
    const gaps = (imports[0]?.unread ?? []).filter(({ reason }) => reason === 'number.missing');
    expect(gaps.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('The numbers of the list jump here: missing 4.'),
      expect.stringContaining('The numbers of the list jump here: missing 7, 8.'),
    ]);
    expect(await recordsHeld()).toBe(7);
  });

  it('refuses a binary file named .ris, and stores nothing', async () => {
    await put('photo.ris', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13));
    const before = await readFile(person.at(file));
    const { code, out, err } = await person.types('import', file, 'photo.ris', '--name', 'MEDLINE');
    expect({ code, out: out.trim(), held: await recordsHeld() }).toEqual({ code: 1, out: '', held: 0 });
    expect(err).toBe('photo.ris is not a text file of references: it looks like a PNG image.\n');
    expect((await readFile(person.at(file))).length).toBe(before.length);
  });

  it('takes the other files where one cannot be taken', async () => {
    await put('one.ris', ris('One'));
    await put('empty.ris', '');
    await mkdir(person.at('folder.ris'), { recursive: true });
    const { code, out, err } = await person.types(
      'import',
      file,
      'empty.ris',
      'folder.ris',
      'none.ris',
      'one.ris',
      '--name',
      'MEDLINE',
      '--json',
    );
    expect({ code, held: await recordsHeld() }).toEqual({ code: 1, held: 1 });
    const { imports } = JSON.parse(out) as Imported;
    expect(imports.map(({ error, read }) => error?.code ?? read)).toEqual([
      'format.empty',
      'file.isFolder',
      'file.missing',
      1,
    ]);
    expect(err).toContain('empty.ris is empty.\n');
    expect(err).toContain('folder.ris is a folder. Name a file in it.\n');
  });

  it('refuses a source that is not there', async () => {
    await put('one.ris', ris('One'));
    const { code, err } = await person.types('import', file, 'one.ris', '--source', 'nowhere');
    expect({ code, err }).toEqual({ code: 1, err: 'What this refers to (nowhere) is not in the review.\n' });
  });
});

describe('throughline import with more said', () => {
  const decided = (title: string, answer: string) =>
    `TY  - JOUR\nTI  - ${title}\nAN  - ${title}\nN1  - Throughline: {"decision":{"by":"R. Berg","answer":"${answer}"}}\nER  - \n`;

  it('takes every file of an archive into one source, or the one that is named', async () => {
    const archive = zipSync({
      'a.ris': Buffer.from(ris('One')),
      'b/b.ris': Buffer.from(ris('Two', 'Three')),
      '.DS_Store': Buffer.from('x'),
    });
    await put('all.zip', archive);
    const { imports } = await person.asks<Imported>('import', file, 'all.zip', '--name', 'MEDLINE');
    expect(imports).toMatchObject([
      { read: 1, file: { name: 'a.ris', within: 'all.zip' } },
      { read: 2, file: { name: 'b/b.ris', within: 'all.zip' } },
      { path: '.DS_Store', reason: 'hidden', passedOver: true },
    ]);
    expect(imports[0]?.source).toBe(imports[1]?.source);
    const part = await person.asks<Imported>('import', file, 'all.zip', '--name', 'Embase', '--part', 'b/b.ris');
    expect(part.imports).toMatchObject([{ read: 2 }]);
    const { code, err } = await person.types('import', file, 'all.zip', '--name', 'X', '--part', 'c.ris');
    expect({ code, err }).toEqual({ code: 1, err: 'There is no c.ris in all.zip. It holds a.ris and b/b.ris.\n' });
  });

  it('looks at a file and stores nothing', async () => {
    await put('one.ris', decided('Kettles', 'include') + ris('Tea'));
    const { code, out } = await person.types('import', file, 'one.ris', '--look');
    expect({ code, held: await recordsHeld() }).toEqual({ code: 0, held: 0 });
    expect(out).toContain('one.ris: 2 records as RIS. Nothing was stored.');
    expect(out).toContain('  Kettles: Kettles\n  Berg 2019: Tea\n');
    expect(out).toContain('Decisions of R. Berg: 1 to include, 0 to exclude, 0 undecided.');
    const { readings } = await person.asks<{ readings: unknown[] }>('import', file, 'one.ris', '--look');
    expect(readings).toMatchObject([{ name: 'one.ris', format: { id: 'ris' }, report: { read: 2 } }]);
  });

  it('makes decisions the votes of whoever they are said to be', async () => {
    await put('one.ris', decided('Kettles', 'include'));
    const wrong = await person.types('import', file, 'one.ris', '--name', 'MEDLINE', '--votes-of', 'R. Berg=Nobody');
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('nobody in this review is called "Nobody"') });
    const me = Object.values(await peopleIn())[0] ?? '';
    const { out } = await person.types('import', file, 'one.ris', '--name', 'MEDLINE', '--votes-of', `R. Berg=${me}`);
    expect(out).toContain('R. Berg: 1 vote made; 0 left, where a vote stood; 0 without an answer.');
  });

  it('takes only what is new of a search that was run again', async () => {
    await put('one.ris', decided('Kettles', 'include') + decided('Tea', 'exclude'));
    await put('two.ris', decided('Kettles', 'include') + decided('Cups', 'exclude'));
    const { imports } = await person.asks<Imported>('import', file, 'one.ris', '--name', 'MEDLINE', '--said', '2');
    const source = imports[0]?.source ?? '';
    const { out } = await person.types('import', file, 'two.ris', '--source', source, '--compare');
    expect(out).toContain('1 record known already; 1 new; 1 did not come again.');
    expect(await recordsHeld()).toBe(3);
    const said = await person.types('import', file, 'one.ris', '--name', 'X', '--said', 'many');
    expect(said).toMatchObject({ code: 2, err: expect.stringContaining('--said is a whole number, not "many"') });
  });
});

describe('throughline new', () => {
  it('never writes over a file that is there', async () => {
    const before = await readFile(person.at(file));
    const { code, err } = await person.types('new', file, '--title', 'Another');
    expect({ code, err }).toEqual({
      code: 1,
      err: `${person.at(file)} exists already and was left as it is. Choose another name.\n`,
    });
    expect(await readFile(person.at(file))).toEqual(before);
  });

  it('gives the file its ending', async () => {
    const made = await person.asks<{ file: string; title: string }>('new', 'night-watch', '--title', 'Night watch');
    expect(made).toMatchObject({ file: person.at('night-watch.throughline'), title: 'Night watch' });
  });

  it('leaves no file behind a title that says nothing', async () => {
    const { code, err } = await person.types('new', 'blank', '--title', '   ');
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(1);
    await expect(readFile(person.at('blank.throughline'))).rejects.toThrow('ENOENT');
  });

  it('says that there is no such folder', async () => {
    const { code, err } = await person.types('new', 'no/where', '--title', 'X');
    expect({ code, err }).toEqual({ code: 1, err: `There is no folder ${person.at('no')}.\n` });
  });
});
