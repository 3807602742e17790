import type { RecordView, StandingGroups, StandingGroupView } from '@throughline/wire';
import { describe, expect, it } from 'vitest';
import { groupOf } from './group-of.js';

const group = (id: string): StandingGroupView => ({
  ...{ id, records: [], how: 'hand', by: 'bea', at: '', from: {}, votes: 0, disagree: false },
  shown: { type: 'article', authors: [], keywords: [], tags: [] },
});
const record = (title: string | undefined, of?: string): Pick<RecordView, 'group' | 'reference'> => ({
  reference: { type: 'article', authors: [], keywords: [], tags: [], ...(title === undefined ? {} : { title }) },
  ...(of === undefined ? {} : { group: of }),
});

/** Answers as the server does, for groups of which some have the words; it keeps what it was asked. */
function answering(all: readonly string[], withWords: readonly string[]) {
  const asked: (string | undefined)[] = [];
  const duplicateGroups = async ({ text = '', after = '', limit = 1 }): Promise<StandingGroups> => {
    asked.push(text);
    const found = text === '' ? all : withWords;
    const from = after === '' ? 0 : found.indexOf(after) + 1;
    const page = found.slice(from, from + limit);
    const next = from + limit < found.length ? page.at(-1) : undefined;
    return { groups: page.map(group), total: found.length, ...(next === undefined ? {} : { next }) };
  };
  return { asked, server: { duplicateGroups } };
}
const names = (count: number) => Array.from({ length: count }, (_, at) => `g${at}`);

describe('the group of a record', () => {
  it('is none where it stands in none, and nothing is asked', async () => {
    const { asked, server } = answering([], []);
    expect(await groupOf(server, record('Mending'))).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('is found by the first words of the title, page by page', async () => {
    const { asked, server } = answering(names(900), names(300));
    const title = 'One two three four five six seven eight nine ten';
    expect((await groupOf(server, record(title, 'g250')))?.id).toBe('g250');
    expect(asked).toEqual(Array(3).fill('One two three four five six seven eight'));
  });

  it('is looked for among all where its words are not searched yet', async () => {
    const { asked, server } = answering(names(150), []);
    expect((await groupOf(server, record('Mending', 'g120')))?.id).toBe('g120');
    expect(asked).toEqual(['Mending', '', '']);
  });

  it('is not looked for without end', async () => {
    const { asked, server } = answering(names(9000), []);
    expect(await groupOf(server, record(undefined, 'g8000'))).toBeUndefined();
    expect(asked).toHaveLength(20);
  });
});
