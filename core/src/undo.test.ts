import { describe, expect, it } from 'vitest';
import { type Telling, told, withArgument, withRecords, withReports } from '../test/telling.js';
import type { SeenChange } from './change.js';
import { writesOf } from './review.js';
import { backwardsOf } from './undo.js';

const undoing = (telling: Telling, change: SeenChange) =>
  telling.tries('AT', 'change.undone', {
    change: change.id,
    writes: backwardsOf(telling.review, writesOf(change) ?? []),
  });

/** Does something, and keeps that change, to be taken back after what comes then. */
function kept(telling: Telling, ...deed: Parameters<Telling['does']>): SeenChange {
  return telling.does(...deed).last;
}

describe('undo is decided against the present (L15)', () => {
  it('brings nothing back whose ground is gone', () => {
    const telling = withArgument();
    const removal = kept(telling, 'AT', 'claim.removed', { id: 'CL1' });
    telling.does('AT', 'construct.removed', { id: 'T1' });
    expect(undoing(telling, removal)).toMatchObject({ code: 'thing.gone', values: { id: 'T1' } });
  });

  it('moves nothing back to what is gone', () => {
    const telling = withArgument().does('AT', 'construct.made', { id: 'T2', name: 'B', order: 2, concepts: [] });
    const move = kept(telling, 'AT', 'claim.edited', { id: 'CL1', set: { home: { on: 'construct', id: 'T2' } } });
    telling.does('AT', 'construct.removed', { id: 'T1' });
    expect(undoing(telling, move)).toMatchObject({ code: 'thing.gone', values: { id: 'T1' } });
  });

  it('brings no second vote of one person back', () => {
    const telling = withReports(1);
    const removal = kept(telling, 'AT', 'vote.removed', { id: 'ft1' });
    telling.does('AT', 'vote.made', { id: 'anew', record: 'r.1', stage: 'full-text', answer: 'include' });
    expect(undoing(telling, removal)?.code).toBe('vote.twice');
  });

  it('brings no duplicate group back over another', () => {
    const telling = withRecords(3).does('AT', 'duplicate-group.made', { id: 'g', records: ['r.1', 'r.2'] });
    const removal = kept(telling, 'AT', 'duplicate-group.removed', { id: 'g' });
    telling.does('AT', 'duplicate-group.made', { id: 'g2', records: ['r.2', 'r.3'] });
    expect(undoing(telling, removal)?.code).toBe('group.overlaps');
  });

  it('takes away again what an undo brought back, for whoever brought it back', () => {
    const telling = withRecords(3).does('BH', 'duplicate-group.made', { id: 'g', records: ['r.1', 'r.2'] });
    const undone = (by: string, change: SeenChange) =>
      telling.tries(by, 'change.undone', {
        change: change.id,
        writes: backwardsOf(telling.review, writesOf(change) ?? []),
      });
    expect(undone('AT', telling.last)).toBeUndefined();
    expect(undone('AT', telling.last)).toBeUndefined();
    const { last } = telling;
    expect(telling.review.gather.groups.get('g')?.trail).toMatchObject({ made: { by: 'BH' }, back: { by: 'AT' } });
    expect(undone('BH', last)).toMatchObject({ code: 'undo.notYours', values: { by: 'AT' } });
    expect(undone('AT', last)).toBeUndefined();
    expect(telling.review.gather.groups.get('g')?.trail.gone).toMatchObject({ by: 'AT' });
    expect(undone('AT', last)?.code).toBe('undo.laterWork');
  });

  it('leaves the review its last lead', () => {
    const telling = told();
    const joined = telling.log.find(({ kind }) => kind === 'person.made') as SeenChange;
    expect(undoing(telling, joined)?.code).toBe('role.lastLead');
    const promotion = kept(telling, 'AT', 'person.edited', { id: 'BH', set: { role: 'lead' } });
    telling.does('BH', 'person.edited', { id: 'AT', set: { role: 'reviewer' } });
    const undone = { change: promotion.id, writes: backwardsOf(telling.review, writesOf(promotion) ?? []) };
    expect(telling.tries('BH', 'change.undone', undone)?.code).toBe('role.lastLead');
  });

  it('still takes back what stands in nobody’s way', () => {
    const telling = withArgument();
    expect(undoing(telling, kept(telling, 'AT', 'claim.removed', { id: 'CL1' }))).toBeUndefined();
    expect(undoing(telling, kept(telling, 'AT', 'vote.removed', { id: 'ft1' }))).toBeUndefined();
    expect(telling.review.synthesise.claims.get('CL1')?.trail.gone).toBeUndefined();
  });

  it('names no shelf but those that there are', () => {
    for (const on of ['conflicts.length', 'newer.map', 'floor.constructor', 'constructor.prototype']) {
      const writes = [{ do: 'revive', on, id: 'L1' }];
      expect(withArgument().tries('AT', 'change.undone', { change: 'c1', writes })?.code).toBe('undo.nothing');
    }
  });
});

describe('a review', () => {
  it('keeps one lead, whoever is taken out of it', () => {
    expect(told().tries('AT', 'person.removed', { id: 'AT' })?.code).toBe('role.lastLead');
    const two = told().does('AT', 'person.edited', { id: 'BH', set: { role: 'lead' } });
    expect(two.tries('AT', 'person.removed', { id: 'AT' })).toBeUndefined();
  });

  it('is one, and stays', () => {
    expect(told().tries('AT', 'review.made', { id: 'second', title: 'x' })?.code).toBe('thing.onlyOne');
    expect(told().tries('AT', 'review.removed', { id: 'kettles' })?.code).toBe('thing.stays');
    const telling = told();
    expect(undoing(telling, telling.log[0] as SeenChange)?.code).toBe('thing.stays');
  });

  it('cannot take back that something was withdrawn (L17)', () => {
    const telling = told();
    const gone = kept(telling, 'AT', 'withdrawal.made', { id: 'w', content: 'a'.repeat(64), reason: 'asked for' });
    expect(undoing(telling, gone)?.code).toBe('thing.stays');
  });

  it('has one protocol, whose amendments are its edits', () => {
    const protocol = { aim: 'a', questions: ['q'], method: 'm' };
    const telling = told().does('AT', 'protocol.made', { id: 'p1', ...protocol });
    expect(telling.tries('AT', 'protocol.made', { id: 'p2', ...protocol })).toMatchObject({
      code: 'thing.onlyOne',
      values: { id: 'p1' },
    });
    telling.does('AT', 'protocol.edited', { id: 'p1', set: { aim: 'b' } }).does('AT', 'protocol.removed', { id: 'p1' });
    expect(telling.tries('AT', 'protocol.made', { id: 'p2', ...protocol })).toBeUndefined();
  });
});
