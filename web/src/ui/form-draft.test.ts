import { describe, expect, it } from 'vitest';
import { changedFields, draftOf, type Field, problemIn, saidIn } from './form-draft.js';

const fields: readonly Field[] = [
  { name: 'name', label: 'Name', sort: 'line', needed: true },
  { name: 'alsoCalled', label: 'Other names', sort: 'lines' },
  { name: 'date', label: 'Date', sort: 'day' },
  { name: 'item', label: 'Item', sort: 'number', from: 1, to: 19 },
  { name: 'level', label: 'Level', sort: 'choice', options: [{ value: 'l-1', label: 'The stop' }] },
  { name: 'rests', label: 'Rests on', sort: 'several', options: ['b', 'a'].map((value) => ({ value, label: value })) },
  { name: 'inferred', label: 'Inferred', sort: 'yes' },
];

describe('a form', () => {
  it('says what was typed, trimmed, and nothing of what is empty', () => {
    const draft = {
      name: ' The stop ',
      alsoCalled: 'halt\n\n shelter ',
      date: '',
      item: '2',
      rests: ['a', 'b', 'gone'],
    };
    expect(saidIn(fields, draft)).toEqual({
      name: 'The stop',
      alsoCalled: ['halt', 'shelter'],
      item: 2,
      rests: ['b', 'a'],
    });
  });

  it('does not say a choice that is no longer offered', () => {
    expect(saidIn(fields, { name: 'x', level: 'l-2' })).not.toHaveProperty('level');
  });

  it('shows a thing so that keeping it unchanged changes nothing', () => {
    const thing = { id: 'x', name: 'The stop', alsoCalled: ['halt', 'shelter'], item: 3, rests: ['b'], inferred: true };
    const said = saidIn(fields, draftOf(thing));
    expect(said).toEqual({ name: 'The stop', alsoCalled: ['halt', 'shelter'], item: 3, rests: ['b'], inferred: true });
    expect(changedFields(said, saidIn(fields, draftOf(thing)))).toEqual({});
  });

  it('sets only what changed, and empties with null', () => {
    expect(changedFields({ name: 'a', date: '2024', rests: ['b'] }, { name: 'b', rests: ['b'] })).toEqual({
      name: 'b',
      date: null,
    });
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ name: 'x', date: '31.5.2024' }, 'date'],
    [{ name: 'x', item: '20' }, 'item'],
    [{ name: 'x', item: '1.5' }, 'item'],
    [{ name: 'x', item: 'two' }, 'item'],
  ])('names the field that is wrong in %j', (draft, field) => {
    expect(problemIn(fields, draft)?.field).toBe(field);
  });

  it('finds nothing wrong with a day as precise as it is known', () => {
    for (const date of ['2024', '2024-05', '2024-05-31', ''])
      expect(problemIn(fields, { name: 'x', date })).toBeUndefined();
  });
});
