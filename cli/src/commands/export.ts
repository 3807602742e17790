import { recordsWanted, writableFormat, writableFormats, writtenRecords } from '@throughline/server';
import { commandWords, counted, fill } from '@throughline/words';
import { neededText, oneOf } from '../arguments.js';
import type { Command, Given, Outcome } from '../command.js';
import type { Io } from '../io.js';
import { pathAt, withReview } from '../opened.js';
import { outOption } from '../out-option.js';
import { writeOut } from '../write-out.js';

/** The formats that can be written. */
const written = writableFormats.map(({ name }) => name);

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
  const records = await withReview(pathAt(io, given.arguments[0] ?? ''), async ({ keeper, open }) => {
    const wanted = recordsWanted(open.review, given.options.included === true ? 'included' : 'all');
    const pieces = writableFormat(to)?.write(writtenRecords(keeper, open.review, open.id, wanted)) ?? [];
    await writeOut(out, pieces);
    return wanted.length;
  });
  const text = fill(commandWords.export.written, { records: counted(records, 'record'), path: out });
  return { text, json: { to, out, records } };
}
