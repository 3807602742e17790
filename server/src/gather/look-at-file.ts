import type { Review, ReviewId, SourceId } from '@throughline/core';
import { type Format, type FoundRecord, headLength, isArchive, isFormat, recogniseFormat } from '@throughline/formats';
import type { Keeper } from '@throughline/storage';
import type { FileReading, GoodReading, LookedAtRecord, Problem, ReadingOfFile, Readings } from '@throughline/wire';
import { importedBefore } from '../imported-before.js';
import { isProblem } from '../problem.js';
import {
  type GivenFile,
  type HowToRead,
  type ReadFile,
  type Watch,
  formatOf,
  formatsFor,
  readReferences,
  withoutFormatProblem,
} from '../read-references.js';
import { openArchive } from './archive-parts.js';
import { type Keys, KnownRecords, keysOf } from './known-records.js';
import { PeopleInFile } from './people-in-file.js';
import { named, toldReport } from './reading-report.js';
import { Received } from './received.js';

/** The review that a file would go into. */
export interface Into {
  readonly keeper: Pick<Keeper, 'records'>;
  readonly id: ReviewId;
  /** As the person who looks may see it. */
  readonly review: Review;
  readonly source?: SourceId;
}

/** Reads a file of references, or each file of an archive, as an import would, and stores nothing. */
export async function lookAtFile(
  into: Into,
  file: GivenFile,
  how: HowToRead,
  watch: Watch = {},
): Promise<Readings | Problem> {
  return withoutFormatProblem(file.name, async () => {
    const received = new Received(file.bytes, watch.signal);
    await received.atLeast(headLength);
    if (!isArchive(received.head()))
      return { files: [await lookAtOne(into, file.name, received, how, watch)], passedOver: [] };
    const { files, passedOver } = await openArchive(file.name, received, watch);
    const meant = how.part === undefined ? files : files.filter(({ name }) => name === how.part);
    if (meant.length === 0 && how.part !== undefined) {
      const values = { name: file.name, part: how.part, parts: files.map(({ name }) => name) };
      return { code: 'import.partMissing', values };
    }
    const readings: FileReading[] = [];
    for (const { name, bytes } of meant) {
      const reading = await lookAtOne(into, name, new Received(bytes, watch.signal), how, watch);
      readings.push({ ...reading, part: name });
    }
    return { files: readings, passedOver };
  });
}

async function lookAtOne(
  into: Into,
  name: string,
  received: Received,
  { part: _, ...how }: HowToRead,
  watch: Watch,
): Promise<FileReading> {
  const bytes = await received.whole();
  const seen = new Seen(into.source !== undefined);
  const read = await readReferences({ name, bytes }, how, watch, 'records', (records) => seen.take(records));
  const recognised = formatOf(received.head(), name, how.format);
  const of: ReadingOfFile = {
    name,
    bytes: bytes.length,
    content: received.hash(),
    others: others(received.head(), name, recognised),
  };
  return isProblem(read) ? { ...of, problem: read } : { ...of, ...(await told(into, read, seen)) };
}

/** The formats that the file could be read as instead, the likeliest first. */
function others(head: Uint8Array, name: string, chosen: ReturnType<typeof formatOf>): ReadingOfFile['others'] {
  const sure = (format: Format) => format.recognise(head, name);
  return formatsFor(recogniseFormat(head, name))
    .filter((format) => !isFormat(chosen) || format.name !== chosen.name)
    .map((format) => ({ format, sure: sure(format) }))
    .sort((a, b) => b.sure - a.sure)
    .map(({ format }) => named(format));
}

/** Records that are shown. */
const mostShown = 10;

/** What is kept in mind of the records of a file that is only looked at. */
class Seen {
  readonly first: FoundRecord[] = [];
  readonly people = new PeopleInFile();
  readonly keys: Keys[] = [];

  constructor(private readonly comparing: boolean) {}

  take(records: readonly FoundRecord[]): void {
    for (const record of records) {
      if (this.first.length < mostShown) this.first.push(record);
      this.people.add(record);
      if (this.comparing) this.keys.push(keysOf(record));
    }
  }
}

async function told(into: Into, read: ReadFile, { first, people, keys }: Seen): Promise<GoodReading> {
  const before = importedBefore(into.review, read.content);
  const compared = await comparedWith(into, keys);
  return {
    format: named(read.format),
    report: toldReport(read.report),
    first: first.map(shown),
    people: people.list(),
    groups: people.groups,
    ...(before === undefined ? {} : { before }),
    ...(compared === undefined ? {} : { compared }),
    ...(read.tokens ? { tokens: true as const } : {}),
  };
}

async function comparedWith({ keeper, id, review, source }: Into, found: readonly Keys[]) {
  if (source === undefined) return undefined;
  const held = await KnownRecords.of(keeper, id, review, source);
  if (held.size === 0) return undefined;
  const known = held.compare(found).filter((record) => record !== undefined).length;
  return { fresh: found.length - known, known, gone: held.size - known };
}

/** Characters of a record's own text that are shown. */
const longestShown = 20_000;

function shown({ lines, number, reference, raw, inPart }: FoundRecord): LookedAtRecord {
  return {
    lines: [lines.from, lines.to],
    ...(number === undefined ? {} : { number }),
    reference: { ...reference, tags: [] },
    raw: raw.slice(0, longestShown),
    ...(inPart === undefined ? {} : { inPart }),
  };
}
