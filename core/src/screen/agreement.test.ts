import { describe, expect, it } from 'vitest';
import { withRecords } from '../../test/telling.js';
import { asId, type PersonId } from '../ids.js';
import { agreementOf, agreementsOf } from './agreement.js';

const [at, bh] = [asId<PersonId>('AT'), asId<PersonId>('BH')];

/** Both read works one after the other and answered so: "ii" include twice, "ie" they differ, "i-" only the first read. */
function reading(...works: string[]) {
  const telling = withRecords(works.length);
  const answers: Record<string, string> = { i: 'include', e: 'exclude', m: 'maybe' };
  for (const [n, work] of works.entries()) {
    for (const [k, by] of ['AT', 'BH'].entries()) {
      const answer = answers[work[k] ?? ''];
      const vote = { id: `v${n}${by}`, record: `r.${n + 1}`, stage: 'title-abstract', answer };
      if (answer !== undefined) telling.does(by, 'vote.made', vote);
    }
  }
  return telling;
}

const of = (...works: string[]) => agreementOf(reading(...works).review, 'title-abstract', [at, bh]);
const times = (count: number, work: string): string[] => Array.from({ length: count }, () => work);

describe('agreement', () => {
  it('is what the textbook says of its table', () => {
    // Two readers, 50 works: both yes 20, both no 15, first only yes 5, second only yes 10. Observed 0.7, by chance 0.5.
    const found = of(...times(20, 'ii'), ...times(15, 'ee'), ...times(5, 'ie'), ...times(10, 'ei'));
    expect(found).toMatchObject({ both: 50, agreed: 35, percent: 70 });
    expect(found.kappa).toBeCloseTo(0.4, 12);
  });

  it('takes maybe as an answer of its own', () => {
    const found = of('ii', 'ee', 'mm', 'im', 'ie', 'mi');
    // Observed 3/6; by chance (3·2 + 1·2 + 2·2)/36 = 12/36.
    expect(found).toMatchObject({ both: 6, agreed: 3, percent: 50 });
    expect(found.kappa).toBeCloseTo((1 / 2 - 1 / 3) / (1 - 1 / 3), 12);
  });

  it('is 1 where all is the same, and below 0 where it is worse than chance', () => {
    expect(of('ii', 'ee', 'ii').kappa).toBe(1);
    expect(of('ie', 'ei').kappa).toBe(-1);
  });

  it('has no kappa where both said one and the same throughout', () => {
    expect(of('ii', 'ii')).toEqual({ stage: 'title-abstract', readers: [at, bh], both: 2, agreed: 2, percent: 100 });
  });

  it('counts only works that both read, and says nothing of none', () => {
    expect(of('i-', '-e', 'ee')).toMatchObject({ both: 1, agreed: 1 });
    expect(of('i-', '-e')).toEqual({ stage: 'title-abstract', readers: [at, bh], both: 0, agreed: 0 });
    expect(agreementsOf(reading('i-', '-e').review, 'title-abstract', at)).toEqual([]);
    expect(agreementsOf(reading('i-', 'ie').review, 'title-abstract', bh).map(({ both }) => both)).toEqual([1]);
  });

  it('meets in a duplicate group, with the later of two answers', () => {
    const telling = reading('i-', '-e', 'e-');
    telling.does('AT', 'duplicate-group.made', { id: 'g', records: ['r.1', 'r.2', 'r.3'] });
    expect(agreementOf(telling.review, 'title-abstract', [at, bh])).toMatchObject({ both: 1, agreed: 1 });
    telling.does('AT', 'vote.edited', { id: 'v0AT', set: { answer: 'maybe' } });
    expect(agreementOf(telling.review, 'title-abstract', [at, bh])).toMatchObject({ both: 1, agreed: 0 });
  });
});
