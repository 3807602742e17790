import { describe, expect, it } from 'vitest';
import { nextSteps } from './next-steps.js';

const rooms = (progress: Parameters<typeof nextSteps>[0]) =>
  nextSteps(progress).map(({ room, why }) => `${room}: ${why}`);

describe('what comes next', () => {
  it('begins with the plan and the searches', () => {
    expect(nextSteps({}).map(({ room }) => room)).toEqual(['plan', 'gather']);
  });

  it('asks for the records that are not read yet', () => {
    const progress = { plan: { protocols: 1 }, gather: { records: 40 }, screen: { works: 38, read: 3 } };
    expect(rooms(progress)).toEqual([
      expect.stringMatching(/^screen: .*35 records/),
      expect.stringMatching(/^screen: /),
    ]);
  });

  it('asks for the reports that were included and are not taken up', () => {
    const progress = {
      plan: { protocols: 1 },
      gather: { records: 4 },
      screen: { works: 4, read: 4, included: 2 },
      read: { reports: 1 },
    };
    expect(rooms(progress)[0]).toMatch(/^read: .*1 report/);
  });

  it('leads to the argument, the flow and what does not fit', () => {
    const progress = {
      ...{
        plan: { protocols: 1 },
        gather: { records: 73 },
        screen: { works: 21, read: 21, included: 21 },
        read: { reports: 21 },
      },
      ...{ synthesise: { propositions: 6 }, report: { gaps: 8, contradictions: 7 } },
    };
    expect(nextSteps(progress).map(({ room }) => room)).toEqual(['synthesise', 'screen', 'report']);
  });
});
