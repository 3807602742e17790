import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PersonId, asId } from '../ids.js';
import { type Telling, withRecords } from '../../test/telling.js';
import { see } from '../see.js';
import type { Stage } from './screen.js';
import { nextToRead } from './to-read.js';

const left = (telling: Telling, person = 'AT', stage: Stage = 'title-abstract') => {
  const { works, done } = nextToRead(telling.review, asId<PersonId>(person), stage);
  return [...works.map(({ id }) => id as string), done];
};
const vote = (telling: Telling, by: string, record: string, answer: string, stage: Stage = 'title-abstract') =>
  telling.does(by, 'vote.made', { id: `${by}.${record}.${stage}`, record, stage, answer, reason: 'setting' });
const share = (telling: Telling, rule: string, stage: Stage = 'title-abstract') =>
  telling.does('AT', 'share.made', { id: `share.${stage}`, stage, rule });

describe('what is next to read', () => {
  it('is every work in the flow without my vote', () => {
    const telling = withRecords(3);
    vote(telling, 'AT', 'r.2', 'include');
    expect(left(telling)).toEqual(['r.1', 'r.3', 1]);
    expect(left(withRecords(2, 'bibliography'))).toEqual([0]);
  });

  it('counts a duplicate group as one work', () => {
    const telling = withRecords(3).does('AT', 'duplicate-group.made', { id: 'g', records: ['r.1', 'r.3'] });
    expect(left(telling)).toEqual(['r.1', 'r.2', 0]);
    vote(telling, 'AT', 'r.3', 'maybe');
    expect(left(telling)).toEqual(['r.2', 1]);
  });

  it('comes back when my vote is taken away', () => {
    const telling = vote(withRecords(1), 'AT', 'r.1', 'exclude');
    expect(left(telling)).toEqual([1]);
    telling.does('AT', 'vote.removed', { id: 'AT.r.1.title-abstract' });
    expect(left(telling)).toEqual(['r.1', 0]);
  });

  it('is at full text what was included before', () => {
    const telling = withRecords(3);
    vote(telling, 'AT', 'r.1', 'include');
    vote(telling, 'AT', 'r.2', 'exclude');
    expect(left(telling, 'AT', 'full-text')).toEqual(['r.1', 0]);
    vote(telling, 'AT', 'r.1', 'include', 'full-text');
    expect(left(telling, 'AT', 'full-text')).toEqual([1]);
  });

  it('follows the rule of the stage for a second reader', () => {
    const told = () => vote(vote(withRecords(3), 'AT', 'r.1', 'exclude'), 'AT', 'r.2', 'include');
    expect(left(told(), 'BH')).toEqual(['r.2', 'r.3', 0]);
    expect(left(share(told(), 'double'), 'BH')).toEqual(['r.1', 'r.2', 'r.3', 0]);
    expect(left(share(told(), 'single'), 'BH')).toEqual(['r.3', 0]);
  });

  it('leaves out what is settled and what went on', () => {
    const telling = withRecords(2);
    vote(telling, 'AT', 'r.1', 'maybe');
    telling.does('AT', 'settlement.made', { id: 's', record: 'r.1', stage: 'title-abstract', answer: 'include' });
    vote(telling, 'AT', 'r.2', 'include', 'full-text');
    expect(left(telling, 'BH')).toEqual([0]);
  });
});

describe('what is next to read where votes are blind (L8)', () => {
  const nextFor = ({ review }: Telling, person: string, stage: Stage) => {
    const seen = see(review, { person: asId(person), role: 'reviewer' });
    const { works, done } = nextToRead(seen, asId<PersonId>(person), stage, review);
    return [...works.map(({ id }) => id as string), done];
  };

  it('keeps the rule of so many readers, though nobody sees what they said', () => {
    const told = (rule: string) =>
      vote(vote(share(withRecords(3), rule), 'AT', 'r.1', 'exclude'), 'BH', 'r.2', 'include');
    expect(nextFor(told('single'), 'BH', 'title-abstract')).toEqual(['r.3', 1]);
    expect(nextFor(told('double'), 'BH', 'title-abstract')).toEqual(['r.1', 'r.3', 1]);
    const telling = told('double').does('AT', 'person.made', { id: 'DN', role: 'reviewer', card: 'a'.repeat(64) });
    expect(nextFor(vote(telling, 'DN', 'r.1', 'include'), 'BH', 'title-abstract')).toEqual(['r.3', 1]);
  });

  it('asks for a full text once its reader has included it', () => {
    const telling = vote(vote(withRecords(2), 'AT', 'r.1', 'include'), 'BH', 'r.2', 'include');
    expect(nextFor(telling, 'AT', 'full-text')).toEqual(['r.1', 0]);
    telling.does('AT', 'vote-opening.made', { id: 'u', stage: 'title-abstract' });
    expect(nextFor(telling, 'AT', 'full-text')).toEqual(['r.1', 'r.2', 0]);
  });

  it('is the same whatever the others said', () => {
    const answer = fc.constantFrom('include', 'exclude', 'maybe');
    const stage = fc.constantFrom<Stage>('title-abstract', 'full-text');
    const read = fc.record({ by: fc.constantFrom('AT', 'BH'), record: fc.nat(4), stage, answer, instead: answer });
    const rules = fc.array(fc.record({ rule: fc.constantFrom('single', 'double', 'sample'), stage }), { maxLength: 2 });
    fc.assert(
      fc.property(fc.array(read, { maxLength: 16, size: 'max' }), rules, stage, (reads, ruled, asked) => {
        const tell = (said: (read: { by: string; answer: string; instead: string }) => string) => {
          const telling = withRecords(5);
          for (const { rule, stage: at } of ruled)
            telling.tries('AT', 'share.made', { id: `share.${at}`, stage: at, rule });
          for (const each of reads)
            telling.tries(each.by, 'vote.made', {
              id: `${each.by}.${each.record}.${each.stage}`,
              record: `r.${each.record + 1}`,
              stage: each.stage,
              answer: said(each),
              reason: 'setting',
            });
          return telling;
        };
        const otherwise = tell(({ by, answer: own, instead }) => (by === 'AT' ? instead : own));
        expect(nextFor(otherwise, 'BH', asked)).toEqual(
          nextFor(
            tell((each) => each.answer),
            'BH',
            asked,
          ),
        );
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
