import { formats } from '@throughline/formats';
import { expect, it } from 'vitest';
import { Chance } from '../chance.js';
import { type MadeRecord, madeRecord } from '../made-record.js';
import { bibtexText } from './bibtex.js';
import { nbibText } from './nbib.js';
import { risText } from './ris.js';

/** One record of every dialect: they change with the hundreds. */
const records = [150, 250, 450, 650, 850].map((number) => madeRecord(new Chance(number), number));

it.each([
  ['ris', risText],
  ['nbib', nbibText],
  ['bibtex', bibtexText],
] as const)('what is written as %s is read again', async (name, text) => {
  const read = await readAgain(name, records.map(text).join(''));
  expect(read).toEqual(records.map(said));
});

it('the same seed makes the same record', () => {
  expect(madeRecord(new Chance(5), 1)).toEqual(madeRecord(new Chance(5), 1));
  expect(madeRecord(new Chance(5), 1)).not.toEqual(madeRecord(new Chance(6), 1));
});

const letters = (text = ''): string => text.replace(/[^\p{L}\p{N}]/gu, '');
const said = ({ title, abstract, doi, authors, year }: MadeRecord) => ({
  ...{ title: letters(title), abstract: letters(abstract.join('')), doi, authors: authors.length, year },
});

async function readAgain(name: string, text: string) {
  const format = formats.find((each) => each.name === name);
  const found = [];
  for await (const each of format?.read(inOnePiece(text)) ?? []) {
    if (each.kind !== 'record') continue;
    const { title, abstract, doi, authors, year } = each.reference;
    found.push({ title: letters(title), abstract: letters(abstract), doi, authors: authors.length, year });
  }
  return found;
}

async function* inOnePiece(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
