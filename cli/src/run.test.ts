import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from './commands.js';
import { Person } from './testing/typed.js';

let person: Person;
beforeAll(async () => {
  person = await Person.arrives();
});
afterAll(() => person.leaves());

describe('the command line', () => {
  it.each([
    [['demox'], 'There is no command "demox".'],
    [['help', 'demox'], 'There is no command "demox".'],
    [['demo'], 'throughline demo needs DIR.'],
    [['demo', 'a', 'b'], 'throughline demo does not take "b".'],
    [['demo', 'a', '--frob'], 'throughline demo does not take --frob.'],
    [['demo', 'a', '--review', 'other'], '--review can be link-workers and practice, not "other".'],
    [['demo', 'a', '--json=yes'], '--json takes no value.'],
    [['new', 'a.throughline'], 'throughline new needs --title.'],
    [['new', 'a.throughline', '--title'], '--title needs a value.'],
    [['new', 'a.throughline', '--title='], '--title needs a value.'],
    [['import', 'a.throughline'], 'throughline import needs SOURCE.'],
    [['import', 'a.throughline', 'b.ris'], 'throughline import needs --name.'],
    [['import', 'a.throughline', 'b.ris', '--name', 'X', '--kind', 'spell'], '--kind can be'],
    [['import', 'a.throughline', 'b.ris', '--name', 'X', '--date', 'May'], '--date is a day, a month or a year'],
    [['import', 'a.throughline', 'b.ris', '--name', 'X', '--source', 's'], '--source cannot go with --name.'],
    [['export', 'a.throughline', '--to', 'ris'], 'throughline export needs -o.'],
    [
      ['export', 'a.throughline', '--to', 'docx', '-o', 'x'],
      '--to can be ris, nbib, endnote-xml, bibtex, csl-json, csv and xlsx, not "docx".',
    ],
    [
      ['figure', 'a.throughline', 'pie', '-o', 'x.svg'],
      'figure can be flow, line-of-argument and contributions, not "pie".',
    ],
    [['figure', 'a.throughline', 'flow', '-o', 'x.png'], '-o can be OUT.svg'],
    [['document', 'a.throughline', 'report', '-o', 'x.docx'], '-o can be OUT.html'],
    [['trace', 'a.throughline'], 'throughline trace needs ID.'],
    [['--frob'], 'throughline does not take --frob.'],
  ])('refuses %j as wrong use', async (argv, sentence) => {
    const { code, out, err } = await person.types(...argv);
    expect(err).toContain(sentence);
    expect(err.split('\n').filter((line) => line !== '')).toHaveLength(2);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('prints the usage under a wrong use', async () => {
    const { err } = await person.types('export', 'a.throughline', '--to', 'ris');
    expect(err).toContain('Usage: throughline export FILE --to ris|nbib|endnote-xml|bibtex|csl-json|csv|xlsx -o OUT');
  });

  it('gives a program one object for a wrong use too', async () => {
    const { code, out } = await person.types('demo', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toEqual({
      error: {
        code: 'use.argumentMissing',
        values: { command: 'throughline demo', argument: 'DIR' },
        sentence: 'throughline demo needs DIR.',
      },
    });
  });

  it.each(commands.map(({ name }) => name).filter((name) => name !== ''))('explains %s', async (name) => {
    const { code, out } = await person.types(name, '--help');
    expect(out).toContain(`Usage: throughline ${name}`);
    expect(await person.types('help', name)).toEqual({ code, out, err: '' });
    expect(code).toBe(0);
  });

  it('lists every command', async () => {
    const { out } = await person.types('help');
    for (const { name } of commands) expect(out).toContain(`  throughline${name === '' ? '' : ` ${name}`} `);
    expect((await person.types('--help')).out).toBe(out);
    expect((await person.asks<{ commands: unknown[] }>('help')).commands).toHaveLength(commands.length);
  });

  it.each(['flow', 'check', 'trace', 'export', 'figure', 'document', 'import'])(
    '%s says that a file is missing',
    async (name) => {
      const rest =
        {
          trace: ['X'],
          export: ['--to', 'ris', '-o', 'o.ris'],
          figure: ['flow', '-o', 'o.svg'],
          document: ['report', '-o', 'o.html'],
          import: ['x.ris', '--name', 'X'],
        }[name] ?? [];
      const { code, out, err } = await person.types(name, 'none.throughline', ...rest);
      expect({ code, out, err }).toEqual({
        code: 1,
        out: '',
        err: `There is no file ${person.at('none.throughline')}.\n`,
      });
    },
  );

  it('says that a file is no review', async () => {
    await writeFile(
      person.at('note.throughline'),
      'a shopping list, which is long enough to have a header of a hundred bytes, and so is looked at in whole',
    );
    const { code, err } = await person.types('flow', 'note.throughline');
    expect({ code, err }).toEqual({ code: 1, err: `${person.at('note.throughline')} is not a Throughline review.\n` });
  });
});
