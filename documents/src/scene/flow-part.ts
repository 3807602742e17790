import { type ArmFlow, type Count, type FullFlow, fullFlow, routedWorks } from '@throughline/core';
import { flowFigure } from '@throughline/figures';
import { counted, fill, listed, reportWords, sourceKindWords } from '@throughline/words';
import { type Block, type Line, type Row, type Section, aside, paragraph } from './blocks.js';
import { picture } from './picture.js';
import type { Telling } from './told.js';

const words = reportWords.flow;

/** Phase 2, the flow: the figure, and the same counts as a table that says what each rests on. */
export function flowPart({ review }: Telling): Section {
  const flow = fullFlow(review);
  const inferred = routedWorks(review).filter((work) => work.inferred).length;
  return {
    id: 'flow',
    title: words.title,
    blocks: [
      picture('flow', flowFigure(flow), [words.figure]),
      countsTable(flow),
      ...[flow.databases, flow.others].flatMap(armNotes),
      ...(inferred === 0 ? [] : [paragraph([fill(words.inferred, { works: counted(inferred, 'record') })], 'note')]),
    ],
  };
}

const steps = Object.keys(words.steps) as (keyof typeof words.steps)[];

function countsTable(flow: FullFlow): Block {
  const { databases, others } = flow;
  const row = (step: (typeof steps)[number]): Row => ({
    cells: [[words.steps[step]], countSaid(databases[step]), countSaid(others[step])],
    places: [undefined, place(`database.${step}`), place(`other.${step}`)],
  });
  const inAll = (head: string, count: Count, id: string): Row => ({
    cells: [[head], countSaid(count), []],
    places: [undefined, place(id)],
  });
  const totals = [
    inAll(words.reports, flow.includedReports, 'included.reports'),
    inAll(`${words.studies}${flow.studiesInferred ? '*' : ''}`, flow.includedStudies, 'included.studies'),
  ];
  return {
    is: 'table',
    caption: [words.caption],
    head: words.head,
    numbers: [1, 2],
    rows: [...steps.map(row), ...totals],
  };
}

/** The name that the figure gives a count which rests on no thing of its own. */
const place = (id: string) => ({ on: 'screen.flow', id }) as const;

/** "2,545 stated": a number with what it rests on. */
function countSaid(count: Count): Line {
  if (count.basis === 'not reported') return [aside(reportWords.basis.notReported)];
  const basis =
    count.basis === 'derived' ? fill(reportWords.basis.derived, { from: count.from }) : reportWords.basis[count.basis];
  return [`${count.value.toLocaleString('en-GB')} `, aside(basis)];
}

function armNotes({ reasons, includedBy }: ArmFlow): Block[] {
  const said = reasons.map(({ reason, count }) => `${reason} (${count.toLocaleString('en-GB')})`);
  const by = includedBy.flatMap(({ kind, count }) =>
    count.basis === 'held' ? [`${count.value} by ${sourceKindWords[kind][0]}`] : [],
  );
  return [
    ...(said.length === 0 ? [] : [paragraph([fill(words.reasons, { reasons: listed(said) })])]),
    ...(by.length === 0 ? [] : [paragraph([fill(words.includedBy, { by: listed(by) })])]),
  ];
}
