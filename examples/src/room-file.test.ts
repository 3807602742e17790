import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMaterial } from './material.js';
import { parseRoomFile } from './room-file.js';

const parse = (file: unknown) => parseRoomFile(JSON.stringify(file), join('reviews', 'one', 'gather.json'));

describe('a room file', () => {
  it('brings its things in the order in which they stand', () => {
    const { things } = parse({
      levels: [{ id: 'a', name: 'A', order: 1 }],
      'third-order constructs': [{ id: 'b', name: 'B', order: 1, level: 'a', concepts: [] }],
    });
    expect(things).toEqual([
      { thing: 'level', id: 'a', fields: { name: 'A', order: 1 } },
      { thing: 'construct', id: 'b', fields: { name: 'B', order: 1, level: 'a', concepts: [] } },
    ]);
  });

  it('takes one entry where there can be only one', () => {
    const { things } = parse({ outcome: { id: 'o', text: 'They agree.', syntheses: ['reciprocal'] } });
    expect(things).toHaveLength(1);
  });

  it('lends who, when and why to entries that do not say otherwise', () => {
    const { things } = parse({
      note: 'For the reader.',
      who: 'AK',
      when: '2025-01-20',
      why: 'It was agreed.',
      routes: [
        { id: 'a', record: 'x.1', by: 'alert' },
        {
          id: 'b',
          record: 'x.2',
          by: 'hand',
          who: 'BO',
          when: '2025-01-21T08:30:00.000Z',
          why: 'Told by a colleague.',
        },
      ],
    });
    expect(things).toEqual([
      {
        thing: 'route',
        id: 'a',
        fields: { record: 'x.1', by: 'alert' },
        by: 'AK',
        at: '2025-01-20T12:00:00.000Z',
        because: 'It was agreed.',
      },
      {
        thing: 'route',
        id: 'b',
        fields: { record: 'x.2', by: 'hand' },
        by: 'BO',
        at: '2025-01-21T08:30:00.000Z',
        because: 'Told by a colleague.',
      },
    ]);
  });

  it('keeps names beside the people, and names of other things with them', () => {
    const { things, names } = parse({
      people: [{ id: 'AK', role: 'lead', name: 'Ana Kestrel' }],
      sources: [{ id: 's', kind: 'database', name: 'Hearth Index' }],
    });
    expect(names).toEqual({ AK: 'Ana Kestrel' });
    expect(things.map(({ fields }) => fields)).toEqual([{ role: 'lead' }, { kind: 'database', name: 'Hearth Index' }]);
  });

  it('finds files and documents from its own folder', () => {
    const { files, documents, things } = parse({
      files: [{ id: 'f', source: 's', path: 'export.ris', who: 'CL' }],
      documents: [{ id: 'd', report: 'r', name: 'paper.txt', path: 'papers/paper.txt' }],
    });
    expect(files).toEqual([{ id: 'f', source: 's', path: join('reviews', 'one', 'export.ris'), by: 'CL' }]);
    const path = join('reviews', 'one', 'papers', 'paper.txt');
    expect(documents).toEqual([{ id: 'd', report: 'r', name: 'paper.txt', path }]);
    expect(things).toEqual([]);
  });

  it.each([
    ['text that is no JSON', '{"levels": [', /^gather\.json is not JSON: /],
    ['a list at the top', '[]', /^gather\.json is not an object of lists\.$/],
    ['an unknown list', '{"vibes": [{"id": "a"}]}', /^gather\.json has a list called “vibes”, which no room knows\.$/],
    ['an entry without an id', '{"levels": [{"name": "A"}]}', /^gather\.json, entry 1 of “levels”, has no “id”\.$/],
    ['an entry that is no object', '{"levels": ["A"]}', /^gather\.json, entry 1 of “levels”, is not an object\.$/],
    ['a day that is none', '{"levels": [{"id": "a", "when": "2025-02-30"}]}', /“2025-02-30” is not a day/],
    ['a file without a source', '{"files": [{"id": "f", "path": "x.ris"}]}', /^gather\.json, f, has no “source”\.$/],
  ])('refuses %s, with the place', (_, text, sentence) => {
    expect(() => parseRoomFile(text, 'gather.json')).toThrow(sentence);
  });
});

describe('a folder of room files', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-example-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('needs a review with a title, and no more', async () => {
    await expect(readMaterial(folder)).rejects.toThrow(/review\.json names no review with a title/);
    await writeFile(join(folder, 'review.json'), '{"review": {"id": "r", "title": "A small one"}}');
    const { material, title } = await readMaterial(folder);
    expect(title).toBe('A small one');
    expect(Object.values(material).flat()).toHaveLength(1);
  });
});
