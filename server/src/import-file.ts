import {
  type ChangeId,
  type ImportId,
  type PersonId,
  type Proposal,
  type RecordId,
  type Sha256,
  type SourceId,
  asId,
} from '@throughline/core';
import { type FormatName, type ReadOptions, holdsLines } from '@throughline/formats';
import type { Beside, Keeper, OpenReview } from '@throughline/storage';
import type { ImportAnswer, KnownRecord, Problem, VotesAsked } from '@throughline/wire';
import { broughtGroups } from './gather/brought-groups.js';
import { type Placed, bringVotes, mayBring } from './gather/brought-votes.js';
import { type Keys, KnownRecords } from './gather/known-records.js';
import { mostKnown, toldReport } from './gather/reading-report.js';
import { sameImport } from './imported-before.js';
import { newId } from './new-id.js';
import type { NewSource } from './new-source.js';
import { isProblem } from './problem.js';
import { type GivenFile, type ReadFile, type Watch, readReferences } from './read-references.js';
import { type NumberedRecord, type RecordSummary, numberRecords, rowOf } from './record-rows.js';

export interface ImportRequest {
  /** The id of a source, or what is said of a new one. */
  readonly source: SourceId | NewSource;
  readonly file: GivenFile;
  /** Made here where absent. Records are `${import}.${number}`. */
  readonly import?: ImportId;
  readonly by: PersonId;
  /** ISO 8601; now where absent. */
  readonly at?: string;
  /** Where the person says so; otherwise the first bytes tell. */
  readonly format?: FormatName;
  /** For a table: what each column is, where the guess was wrong. */
  readonly columns?: NonNullable<ReadOptions['columns']>;
  /** The file of an archive that is meant. */
  readonly part?: string;
  /** True: the same file into the same source again, knowingly. */
  readonly again?: boolean;
  /** The search was run again: only what this source has not given before enters. Its texts come from this keeper. */
  readonly compare?: Pick<Keeper, 'records'>;
  /** The file's duplicate groups become the review's. */
  readonly groups?: boolean;
  /** Whose the decisions in the file are; none become votes where nobody says. */
  readonly votes?: readonly VotesAsked[];
  /** Whoever imports holds the review's file, and may bring anybody's decisions. */
  readonly holder?: boolean;
  /** The id of the `source.imported` change, for those who must be able to send it twice (L14). */
  readonly change?: ChangeId;
}

/** What an import gave, as it is told to a page. */
export interface ImportResult extends ImportAnswer {
  readonly import: ImportId;
  readonly source: SourceId;
  readonly file: ImportAnswer['file'] & { readonly content: Sha256 };
}

/**
 * Takes a file of references into a review: its records, where each stands in the file, and the file itself, as it
 * came, in one append. Either all of it is stored or none. Votes that came along follow, each person's own.
 */
export async function importFile(
  open: OpenReview,
  request: ImportRequest,
  watch: Watch = {},
): Promise<ImportResult | Problem> {
  const id = request.import ?? newId<ImportId>('import');
  const early = cannotTake(open, id, request) && (await refreshed(open, () => cannotTake(open, id, request)));
  if (early !== undefined) return early;
  const seen: Seen = { summaries: [], keys: [] };
  const tell = request.compare === undefined ? 'outlines' : 'comparable';
  const read = await readReferences(request.file, request, watch, tell, (outlines) => {
    for (const { summary, keys } of outlines) {
      seen.summaries.push(summary);
      if (keys !== undefined) seen.keys.push(keys);
    }
  });
  if (isProblem(read)) return read;
  const before = request.again ? undefined : sameImport(open.review, request.source, read.content);
  if (before !== undefined) {
    // It may have broken off between the records and the votes: these are made now, each once (L14).
    if ((request.votes ?? []).length > 0) return votesAlone(open, request, before, { read, ...seen });
    return { code: 'import.again', values: { ...before, file: read.name } };
  }
  return store(open, request, await sorted(open, request, { id, read, ...seen }));
}

/** What is refused may be refused for something that another process has changed since. */
async function refreshed<T>(open: OpenReview, ask: () => T): Promise<T> {
  await open.refresh();
  return ask();
}

/** The decisions of a file that is in the review already become votes; nothing else of it enters again. */
async function votesAlone(
  open: OpenReview,
  request: ImportRequest,
  before: { readonly import: string; readonly source: string },
  { read, summaries }: Pick<Seen, 'summaries'> & Pick<Sorted, 'read'>,
): Promise<ImportResult> {
  const [id, source] = [asId<ImportId>(before.import), asId<SourceId>(before.source)];
  const placed = numberRecords(id, summaries)
    .filter((each) => open.review.gather.records.has(each.id))
    .map((each) => ({ record: each.id, found: each.found }));
  return {
    ...{ import: id, source, format: read.format.name, formatLabel: read.format.label, file: fileOf(read) },
    ...toldReport(read.report),
    ...{ entered: 0, known: [], knownTotal: 0, gone: 0, groups: 0 },
    votes: await bringVotes(open, read, placed, request.votes ?? []),
  };
}

/** What can be refused before the file is read. */
function cannotTake(open: OpenReview, id: ImportId, request: ImportRequest): Problem | undefined {
  const { source, change, by, holder = false, votes = [] } = request;
  const { imports, sources } = open.review.gather;
  const held = imports.get(id);
  // The very change that is stored already may be sent twice (L14).
  if (held !== undefined && held.trail.made.change !== change)
    return { code: 'thing.exists', values: { thing: 'import', id } };
  const notTheirs = mayBring(open.review, { by, holder }, votes);
  if (notTheirs !== undefined || typeof source !== 'string') return notTheirs;
  const from = sources.get(source);
  if (from === undefined) return { code: 'thing.missing', values: { thing: 'source', id: source } };
  return from.trail.gone === undefined ? undefined : { code: 'thing.gone', values: { thing: 'source', id: source } };
}

