import { type RecordId, type Review, decisions, heldRecords, isIncluded } from '@throughline/core';
import { ris, type WrittenRecord, writeRis } from '@throughline/formats';
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
    await writeOut(out, writeRis(records(opened, wanted)));
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

async function* records({ keeper, open }: Opened, ids: readonly RecordId[]): AsyncGenerator<WrittenRecord> {
  for (let at = 0; at < ids.length; at += page) {
    for (const { reference } of await keeper.records(open.id, ids.slice(at, at + page))) yield { reference };
  }
}
