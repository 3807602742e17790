import { describe, expect, it } from 'vitest';
import { broken, countTests, failuresOf, held, lastLine, sum } from './count.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

describe('the count of npm test', () => {
  it('tells passed, failed and skipped tests apart', () => {
    const files = [file('passed', 'passed', 'skipped', 'todo'), file('failed', 'passed', 'failed')];
    expect(countTests(files, 1)).toEqual({ passed: 2, failed: 1, skipped: 2 });
  });

  it('counts a file that could not be loaded as failed', () => {
    expect(countTests([file('passed', 'passed'), file('failed')], 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it('counts an error outside any test as failed', () => {
    expect(countTests([file('passed', 'passed')], 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it('names what failed, each with its file and why', () => {
    const bad = { status: 'failed', fullName: 'votes are blind', failureMessages: ['expected 1 to be 2\n    at x'] };
    const files = [
      { ...file('failed', 'passed'), name: '/clone/a.test.ts', assertionResults: [{ status: 'passed' }, bad] },
      { ...file('failed'), name: '/clone/b.test.ts', message: 'cannot be loaded' },
      file('passed', 'passed'),
    ];
    expect(failuresOf(files, '/clone')).toEqual([
      'a.test.ts > votes are blind: expected 1 to be 2',
      'b.test.ts: cannot be loaded',
    ]);
  });

  it('ends in a line of one form', () => {
    expect(lastLine(sum([held, broken, held]))).toBe('2 passed, 1 failed');
    expect(lastLine({ passed: 3, failed: 0, skipped: 1 })).toBe('3 passed, 0 failed, 1 skipped');
  });
});