/** What is kept in mind of the records of a file, in its order. */
interface Seen {
  readonly summaries: RecordSummary[];
  /** Only where they are compared. */
  readonly keys: Keys[];
}

/** A file that was read, and for each record what it is to the review. */
interface Sorted {
  readonly id: ImportId;
  readonly read: ReadFile;
  /** The id of each record, in the order of the file; none for one that is known. */
  readonly ids: readonly (RecordId | undefined)[];
  /** New to the review. */
  readonly fresh: readonly NumberedRecord[];
  readonly known: readonly { readonly numbered: NumberedRecord; readonly record: RecordId }[];
  /** Absent where nothing was compared. */
  readonly compared?: { readonly gone: number };
}

async function sorted(
  open: OpenReview,
  request: ImportRequest,
  { id, read, summaries, keys }: Seen & Pick<Sorted, 'id' | 'read'>,
): Promise<Sorted> {
  const numbered = numberRecords(id, summaries);
  const { compare, source } = request;
  if (compare === undefined || typeof source !== 'string')
    return { id, read, ids: numbered.map((each) => each.id), fresh: numbered, known: [] };
  const held = await KnownRecords.of(compare, open.id, open.review, source);
  const same = held.compare(keys);
  const known = numbered.flatMap((each, at) => {
    const record = same[at];
    return record === undefined ? [] : [{ numbered: each, record }];
  });
  const fresh = numbered.filter((_, at) => same[at] === undefined);
  const ids = numbered.map((each, at) => (same[at] === undefined ? each.id : undefined));
  return { id, read, ids, fresh, known, compared: { gone: held.size - known.length } };
}

async function store(open: OpenReview, request: ImportRequest, all: Sorted): Promise<ImportResult | Problem> {
  const { id, read, fresh, known } = all;
  const source = typeof request.source === 'string' ? request.source : (request.source.id ?? newId<SourceId>('source'));
  const placed: Placed[] = [
    ...fresh.map((each) => ({ record: each.id, found: each.found })),
    ...known.map(({ numbered, record }) => ({ record, found: numbered.found })),
  ];
  const groups = request.groups ? broughtGroups(id, placed) : [];
  const stamp = request.at === undefined ? {} : { at: request.at };
  const answers = await open.propose(
    [...madeSource(request.source, source), imported(open, request, source, all)],
    request.by,
    { ...stamp, beside: besideOf(all) },
  );
  const refused = answers.find((answer) => 'refused' in answer);
  if (refused !== undefined && 'refused' in refused) return refused.refused;
  // Votes first: on a work each person has one, and those that they gave to two of its records would not both come in.
  const votes = await bringVotes(open, read, placed, request.votes ?? []);
  const grouped = groups.length === 0 ? [] : await open.propose(groups, request.by, stamp);
  return {
    ...{ import: id, source, format: read.format.name, formatLabel: read.format.label, file: fileOf(read) },
    ...toldReport(read.report),
    ...{ entered: fresh.length, known: known.slice(0, mostKnown).map(toldKnown), knownTotal: known.length },
    ...{ gone: all.compared?.gone ?? 0, votes },
    groups: grouped.filter((answer) => 'accepted' in answer).length,
    ...(read.tokens ? { tokens: true } : {}),
  };
}

const toldKnown = ({ numbered: { number, found }, record }: Sorted['known'][number]): KnownRecord => ({
  ...{ number, lines: [found.lines.from, found.lines.to], label: found.label, record },
});

function fileOf({ name, within, content, bytes }: ReadFile): ImportResult['file'] {
  return { name, content, bytes: bytes.length, ...(within === undefined ? {} : { within }) };
}

/** The texts are read once more while they are stored, some at a time. */
function besideOf({ id, read, ids }: Sorted): Beside {
  const { bytes, content, name } = read;
  const records = {
    async *[Symbol.asyncIterator]() {
      let at = 0;
      for await (const some of read.again()) {
        yield some.flatMap(({ raw, reference }, n) => {
          const record = ids[at + n];
          return record === undefined ? [] : [{ id: record, import: id, raw, reference }];
        });
        at += some.length;
      }
    },
  };
  return { records, contents: [{ hash: content, bytes, name }] };
}

/** The change that makes a new source; none where there is one already. */
function madeSource(source: SourceId | NewSource, id: SourceId): Proposal[] {
  if (typeof source === 'string') return [];
  return [{ id: newId<ChangeId>('change'), kind: 'source.made', version: 1, payload: { ...source, id } }];
}

function imported(open: OpenReview, request: ImportRequest, source: SourceId, all: Sorted): Proposal {
  const { id, read, fresh, known, compared } = all;
  const { unread, refused, inPart, vendors } = read.report;
  const from = known.flatMap(({ record }) => open.review.gather.records.get(record)?.import ?? []);
  const payload = {
    ...{ id, source, file: fileOf(read), format: read.format.name },
    ...(request.columns === undefined ? {} : { columns: request.columns }),
    ...{ unread: unread.filter(holdsLines).length, refused, inPart, vendors },
    ...(read.tokens ? { tokens: true } : {}),
    ...(compared === undefined
      ? {}
      : {
          known: known.map(({ numbered: { number }, record }) => ({ number, record })),
          knownFrom: [...new Set(from)],
        }),
    records: fresh.map(rowOf),
  };
  return { id: request.change ?? newId<ChangeId>('change'), kind: 'source.imported', version: 2, payload };
}
