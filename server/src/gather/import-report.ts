import type { Import, Imported } from '@throughline/core';
import { type FormatName, type ReadOptions, formats } from '@throughline/formats';
import type { Keeper } from '@throughline/storage';
import type { ImportReport, KnownRecord } from '@throughline/wire';
import { ServerProblem, isProblem } from '../problem.js';
import { type Watch, readReferences } from '../read-references.js';
import { type NumberedRecord, type RecordSummary, numberRecords, summaryOf } from '../record-rows.js';
import type { Served } from '../served.js';
import { PeopleInFile } from './people-in-file.js';
import { mostKnown, toldReport } from './reading-report.js';

/** What became of a file that was imported, read again from the bytes that are kept, as it was read then. */
export async function reportOfImport(
  { keeper, id: review }: Pick<Served, 'keeper' | 'id'>,
  held: Import,
  watch: Watch = {},
): Promise<ImportReport> {
  const { id, source, file, format, columns, trail, read: entered } = held;
  const people = new PeopleInFile();
  const summaries: RecordSummary[] = [];
  const read = await readReferences(
    { name: file.name, bytes: await bytesOf(keeper, held) },
    {
      format: format as FormatName,
      ...(columns === undefined ? {} : { columns: columns as ReadOptions['columns'] & {} }),
    },
    watch,
    'records',
    (records) => {
      for (const record of records) {
        people.add(record);
        if (held.known !== undefined) summaries.push(summaryOf(record));
      }
    },
  );
  if (isProblem(read)) throw new ServerProblem(read.code as 'import.noRecords', read.values);
  const known = await knownIn(keeper, review, held);
  const numbered = numberRecords(id, summaries);
  return {
    ...{ import: id, source, format, formatLabel: labelled(format), file: fileOf(file), ...toldReport(read.report) },
    ...{ at: trail.made.at, by: trail.made.by, entered, people: people.list() },
    ...{ known: toldKnown(known.slice(0, mostKnown), numbered), knownTotal: known.length },
  };
}

const labelled = (name: string): string => formats.find((format) => format.name === name)?.label ?? name;

const fileOf = ({ name, content, bytes, within }: Import['file']): ImportReport['file'] => ({
  ...{ name, content, bytes },
  ...(within === undefined ? {} : { within }),
});

async function bytesOf(keeper: Keeper, { id, file }: Import): Promise<Uint8Array> {
  const content = await keeper.content(file.content);
  if (content === undefined) throw new ServerProblem('thing.notFound', { id }, 404);
  if ('withdrawn' in content)
    throw new ServerProblem('import.withdrawn', { name: file.name, reason: content.withdrawn }, 410);
  return content.bytes;
}

/** The pairs stand in the change that made the import, and nowhere else. */
async function knownIn(keeper: Keeper, review: Served['id'], held: Import): Promise<NonNullable<Imported['known']>> {
  if (held.known === undefined || held.known === 0) return [];
  const [change] = await keeper.known(review, [held.trail.made.change]);
  return (change?.payload as Partial<Imported> | undefined)?.known ?? [];
}

function toldKnown(known: NonNullable<Imported['known']>, numbered: readonly NumberedRecord[]): KnownRecord[] {
  const byNumber = new Map(numbered.map((each) => [each.number, each.found]));
  return known.flatMap(({ number, record }) => {
    const found = byNumber.get(number);
    if (found === undefined) return [];
    return [{ number, lines: [found.lines.from, found.lines.to], label: found.label, record }];
  });
}
