import { writeFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Person } from '../testing/typed.js';

let person: Person;
beforeAll(async () => {
  person = await Person.arrives();
  await person.types('new', 'review.throughline', '--title', 'A review');
});
afterAll(() => person.leaves());

async function imports(name: string, bytes: Uint8Array | string) {
  await writeFile(person.at(name), bytes);
  return person.types('import', 'review.throughline', name, '--name', name);
}

const blanks = new Uint8Array(32 * 1024 * 1024).fill(0x20);
const types = { '[Content_Types].xml': strToU8('<Types/>') };
const bombs: readonly (readonly [string, () => Uint8Array])[] = [
  ['bomb.zip', () => zipSync({ 'a.ris': blanks })],
  ['inner.zip', () => zipSync({ 'inner.zip': zipSync({ 'a.ris': blanks }) })],
  ['bomb.docx', () => zipSync({ ...types, 'word/document.xml': blanks })],
];

describe('files made to do harm', () => {
  it.each(bombs)(
    'that unpack without measure are refused in a sentence: %s',
    { timeout: 60_000 },
    async (name, bytes) => {
      expect(await imports(name, bytes())).toEqual({
        code: 1,
        out: expect.any(String),
        err: expect.stringContaining(
          `${name} unpacks to far more than it says, or than a file of references ever holds.`,
        ),
      });
    },
  );

  it('that declare texts for texts are read without them, and it is said', async () => {
    const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
    const { code, out } = await imports(
      'laughs.xml',
      `<!DOCTYPE xml [<!ENTITY l0 "lol">${laughs}]>\n<xml><records><record><ref-type name="Book">6</ref-type><titles><title>&l9;</title></titles></record></records></xml>`,
    );
    expect(code).toBe(0);
    expect(out).toContain('This record writes &l9; for a text that is declared elsewhere.');
  });

  it('that are nested without end are refused as one record, and the rest is taken', async () => {
    const deep = `{"type":"book","a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    const { code, out } = await imports('deep.json', `[${deep},{"type":"book","title":"Next"}]`);
    expect(code).toBe(0);
    expect(out).toContain('deep.json: 1 record');
    expect(out).toContain('1 record could not be read');
  });

  it('whose directory lies are said to be damaged', async () => {
    const bytes = zipSync({ 'a.ris': strToU8('TY  - JOUR\nTI  - A\nER  - \n') });
    bytes.fill(0xff, 30 + 'a.ris'.length, 30 + 'a.ris'.length + 10);
    const { code, err } = await imports('lies.zip', bytes);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('lies.zip is damaged') });
  });
});
