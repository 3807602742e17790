import { type RecordId, type Reference, type Review, decisions, heldRecords, isIncluded } from '@throughline/core';
import { ris, writeRis } from '@throughline/formats';
import type { Keeper } from '@throughline/storage';
import { commandWords, counted, fill } from '@throughline/words';
import { neededText, oneOf } from '../arguments.js';
import type { Command, Given, Outcome } from '../command.js';
import type { Io } from '../io.js';
import { type Opened, pathAt, withReview } from '../opened.js';
import { outOption } from '../out-option.js';
import { writeOut } from '../write-out.js';

/** The formats that can be written. */
const written = [ris.name] as const;

/** `throughline export FILE --to ris -o OUT`: every held record, or only those of included reports. */
export const exportCommand: Command = {
  name: 'export',
  takes: [{ name: 'FILE' }],
  options: {
    to: { value: written.join('|'), needed: true, summary: commandWords.optionSummaries.to },
    out: outOption,
    included: { summary: commandWords.optionSummaries.included },
  },
  summary: commandWords.summaries.export,
  run,
};

async function run(given: Given, io: Io): Promise<Outcome> {
  const to = oneOf(neededText(given, 'to'), written, '--to');
  const out = pathAt(io, neededText(given, 'out'));
  const ids = await withReview(pathAt(io, given.arguments[0] ?? ''), async (opened) => {
    const wanted =
      given.options.included === true
        ? includedRecords(opened.open.review)
        : heldRecords(opened.open.review).map(({ id }) => id);
    await writeOut(out, texts(opened, wanted));
    return wanted;
  });
  const text = fill(commandWords.export.written, { records: counted(ids.length, 'record'), path: out });
  return { text, json: { to, out, records: ids.length } };
}

const includedRecords = (review: Review): RecordId[] =>
  decisions(review)
    .filter(isIncluded)
    .flatMap(({ work }) => work.records.map(({ id }) => id));

/** So many records are fetched at once: the file grows, the memory does not. */
const page = 500;

async function* texts({ keeper, open }: Opened, ids: readonly RecordId[]): AsyncGenerator<string> {
  for (let at = 0; at < ids.length; at += page)
    yield* writeRis(await references(keeper, open.id, ids.slice(at, at + page)));
}

async function references(
  keeper: Keeper,
  review: Opened['open']['id'],
  ids: readonly RecordId[],
): Promise<Reference[]> {
  return (await keeper.records(review, ids)).map(({ reference }) => reference);
}
