import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Brought, type Material, freeze } from '@throughline/core';
import { memoryKeeper, namesOf } from '@throughline/storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JourneyStopped, buildReview } from './desk.js';
import { temporaryFolder } from './testing/review-file.js';

const when = { by: 'ana', at: '2025-03-01T12:00:00.000Z' };
const brought = (thing: string, id: string, fields: Brought['fields'], more: Partial<Brought> = {}): Brought => ({
  thing,
  id,
  fields,
  ...when,
  ...more,
});

const paper = [
  '[page 211]',
  'Nobody asked me before.',
  '[page 212]',
  'Time was what mattered. Nobody asked me before. 🙂 Said one.',
  '',
].join('\n');
const list = 'TY  - JOUR\nAU  - Moffatt, Suzanne\nTI  - Link workers\nPY  - 2017\nER  - \n';
const names = { ana: 'Ana Reyes', ben: 'Ben Okafor' };

const material = (read: readonly Brought[]): Material => ({
  start: [
    brought('review', 'shared-care', { title: 'Shared care' }),
    brought('person', 'ana', { role: 'lead' }),
    brought('person', 'ben', { role: 'reviewer' }),
  ],
  plan: [brought('criterion', 'c1', { sort: 'inclusion', heading: 'Evidence', text: 'Qualitative', order: 1 })],
  gather: [brought('source', 'medline', { kind: 'database', name: 'MEDLINE' })],
  files: [{ id: 'imp', source: 'medline', path: 'search.ris', ...when }],
  routes: [],
  screen: [brought('vote', 'v1', { record: 'imp.1', stage: 'title-abstract', answer: 'include' }, { by: 'ben' })],
  reports: [
    brought('report', 'moffatt', {
      record: 'imp.1',
      label: 'Moffatt 2017',
      title: 'Link workers',
      authors: ['Moffatt S'],
    }),
  ],
  documents: [{ id: 'doc', report: 'moffatt', name: 'Paper', path: 'paper.txt', ...when }],
  read,
  relate: [],
  translate: [],
  synthesise: [],
  report: [],
  notes: [],
});
const passage = (fields: Brought['fields']) => brought('passage', 'p1', { document: 'doc', order: 'first', ...fields });

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
  await writeFile(join(folder, 'paper.txt'), paper);
  await writeFile(join(folder, 'search.ris'), list);
});
afterEach(() => remove());

const build = (read: readonly Brought[], keeper = memoryKeeper()) => buildReview(keeper, folder, material(read), names);

describe('a journey at the desk', () => {
  it('makes every thing by whom and when it was brought', async () => {
    const { review } = await build([]);
    expect(review.screen.votes.get('v1')?.trail.made).toEqual({
      by: 'ben',
      at: when.at,
      change: 'shared-care.vote.v1',
    });
    expect(review.gather.records.get('imp.1')?.label).toBe('Moffatt 2017');
    expect(review.conflicts).toEqual([]);
  });

  it('keeps names on cards, and out of the log', async () => {
    const keeper = memoryKeeper();
    const open = await build([], keeper);
    expect(await namesOf(keeper, open.review)).toEqual(names);
    expect(JSON.stringify(await keeper.changes(open.id))).not.toContain('Okafor');
  });

  it('freezes the text of a document, with its printed pages', async () => {
    const keeper = memoryKeeper();
    const { review } = await build([], keeper);
    const document = review.read.documents.get('doc');
    expect(document).toMatchObject({
      extractor: 'plain text 1',
      length: [...paper].length,
      pages: [
        { from: 0, printed: '211' },
        { from: 35, printed: '212' },
      ],
    });
    const content = document && (await keeper.content(document.text));
    expect(content && 'bytes' in content ? new TextDecoder().decode(content.bytes) : undefined).toBe(paper);
  });

  it('places quoted words in the text, and on their page', async () => {
    const { review } = await build([passage({ quote: 'Nobody asked me before.', occurrence: 2, speaker: 'P4' })]);
    const placed = review.read.passages.get('p1');
    expect(placed).toMatchObject({ quote: 'Nobody asked me before.', page: '212', speaker: 'P4' });
    expect([...paper].slice(placed?.from, placed?.to).join('')).toBe('Nobody asked me before.');
    expect(placed?.before.endsWith('mattered. ')).toBe(true);
    expect(placed?.after.startsWith(' 🙂 Said')).toBe(true);
  });

  it('prefers the page that was given', async () => {
    const { review } = await build([passage({ quote: 'Time was', page: 'e12' })]);
    expect(review.read.passages.get('p1')?.page).toBe('e12');
  });

  it('stops at words that are not in the text, and names the passage', async () => {
    const stopped = await build([passage({ quote: 'Somebody asked' })]).catch((error: unknown) => error);
    expect(stopped).toBeInstanceOf(JourneyStopped);
    expect(stopped).toMatchObject({ thing: { thing: 'passage', id: 'p1' }, refusal: { code: 'passage.notInText' } });
  });

  it('stops at what the room refuses, and keeps what was made before', async () => {
    const keeper = memoryKeeper();
    const stopped = await build(
      [brought('characteristic', 'x', { report: 'nobody', name: 'Country', value: 'UK' })],
      keeper,
    ).catch((error: unknown) => error);
    expect(stopped).toMatchObject({ thing: { id: 'x' }, refusal: { code: 'thing.missing', values: { id: 'nobody' } } });
    expect((await keeper.changes((await keeper.reviews())[0] ?? ('' as never))).at(-1)?.kind).toBe('document.made');
  });

  it('stops at a file that is no list of references', async () => {
    await writeFile(join(folder, 'search.ris'), '%PDF-1.7\n');
    expect(await build([]).catch((error: unknown) => error)).toMatchObject({
      thing: { thing: 'import', id: 'imp' },
      refusal: { code: 'format.binary' },
    });
  });

  it('is made again without anything being there twice (L14)', async () => {
    const keeper = memoryKeeper();
    const marked = [passage({ quote: 'Time was' })];
    const first = await build(marked, keeper);
    const head = first.head;
    await first.close();
    expect((await build(marked, keeper)).head).toBe(head);
  });

  it('gives the same review anywhere (L3)', async () => {
    const [one, other] = [await build([passage({ quote: 'Time was' })]), await build([passage({ quote: 'Time was' })])];
    expect(freeze(one.review)).toBe(freeze(other.review));
  });
});
