import type { DuplicateQuestion, FromSource } from '@throughline/wire';
import { describe, expect, it } from 'vitest';
import { queueOf } from './question-queue.js';

const record = (id: string): FromSource => ({
  id,
  number: 1,
  lines: [1, 2],
  import: 'i',
  raw: '',
  reference: { type: 'article', authors: [], keywords: [], tags: [] },
  source: 'MEDLINE',
});
/** "ab": are a and b the same? */
const question = (id: string): DuplicateQuestion => {
  const [a = '', b = ''] = id;
  const why = { agree: [], alike: [], contradict: [] };
  return { id, a: record(a), b: record(b), works: [[a], [b]], why };
};
const told = ['ab', 'cd', 'ef', 'ag'].map(question);
const answer = (id: string, stands: boolean) => ({ change: `change ${id}`, question: question(id), stands });
const ask = (given: Partial<Parameters<typeof queueOf>[0]>) => {
  const { current, following, ...rest } = queueOf({ told, total: 9, isOld: false, answers: [], off: [], ...given });
  return { current: current?.id, following: following?.id, ...rest };
};

describe('the questions', () => {
  it('begin with the surest', () => {
    expect(ask({})).toEqual({
      current: 'ab',
      following: 'cd',
      putOffBefore: false,
      waits: false,
      answered: 0,
      left: 9,
    });
  });

  it('move on at once when one is answered', () => {
    expect(ask({ answers: [answer('ab', true)], isOld: true })).toMatchObject({ current: 'cd', answered: 1, left: 8 });
  });

  it('are counted the same when the server has heard the answer', () => {
    expect(ask({ told: told.slice(1), total: 8, answers: [answer('ab', true)] })).toMatchObject({
      current: 'cd',
      answered: 1,
      left: 8,
    });
  });

  it('about a work that was just answered for wait for the server', () => {
    const answers = ['ab', 'cd', 'ef'].map((id) => answer(id, true));
    expect(ask({ answers, isOld: true })).toMatchObject({ current: undefined, waits: true, left: 6 });
    expect(ask({ answers, isOld: false })).toMatchObject({ current: 'ag', waits: false });
  });

  it('that were put off come back at the end, in their order', () => {
    expect(ask({ off: ['cd', 'ab'] })).toMatchObject({ current: 'ef', following: 'ag' });
    const answers = ['ef', 'ag'].map((id) => answer(id, true));
    expect(ask({ off: ['cd', 'ab'], answers })).toMatchObject({ current: 'cd', following: 'ab', putOffBefore: true });
  });
});

describe('an answer that is taken back', () => {
  it('brings its question back first', () => {
    const answers = [answer('ab', true), answer('cd', false)];
    expect(ask({ told: told.slice(2), total: 7, isOld: true, answers })).toMatchObject({
      current: 'cd',
      following: 'ef',
      answered: 1,
      left: 8,
    });
  });

  it('does not when the server knows that it is no question any more', () => {
    expect(ask({ told: told.slice(1), total: 8, answers: [answer('ab', false)] })).toMatchObject({
      current: 'cd',
      left: 8,
    });
  });

  it('counts as answered when it was answered again', () => {
    const answers = [answer('ab', false), answer('ab', true)];
    expect(ask({ answers, isOld: true })).toMatchObject({ current: 'cd', answered: 1, left: 8 });
  });
});
