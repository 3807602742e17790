import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withRecords } from '../../test/telling.js';
import { disagreements } from './decisions.js';
import { type ArmFlow, flow } from './flow.js';

describe('votes on a duplicate group', () => {
  it('meet, and are settled on any of its records', () => {
    const telling = withRecords(2)
      .does('AT', 'duplicate-group.made', { id: 'g', records: ['r.1', 'r.2'] })
      .does('AT', 'vote.made', { id: 'v1', record: 'r.1', stage: 'full-text', answer: 'include' })
      .does('BH', 'vote.made', { id: 'v2', record: 'r.2', stage: 'full-text', answer: 'exclude', reason: 'setting' });
    expect(disagreements(telling.review)).toHaveLength(1);
    telling.does('AT', 'settlement.made', { id: 's', record: 'r.1', stage: 'full-text', answer: 'include' });
    expect(disagreements(telling.review)).toEqual([]);
  });

  it('are settled as an exclusion at full text only with a reason', () => {
    const telling = withRecords(1);
    telling.does('AT', 'vote.made', { id: 'v1', record: 'r.1', stage: 'full-text', answer: 'maybe' });
    const settled = { id: 's', record: 'r.1', stage: 'full-text', answer: 'exclude' };
    expect(telling.tries('AT', 'settlement.made', settled)?.code).toBe('vote.noReason');
    expect(telling.tries('AT', 'settlement.made', { ...settled, reason: 'wrong setting' })).toBeUndefined();
  });

  it('hold each record once', () => {
    const twice = { id: 'g', records: ['r.1', 'r.1'] };
    expect(withRecords(2).tries('AT', 'duplicate-group.made', twice)?.code).toBe('change.payloadInvalid');
  });
});

const worth = (count: ArmFlow['identified']): number => (count.basis === 'not reported' ? Number.NaN : count.value);

describe('the flow of any votes', () => {
  it('adds up at every step', () => {
    const answer = fc.option(fc.constantFrom('include', 'exclude', 'maybe'), { nil: undefined });
    const said = fc.record({ 'title-abstract': answer, 'full-text': answer });
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 8 }), (works) => {
        const telling = withRecords(works.length);
        let open = { 'title-abstract': 0, 'full-text': 0 };
        for (const [at, work] of works.entries()) {
          for (const stage of ['title-abstract', 'full-text'] as const) {
            const vote = { id: `${stage}${at}`, record: `r.${at + 1}`, stage, answer: work[stage], reason: 'setting' };
            if (work[stage] !== undefined) telling.does('AT', 'vote.made', vote);
          }
          if (work['full-text'] === 'maybe') open = { ...open, 'full-text': open['full-text'] + 1 };
          else if (work['full-text'] === undefined && work['title-abstract'] === 'maybe')
            open = { ...open, 'title-abstract': open['title-abstract'] + 1 };
        }
        const arm = flow(telling.review).databases;
        const [screened, sought, assessed] = [worth(arm.screened), worth(arm.sought), worth(arm.assessed)];
        expect(screened).toBe(worth(arm.excluded) + sought + open['title-abstract']);
        expect(sought).toBe(worth(arm.notRetrieved) + assessed);
        expect(assessed).toBe(worth(arm.excludedAtFullText) + worth(arm.included) + open['full-text']);
      }),
    );
  });
});
