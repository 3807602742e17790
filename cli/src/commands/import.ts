import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type SourceId, asId, isDay, sourceKinds } from '@throughline/core';
import { type FormatName, formatNames } from '@throughline/formats';
import { type ImportResult, Myself, type NewSource, importFile, settingsFolder } from '@throughline/server';
import { deskPerson, join } from '@throughline/server/join';
import { commandWords, counted, fill, listed, passedOverWords, sayUnread } from '@throughline/words';
import { called, oneOf, optionName, textOf } from '../arguments.js';
import { type Command, CommandProblem, type Given, type Outcome, WrongUse } from '../command.js';
import type { Io } from '../io.js';
import { type Opened, pathAt, withReview } from '../opened.js';
import { type Progress, progressOn } from '../progress.js';
import { type Said, sayCoded, sayError } from '../saying.js';

const words = commandWords.import;
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
    source: { value: 'ID', summary: summaries.source },
    format: { value: formatNames.join('|'), summary: summaries.format },
  },
  summary: commandWords.summaries.import,
  run,
};

async function run(given: Given, io: Io): Promise<Outcome> {
  const [file = '', ...paths] = given.arguments;
  const request = { source: sourceOf(given), ...formatOf(given) };
  const path = pathAt(io, file);
  const results = await withReview(path, async (opened) => {
    const me = (await Myself.at(settingsFolder(io.env))).card;
    if (opened.keeper.readOnly !== undefined) throw opened.keeper.readOnly;
    await join(opened.open, me);
    return importAll(
      opened,
      paths.map((each) => pathAt(io, each)),
      { ...request, by: deskPerson(opened.open.review, me) },
      progressOn(io),
    );
  });
  for (const result of results) if ('problem' in result) io.err(`${result.problem.sentence}\n`);
  return {
    text: results.flatMap((result) => ('problem' in result ? [] : resultLines(result))).join('\n'),
    json: { file: path, imports: results.map(resultJson) },
    code: results.some((result) => 'problem' in result) ? 1 : 0,
  };
}

type Request = Pick<Parameters<typeof importFile>[1], 'source' | 'by' | 'format'>;
type Result = ImportResult | { readonly name: string; readonly problem: Said };

/** One file after the other. The first makes the source where it is new; a file that cannot be taken stops no other. */
async function importAll(
  { open }: Opened,
  paths: readonly string[],
  request: Request,
  progress: Progress,
): Promise<Result[]> {
  const results: Result[] = [];
  let { source } = request;
  for (const path of paths) {
    const result = await importOne(open, path, { ...request, source }, progress);
    if (!('problem' in result)) source = result.source;
    results.push(result);
  }
  return results;
}

async function importOne(open: Opened['open'], path: string, request: Request, progress: Progress): Promise<Result> {
  const name = basename(path);
  const onProgress = ({ records }: { records: number }) =>
    progress.step(fill(words.progress, { name, records: counted(records, 'record') }));
  try {
    if ((await stat(path)).isDirectory()) throw new CommandProblem('file.isFolder', { path });
    const answer = await importFile(
      open,
      { ...request, file: { name, bytes: createReadStream(path) } },
      { onProgress },
    );
    progress.end();
    return 'code' in answer ? { name, problem: sayCoded(answer) } : answer;
  } catch (error) {
    progress.end();
    const problem = sayError(error);
    if (problem.code === 'command.stopped') throw error;
    return { name, problem };
  }
}

/** The source that is meant: one that is there, by its id, or a new one by what is said of it. */
function sourceOf(given: Given): SourceId | NewSource {
  const id = textOf(given, 'source');
  const name = textOf(given, 'name') ?? textOf(given, 'database');
  const said = (['name', 'database', 'platform', 'date', 'kind'] as const).find(
    (each) => textOf(given, each) !== undefined,
  );
  if (id !== undefined && said !== undefined)
    throw new WrongUse('use.notTogether', { option: '--source', other: optionName(said) });
  if (id !== undefined) return asId<SourceId>(id);
  if (name === undefined)
    throw new WrongUse('use.optionMissing', { command: called({ name: given.command }), option: '--name' });
  const [platform, searched] = [textOf(given, 'platform'), dayOf(given)];
  return {
    kind: oneOf(textOf(given, 'kind') ?? 'database', sourceKinds, '--kind'),
    name,
    ...(platform === undefined ? {} : { platform }),
    ...(searched === undefined ? {} : { searched }),
  };
}

function dayOf(given: Given): string | undefined {
  const date = textOf(given, 'date');
  if (date !== undefined && !isDay(date)) throw new WrongUse('use.notADay', { option: '--date', given: date });
  return date;
}

function formatOf(given: Given): { format?: FormatName } {
  const format = textOf(given, 'format');
  return format === undefined ? {} : { format: oneOf(format, formatNames, '--format') };
}

/** So many places are printed one by one; the JSON has them all. */
const mostPrinted = 20;

function resultLines({ file, read, source, format, unread, unreadTotal, passedOver }: ImportResult): string[] {
  const places = unread.slice(0, mostPrinted).map(({ lines, reason, values }) => {
    const where = fill(lines.from === lines.to ? words.line : words.lines, {
      from: String(lines.from),
      to: String(lines.to),
    });
    return `  ${fill(words.place, { where, what: sayUnread(reason, values) })}`;
  });
  const passed = Object.entries(passedOver).map(
    ([reason, count]) => `${passedOverWords[reason] ?? reason} (${counted(count, 'line')})`,
  );
  return [
    fill(words.read, { name: file.name, records: counted(read, 'record'), source, format }),
    ...(unreadTotal === 0 ? [] : [fill(words.places, { places: counted(unreadTotal, 'place') }), ...places]),
    ...(unreadTotal > places.length ? [`  ${fill(words.more, { count: unreadTotal - places.length })}`] : []),
    ...(passed.length === 0 ? [] : [fill(words.passedOver, { reasons: listed(passed) })]),
  ];
}

function resultJson(result: Result): unknown {
  if ('problem' in result) return { name: result.name, error: result.problem };
  const unread = result.unread.map(({ lines, reason, text, values }) => ({
    ...lines,
    reason,
    sentence: sayUnread(reason, values),
    text,
  }));
  return { ...result, unread };
}
