import { type SourceId, asId, isDay, sourceKinds, stages } from '@throughline/core';
import { columnFields, formatNames } from '@throughline/formats';
import { Myself, type NewSource, settingsFolder } from '@throughline/server';
import { deskPerson, join } from '@throughline/server/join';
import { commandWords, fill } from '@throughline/words';
import { called, oneOf, optionName, textOf } from '../arguments.js';
import { type Command, type Given, type Outcome, WrongUse } from '../command.js';
import { filesAt } from '../import-files.js';
import { type HowToImport, importAll, lookAtAll } from '../import-all.js';
import { importedJson, importedLines, lookedJson, lookedLines } from '../import-said.js';
import { votesAsked } from '../import-votes.js';
import type { Io } from '../io.js';
import { pathAt, withReview } from '../opened.js';
import { progressOn } from '../progress.js';

const summaries = commandWords.optionSummaries;

/** `throughline import FILE SOURCE…`: the records of files, into a source that is there or a new one. */
export const importCommand: Command = {
  name: 'import',
  takes: [{ name: 'FILE' }, { name: 'SOURCE', many: true }],
  options: {
    name: { value: 'NAME', summary: summaries.name },
    database: { value: 'NAME', summary: summaries.database },
    platform: { value: 'PLATFORM', summary: summaries.platform },
    date: { value: 'DATE', summary: summaries.date },
    kind: { value: 'KIND', summary: `${summaries.kind} (${sourceKinds.join(', ')})` },
    said: { value: 'N', summary: summaries.said },
    limits: { value: 'TEXT', summary: summaries.limits },
    source: { value: 'ID', summary: summaries.source },
    format: { value: formatNames.join('|'), summary: summaries.format },
    part: { value: 'PATH', summary: summaries.part },
    columns: { value: 'COLUMNS', summary: fill(summaries.columns, { fields: columnFields.join(' ') }) },
    compare: { summary: summaries.compare },
    again: { summary: summaries.again },
    groups: { summary: summaries.groups },
    'votes-of': { value: 'NAME=PERSON', many: true, summary: summaries.votesOf },
    stage: { value: stages.join('|'), summary: summaries.votesStage },
    look: { summary: summaries.look },
  },
  summary: commandWords.summaries.import,
  run,
};

async function run(given: Given, io: Io): Promise<Outcome> {
  const [file = '', ...paths] = given.arguments;
  const path = pathAt(io, file);
  const files = filesAt(
    paths.map((each) => pathAt(io, each)),
    textOf(given, 'part'),
  );
  return given.options.look === true ? look(path, files, given, io) : take(path, files, given, io);
}

async function take(path: string, files: ReturnType<typeof filesAt>, given: Given, io: Io): Promise<Outcome> {
  const request = { source: sourceOf(given), ...howOf(given) };
  const results = await withReview(path, async ({ open, keeper }) => {
    const me = (await Myself.at(settingsFolder(io.env))).card;
    if (keeper.readOnly !== undefined) throw keeper.readOnly;
    await join(open, me);
    const votes = await votesAsked(given, keeper, open.review);
    const compare = given.options.compare === true ? { compare: keeper } : {};
    const by = deskPerson(open.review, me);
    return importAll(open, files, { ...request, ...compare, votes, by, holder: true }, progressOn(io));
  });
  for (const result of results) if ('problem' in result) io.err(`${result.problem.sentence}\n`);
  return {
    text: results.flatMap(importedLines).join('\n'),
    json: { file: path, imports: results.map(importedJson) },
    code: results.some((result) => 'problem' in result) ? 1 : 0,
  };
}

async function look(path: string, files: ReturnType<typeof filesAt>, given: Given, io: Io): Promise<Outcome> {
  const source = textOf(given, 'source');
  const readings = await withReview(path, ({ open, keeper }) =>
    lookAtAll(
      { keeper, id: open.id, review: open.review, ...(source === undefined ? {} : { source: asId<SourceId>(source) }) },
      files,
      howOf(given),
      progressOn(io),
    ),
  );
  for (const reading of readings) if ('problem' in reading) io.err(`${reading.problem.sentence}\n`);
  return {
    text: readings.flatMap(lookedLines).join('\n'),
    json: { file: path, readings: readings.map(lookedJson) },
    code: readings.some((reading) => 'problem' in reading) ? 1 : 0,
  };
}

/** The source that is meant: one that is there, by its id, or a new one by what is said of it. */
function sourceOf(given: Given): SourceId | NewSource {
  const id = textOf(given, 'source');
  const name = textOf(given, 'name') ?? textOf(given, 'database');
  const beside = (['name', 'database', 'platform', 'date', 'kind', 'said', 'limits'] as const).find(
    (each) => textOf(given, each) !== undefined,
  );
  if (id !== undefined && beside !== undefined)
    throw new WrongUse('use.notTogether', { option: '--source', other: optionName(beside) });
  if (id !== undefined) return asId<SourceId>(id);
  if (name === undefined)
    throw new WrongUse('use.optionMissing', { command: called({ name: given.command }), option: '--name' });
  const fields = { platform: textOf(given, 'platform'), searched: dayOf(given), limits: textOf(given, 'limits') };
  const present = Object.entries({ ...fields, said: countOf(given) }).filter(([, value]) => value !== undefined);
  return {
    kind: oneOf(textOf(given, 'kind') ?? 'database', sourceKinds, '--kind'),
    name,
    ...(Object.fromEntries(present) as Partial<NewSource>),
  };
}

function dayOf(given: Given): string | undefined {
  const date = textOf(given, 'date');
  if (date !== undefined && !isDay(date)) throw new WrongUse('use.notADay', { option: '--date', given: date });
  return date;
}

function countOf(given: Given): number | undefined {
  const said = textOf(given, 'said')?.replaceAll(',', '');
  if (said !== undefined && !/^\d{1,9}$/.test(said))
    throw new WrongUse('use.notACount', { option: '--said', given: said });
  return said === undefined ? undefined : Number(said);
}

function howOf(given: Given): HowToImport {
  const [format, columns] = [textOf(given, 'format'), textOf(given, 'columns')];
  return {
    again: given.options.again === true,
    groups: given.options.groups === true,
    ...(format === undefined ? {} : { format: oneOf(format, formatNames, '--format') }),
    ...(columns === undefined ? {} : { columns: columns.split(',').map(columnOf) }),
  };
}

const columnOf = (typed: string) => (typed.trim() === '-' ? null : oneOf(typed.trim(), columnFields, '--columns'));
