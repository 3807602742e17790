import { type ArmFlow, type Count, type FullFlow, fullFlow } from '@throughline/core';
import { commandWords, counted, fill, reportWords } from '@throughline/words';
import type { Command, Given, Outcome } from '../command.js';
import { basisSaid, known } from '../count-said.js';
import type { Io } from '../io.js';
import { pathAt, withReview } from '../opened.js';

const words = commandWords.flow;

/** `throughline flow FILE`: the counts of the flow, each with what it rests on. */
export const flowCommand: Command = {
  name: 'flow',
  takes: [{ name: 'FILE' }],
  options: {},
  summary: commandWords.summaries.flow,
  run: (given: Given, io: Io): Promise<Outcome> =>
    withReview(pathAt(io, given.arguments[0] ?? ''), async ({ open }) => {
      const flow = fullFlow(open.review);
      return { text: flowText(flow), json: flow };
    }),
};

function flowText(flow: FullFlow): string {
  const arms = [flow.databases, flow.others].flatMap((arm) => [words.arms[arm.arm], ...armLines(arm), '']);
  const reports = counted(known(flow.includedReports) ?? 0, 'report');
  const studies = counted(known(flow.includedStudies) ?? 0, 'study', 'studies');
  const stated = flow.studiesStated?.value;
  const inferred = flow.studiesInferred
    ? stated === undefined
      ? words.inferredOnly
      : fill(words.inferred, { stated })
    : '';
  return [...arms, fill(words.included, { reports, studies, inferred })].join('\n');
}

function armLines(arm: ArmFlow): string[] {
  const steps = Object.entries(reportWords.flow.steps) as [keyof typeof reportWords.flow.steps, string][];
  return steps.map(([step, word]) => `  ${word.padEnd(24)}${columns(arm[step])}`);
}

/** The number in a column of its own, then what it rests on. */
const columns = (count: Count): string =>
  count.basis === 'not reported'
    ? basisSaid(count)
    : `${count.value.toLocaleString('en-GB').padStart(8)}  ${basisSaid(count)}`;
