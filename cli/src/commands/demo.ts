import { join } from 'node:path';
import { type Review, aboutReview, fullFlow } from '@throughline/core';
import { reportHtml } from '@throughline/documents';
import { type ExampleName, exampleNames } from '@throughline/examples';
import { documentContext } from '@throughline/server';
import { commandWords, counted, fill } from '@throughline/words';
import { oneOf, textOf } from '../arguments.js';
import { buildExample, isThere } from '../build-example.js';
import { type Command, CommandProblem, type Given, type Outcome } from '../command.js';
import { countSaid, known } from '../count-said.js';
import { figureNames, figures } from '../figures.js';
import type { Io } from '../io.js';
import { type Numbers, numbersOf } from '../numbers.js';
import { type Opened, pathAt, withReview } from '../opened.js';
import { progressOn } from '../progress.js';
import { writeOut } from '../write-out.js';

const words = commandWords.demo;

/** `throughline demo DIR`: an example's review, its figures and its report, built from its source files. */
export const demoCommand: Command = {
  name: 'demo',
  takes: [{ name: 'DIR' }],
  options: { review: { value: exampleNames.join('|'), summary: commandWords.optionSummaries.review } },
  summary: commandWords.summaries.demo,
  run,
};

async function run(given: Given, io: Io): Promise<Outcome> {
  const name: ExampleName = oneOf(textOf(given, 'review') ?? 'link-workers', exampleNames, '--review');
  const folder = pathAt(io, given.arguments[0] ?? '');
  const file = `${name}.throughline`;
  if (!(await isThere(join(folder, file)))) await refuseOthers(folder);
  const made = await buildExample(name, join(folder, file), progressOn(io));
  if (made === 'kept') io.err(`${words.kept}\n`);
  return withReview(join(folder, file), async (opened) => {
    const written = await writeBeside(folder, opened);
    const { review } = opened.open;
    const numbers = numbersOf(review);
    const files = { review: file, ...written };
    return { text: text(review, numbers, folder, Object.values(files)), json: { ...numbers, files } };
  });
}

/** Where the review is not there yet, files with the names of ours are somebody else's. */
async function refuseOthers(folder: string): Promise<void> {
  for (const name of besideNames) {
    const path = join(folder, name);
    if (await isThere(path)) throw new CommandProblem('file.exists', { path });
  }
}

const reportName = 'report.html';
const svgName = (figure: string): string => `${figure}.svg`;
const besideNames = [...figureNames.map(svgName), reportName];

/** The figures and the report, into the folder of the review; their names, without the folder. */
async function writeBeside(folder: string, { keeper, open }: Opened): Promise<Record<string, string>> {
  const written: Record<string, string> = {};
  for (const name of figureNames) {
    written[name] = svgName(name);
    await writeOut(join(folder, svgName(name)), [figures[name](open.review).svg]);
  }
  await writeOut(join(folder, reportName), [reportHtml(open.review, await documentContext(keeper, open))]);
  return { ...written, report: reportName };
}

function text(review: Review, numbers: Numbers, folder: string, files: readonly string[]): string {
  const { databases, ...flow } = fullFlow(review);
  const { included } = numbers;
  const stated = included.studiesStated === null ? '' : fill(words.stated, { stated: included.studiesStated });
  return [
    aboutReview(review)?.title ?? '',
    fill(words.records, {
      records: counted(numbers.records, 'record'),
      identified: countSaid(databases.identified),
      fullTexts: countSaid(databases.assessed),
    }),
    fill(words.included, {
      database: included.database,
      alerts: included.alerts,
      referenceLists: included.referenceLists,
      reports: counted(known(flow.includedReports) ?? 0, 'report'),
      studies: `${counted(known(flow.includedStudies) ?? 0, 'study', 'studies')}${stated}`,
    }),
    fill(words.result, {
      constructs: counted(numbers.constructs.length, 'third-order construct'),
      levels: counted(numbers.levels, 'level'),
      claims: counted(numbers.claims, 'claim'),
      cited: numbers.claimsCited,
      marks: counted(numbers.marks, 'mark'),
      propositions: counted(numbers.propositions.length, 'proposition'),
    }),
    fill(words.files, { folder }),
    ...files.map((file) => `  ${file}`),
  ].join('\n');
}
