import type { ChangeId, ImportId, PersonId, Proposal, Sha256, SourceId } from '@throughline/core';
import { type FormatName, type Unread, holdsLines } from '@throughline/formats';
import type { OpenReview } from '@throughline/storage';
import type { Problem } from '@throughline/wire';
import { sameImport } from './imported-before.js';
import { newId } from './new-id.js';
import type { NewSource } from './new-source.js';
import { isProblem } from './problem.js';
import { type ReadFile, type Watch, readReferences } from './read-references.js';
import { numberRecords, rowOf } from './record-rows.js';

export interface ImportRequest {
  /** The id of a source, or what is said of a new one. */
  readonly source: SourceId | NewSource;
  /** `bytes` may come in pieces of any size. `name` is what the person calls the file, without its folder. */
  readonly file: { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> | Uint8Array };
  /** Made here where absent. Records are `${import}.${number}`. */
  readonly import?: ImportId;
  readonly by: PersonId;
  /** ISO 8601; now where absent. */
  readonly at?: string;
  /** Where the person says so; otherwise the first bytes tell. */
  readonly format?: FormatName;
  /** True: the same file into the same source again, knowingly. */
  readonly again?: boolean;
  /** The id of the `source.imported` change, for those who must be able to send it twice (L14). */
  readonly change?: ChangeId;
}

export interface ImportResult {
  readonly import: ImportId;
  readonly source: SourceId;
  readonly format: FormatName;
  /** The file as it came (L7). */
  readonly file: { readonly name: string; readonly content: Sha256; readonly bytes: number };
  /** How many records. */
  readonly read: number;
  /** Places to look at, in the order of the file, at most formats' `mostListed`. */
  readonly unread: readonly Unread[];
  /** How many places there were in all. */
  readonly unreadTotal: number;
  /** Lines that mean nothing to a review, by reason. */
  readonly passedOver: Readonly<Record<string, number>>;
}

/**
 * Takes a file of references into a review: its records, where each stands in the file, and the file itself, as it
 * came, in one append. Either all of it is stored or none.
 */
export async function importFile(
  open: OpenReview,
  request: ImportRequest,
  watch: Watch = {},
): Promise<ImportResult | Problem> {
  const id = request.import ?? newId<ImportId>('import');
  const early = cannotTake(open, id, request);
  if (early !== undefined) return early;
  const read = await readReferences(request.file, request.format, watch);
  if (isProblem(read)) return read;
  const before = request.again ? undefined : sameImport(open.review, request.source, read.content);
  if (before !== undefined) return { code: 'import.again', values: { ...before, file: request.file.name } };
  return store(open, request, id, read);
}

/** What can be refused before the file is read. */
function cannotTake(open: OpenReview, id: ImportId, { source, change }: ImportRequest): Problem | undefined {
  const { imports, sources } = open.review.gather;
  const held = imports.get(id);
  // The very change that is stored already may be sent twice (L14).
  if (held !== undefined && held.trail.made.change !== change)
    return { code: 'thing.exists', values: { thing: 'import', id } };
  if (typeof source !== 'string') return undefined;
  const from = sources.get(source);
  if (from === undefined) return { code: 'thing.missing', values: { thing: 'source', id: source } };
  return from.trail.gone === undefined ? undefined : { code: 'thing.gone', values: { thing: 'source', id: source } };
}

async function store(
  open: OpenReview,
  request: ImportRequest,
  id: ImportId,
  read: ReadFile,
): Promise<ImportResult | Problem> {
  const source = typeof request.source === 'string' ? request.source : (request.source.id ?? newId<SourceId>('source'));
  const file = { name: request.file.name, content: read.content, bytes: read.bytes.length };
  const numbered = numberRecords(id, read.found);
  const answers = await open.propose([...madeSource(request.source, source), imported()], request.by, {
    ...(request.at === undefined ? {} : { at: request.at }),
    beside: {
      records: numbered.map(({ id: record, found: { raw, reference } }) => ({
        id: record,
        import: id,
        raw,
        reference,
      })),
      contents: [{ hash: read.content, bytes: read.bytes, name: file.name }],
    },
  });
  const refused = answers.find((answer) => 'refused' in answer);
  if (refused !== undefined && 'refused' in refused) return refused.refused;
  const { unread, unreadTotal, passedOver } = read.report;
  return { import: id, source, format: read.format, file, read: numbered.length, unread, unreadTotal, passedOver };

  function imported(): Proposal {
    const payload = {
      id,
      source,
      file,
      format: read.format,
      unread: read.report.unread.filter(holdsLines).length,
      records: numbered.map(rowOf),
    };
    return { id: request.change ?? newId<ChangeId>('change'), kind: 'source.imported', version: 1, payload };
  }
}

/** The change that makes a new source; none where there is one already. */
function madeSource(source: SourceId | NewSource, id: SourceId): Proposal[] {
  if (typeof source === 'string') return [];
  return [{ id: newId<ChangeId>('change'), kind: 'source.made', version: 1, payload: { ...source, id } }];
}
