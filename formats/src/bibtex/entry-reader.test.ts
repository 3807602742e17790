import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestRecord } from '../contract.js';
import { accountOf, foundIn, recordsOf, unreadOf } from '../testing/found-in.js';
import { bibtex } from './format.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const titlesIn = async (text: string) =>
  recordsOf(await foundIn(bibtex, bytesOf(text))).map(({ reference }) => reference.title);

const cases = new URL('./cases/', import.meta.url);
const files = readdirSync(cases).filter((name) => name.endsWith('.bib'));

/** What entries are made of, in any order. */
const pieces = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom('@article{', '@book(', 'k,', 'title', ' = ', '{', '}', '"', ',', '#', '\n', '\\', '@'),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '@comment{',
        '@string{a = "b"}',
        '\n@misc{a,\n',
        '\ntitle = {x},',
        '%',
        ')',
        '=',
        '\\}',
      ),
    },
    { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
  ),
  { maxLength: 40 },
);

describe('entries of a file', () => {
  it.each(files.filter((name) => name !== 'oneline.bib'))('accounts for every line: %s', async (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, cases)));
    const account = await accountOf(bytes, await foundIn(bibtex, bytes));
    expect(account.heldTwice).toEqual([]);
    expect(account.free).toBe(account.passedOver);
  });

  it('keeps an entry that never closes from the next ones', async () => {
    const good = '@article{b,\n  title = {Second},\n}\n';
    for (const bad of [
      '@article{a, title = {First\n',
      '@article{a, title = "First,\n',
      '@article{a,\n title = {First}}}\n',
      '@article{\n',
    ])
      expect((await titlesIn(`${bad}${good}${bad}${good}`)).filter((title) => title === 'Second')).toHaveLength(2);
  });

  it('reads the same whatever the pieces', async () => {
    await fc.assert(
      fc.asyncProperty(pieces, fc.array(fc.nat(200), { maxLength: 6 }), async (parts, cuts) => {
        const bytes = bytesOf(parts.join(''));
        const inside = cuts.filter((cut) => cut <= bytes.length);
        expect(await foundIn(bibtex, bytes, inside)).toEqual(await foundIn(bibtex, bytes));
      }),
      { numRuns: 500 },
    );
  });

  it('reads a whole entry behind any debris', async () => {
    await fc.assert(
      fc.asyncProperty(pieces, async (parts) => {
        const debris = parts.join('').replace(/@comment\{|%/g, '');
        expect(await titlesIn(`${debris}\n@article{last,\n  title = {The last one}\n}\n`)).toContain('The last one');
      }),
      { numRuns: 1000 },
    );
  });

  it('raw is the entry as the file has it', async () => {
    const [record] = recordsOf(await foundIn(bibtex, bytesOf('x\r\n  @book{a,\r\n  title = {A}}\r\n\r\n')));
    expect(record).toMatchObject({ raw: '  @book{a,\n  title = {A}}', lines: { from: 2, to: 3 } });
  });

  it('names an abbreviation that would fill the memory', async () => {
    const doubling = Array.from({ length: 40 }, (_, index) => `@string{a${index + 1} = a${index} # a${index}}`).join(
      '\n',
    );
    const uses = Array.from({ length: 2000 }, () => 'a13').join(' # ');
    const [record] = recordsOf(
      await foundIn(bibtex, bytesOf(`@string{a0 = "xxxxxxxx"}\n${doubling}\n@misc{k, title = a40, note = ${uses}}`)),
    );
    const length = record?.reference.tags.reduce((sum, { value }) => sum + value.length, 0) ?? 0;
    expect(record?.reference.title).toBeDefined();
    expect(length).toBeLessThan(2 * longestRecord);
  });

  it('cuts what is longer than any record, and goes on', async () => {
    const long = `@article{long,\n title = {Long},\n abstract = {${'words and words\n'.repeat(longestRecord / 15)}}\n}\n`;
    const found = await foundIn(bibtex, bytesOf(`${long}@article{b, title = {Next}}`));
    expect(recordsOf(found).map(({ reference, inPart }) => [reference.title, inPart])).toEqual([
      ['Long', true],
      ['Next', undefined],
    ]);
    expect(unreadOf(found).map(({ reason }) => reason)).toEqual(['record.unbalanced', 'record.too-long']);
  });

  it('tells which fields nobody knows', async () => {
    const found = await foundIn(
      bibtex,
      bytesOf('@misc{a, madeup = {1}, title = {A}}@misc{b, MadeUp = {2}, author+an = {x}}'),
    );
    expect(found.at(-1)).toEqual({ kind: 'not-understood', tag: 'madeup', records: 2, example: '1' });
  });

  it.each([
    ['@article{a,\n title={x}}', 'x.txt', true],
    ['\uFEFF% Encoding: UTF-8\n\n@Comment{jabref-meta: x;}\n', '', true],
    ['<p>@article{a, title={x}}</p>', '', true],
    ['body { color: red }\n@media screen {\n  a { top: 0 }\n}\n@font-face {}', 'x.css', false],
    ['To: me@example.org\nSubject: @article\n\n{hello}', 'x.eml', false],
    ['TY  - JOUR\nTI  - @article\nER  - \n', '', false],
    ['{"a": "@type", "@context": {"b": 1}}', '', false],
  ])('recognises %j (%s): %s', (text, name, expected) => {
    expect(bibtex.recognise(bytesOf(text), name) > 0.1).toBe(expected);
  });
});
