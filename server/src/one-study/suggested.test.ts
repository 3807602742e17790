import { type ImportId, asId, see } from '@throughline/core';
import type { SuggestedStudies } from '@throughline/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textToAttach } from '../attach-text.js';
import { importFile } from '../import-file.js';
import { isProblem } from '../problem.js';
import { type AtTheDesk, atTheDesk } from '../testing/at-the-desk.js';
import { ana, ben, done, proposal, reviewId } from '../testing/review-file.js';
import { suggestedStudies } from './suggested.js';

let desk: AtTheDesk;
const suggested = async () =>
  (await desk.get(`/api/reviews/${reviewId}/studies/suggested`)).json<SuggestedStudies>().suggestions;
const groups = async () => (await suggested()).map(({ reports }) => reports);
const does = (kind: string, payload: object) => done(desk.served.open, ana, proposal(kind, payload));

/** Four papers: two by Reyes and Moss, one by Reyes and Lind, one by others. */
const papers = [
  ['Kettles that come back', ['Reyes, Ana', 'Moss, Kit'], ''],
  ['Toasters that stay', ['Moss, Kit', 'Reyes, Ana'], ''],
  ['What the Lower Quern project taught', ['Lind, Per', 'Reyes, Ana'], ''],
  ['Lamps', ['Castellane, J'], ''],
] as const;
const ris = papers
  .map(
    ([title, authors]) =>
      `TY  - JOUR\n${authors.map((each) => `AU  - ${each}\n`).join('')}TI  - ${title}\nPY  - 2019\nER  - \n\n`,
  )
  .join('');

async function attach(id: string, report: string, text: string): Promise<void> {
  const taken = textToAttach(report, id, `${id}.txt`, new TextEncoder().encode(text));
  if (isProblem(taken)) throw new Error(taken.code);
  const [answer] = await desk.served.open.propose([proposal('document.made', { id, ...taken.fields })], ana.person, {
    beside: { contents: taken.contents },
  });
  expect(answer).toHaveProperty('accepted');
}

beforeEach(async () => {
  desk = await atTheDesk();
  const file = { name: 'a.ris', bytes: new TextEncoder().encode(ris) };
  const source = { kind: 'database' as const, name: 'MEDLINE' };
  await importFile(desk.served.open, { source, file, import: asId<ImportId>('m'), by: ana.person });
  for (const [at, [title, authors]] of papers.entries())
    await does('report.made', { id: `p${at + 1}`, record: `m.${at + 1}`, label: title, title, authors, year: 2019 });
});
afterEach(() => desk.leave());

describe('reports that may describe one study', () => {
  it('are suggested with why, and nothing is applied', async () => {
    const [one, ...others] = await suggested();
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      reports: ['p1', 'p2'],
      adds: ['p1', 'p2'],
      strength: 'some',
      links: [{ a: 'p1', b: 'p2', authors: ['Reyes, Ana', 'Moss, Kit'], signs: [], doubts: [] }],
    });
    expect([desk.served.review.read.studies.size, desk.served.review.read.apart.size]).toEqual([0, 0]);
  });

  it('are no suggestion any more once they are one study, or were found not to be one', async () => {
    await does('study.made', { id: 's', name: 'Mending', reports: ['p1', 'p2'] });
    expect(await groups()).toEqual([]);
    await does('study.removed', { id: 's' });
    expect(await groups()).toEqual([['p1', 'p2']]);
    await does('not-one-study.made', { id: 'n', reports: ['p1', 'p2'] });
    expect(await groups()).toEqual([]);
    await does('not-one-study.removed', { id: 'n' });
    expect(await groups()).toEqual([['p1', 'p2']]);
  });

  it('are found by what a corrected record says', async () => {
    const abstract = 'Interviews in the Lower Quern project.';
    await does('correction.made', { id: 'c', record: 'm.1', abstract });
    expect(await suggested()).toMatchObject([
      {
        reports: ['p1', 'p2', 'p3'],
        signs: [{ kind: 'programme', text: 'Lower Quern project', reports: ['p1', 'p3'] }],
      },
    ]);
  });

  it('are found by a number in a text that is held', async () => {
    await attach('d3', 'p3', 'Trial registration: ISRCTN12345678.');
    await attach('d4', 'p4', 'Registered as ISRCTN 12345678.\nReferences\n1. NCT00000001');
    const found = await suggested();
    expect(found.map(({ reports, strength }) => [reports, strength])).toEqual([
      [['p3', 'p4'], 'strong'],
      [['p1', 'p2'], 'some'],
    ]);
    expect(found[0]?.signs).toEqual([{ kind: 'registration', text: 'ISRCTN12345678', reports: ['p3', 'p4'] }]);
  });

  it('are told a viewer only from the rooms that they may enter', async () => {
    await does('correction.made', { id: 'c', record: 'm.1', abstract: 'Interviews in the Lower Quern project.' });
    const seen = async () => {
      const review = see(desk.served.review, { person: ben.person, role: 'commenter' });
      return (await suggestedStudies(desk.served, review)).suggestions.map(({ reports }) => reports);
    };
    expect(await seen()).toEqual([]);
    await does('room-opening.made', { id: 'o1', room: 'read' });
    expect(await seen()).toEqual([['p1', 'p2']]);
    await does('room-opening.made', { id: 'o2', room: 'gather' });
    expect(await seen()).toEqual([['p1', 'p2', 'p3']]);
  });
});
