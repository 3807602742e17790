import { describe, expect, it } from 'vitest';
import { withRecords } from '../../test/telling.js';
import { shareMark } from './handed.js';

const handed = {
  id: 'h',
  person: 'BH',
  stage: 'title-abstract',
  percent: 20,
  seed: 's',
  works: 1,
  history: 'a'.repeat(64),
};

describe('handing over', () => {
  it.each([
    ['BH', handed, 'role.mayNot'],
    ['CP', handed, 'role.mayNot'],
    ['AT', { ...handed, person: 'CP' }, 'role.mayNot'],
    ['AT', { ...handed, person: 'nobody' }, 'thing.missing'],
    ['AT', { ...handed, percent: 0 }, 'change.payloadInvalid'],
    ['AT', { ...handed, percent: 100.1 }, 'change.payloadInvalid'],
    ['AT', { ...handed, stage: 'abstract' }, 'change.payloadInvalid'],
    ['AT', { ...handed, takenBack: 3 }, 'change.payloadInvalid'],
  ])('is not for %s with %j', (by, payload, code) => {
    expect(withRecords(5).tries(by, 'hand-over.made', payload)?.code).toBe(code);
  });

  it('is noted once, and stays as it was noted', () => {
    const telling = withRecords(5).does('AT', 'hand-over.made', handed);
    expect(telling.tries('AT', 'hand-over.made', handed)?.code).toBe('thing.exists');
    expect(telling.tries('AT', 'hand-over.edited', { id: 'h', set: { percent: 50 } })?.code).toBe('change.kindUnknown');
    expect(telling.review.screen.handed.get('h')).toMatchObject({ percent: 20, trail: { made: { by: 'AT' } } });
    expect(shareMark(telling.review)).toBeUndefined();
  });

  it('is taken back by a lead or by whoever read it, as often as they like', () => {
    const telling = withRecords(5).does('AT', 'hand-over.made', handed);
    telling.does('AT', 'person.made', { id: 'DO', role: 'reviewer', card: 'a'.repeat(64) });
    const back = (changes: number) => ({ id: 'h', changes });
    expect(telling.tries('DO', 'hand-over.takenBack', back(1))?.code).toBe('role.mayNot');
    telling.does('BH', 'hand-over.takenBack', back(1)).does('AT', 'hand-over.takenBack', back(4));
    expect(telling.review.screen.handed.get('h')).toMatchObject({ takenBack: 4 });
    expect(telling.tries('AT', 'hand-over.takenBack', { id: 'g', changes: 1 })?.code).toBe('thing.missing');
  });

  it('is cancelled by taking it back as a change, and not taken back after', () => {
    const telling = withRecords(5).does('AT', 'hand-over.made', handed);
    const writes = [{ do: 'remove', on: 'screen.handed', id: 'h' }];
    telling.does('AT', 'change.undone', { change: telling.last.id, writes });
    expect(telling.tries('BH', 'hand-over.takenBack', { id: 'h', changes: 1 })?.code).toBe('thing.gone');
  });
});
