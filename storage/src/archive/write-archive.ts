import type { ReviewId } from '@throughline/core';
import type { KeptContent, Keeper, Part } from '../contract.js';
import { type CopyOptions, watched } from '../copy-review.js';
import { Tally, toLines } from './lines.js';
import {
  archiveVersion,
  changesName,
  contentName,
  contentsName,
  type Manifest,
  manifestName,
  recordsName,
} from './parts-of-archive.js';
import type { ContentLine } from './shapes.js';
import { TeamSeen } from './team-seen.js';
import { ZipOut } from './zip-out.js';

/**
 * A review as an archive, complete and private (L13): a ZIP of its log, its records and its contents as they were at
 * one moment. The same review gives the same bytes. Breaking off lets go of the keeper.
 */
export async function* writeArchive(
  keeper: Keeper,
  review: ReviewId,
  options: CopyOptions = {},
): AsyncGenerator<Uint8Array> {
  const zip = new ZipOut();
  const parts = new InTurn(watched(keeper.parts(review), options));
  const tally = { changes: new Tally(), records: new Tally(), contents: new Tally() };
  const team = new TeamSeen();
  const contents: ContentLine[] = [];
  try {
    // What cannot be read says so before the first byte: whoever sends an archive on can still say so instead.
    await parts.begin();
    yield* zip.streamed(changesName, toLines(changesIn(parts, team), tally.changes));
    yield* zip.streamed(recordsName, toLines(recordsIn(parts), tally.records));
    for await (const { content } of parts.while(isContentPart)) {
      contents.push(lineOf(content));
      if ('bytes' in content) yield* zip.whole(contentName(content.hash), content.bytes);
    }
    yield* zip.streamed(contentsName, toLines(readily(contents), tally.contents));
    const lists = {
      [changesName]: tally.changes.said(),
      [recordsName]: tally.records.said(),
      [contentsName]: tally.contents.said(),
    };
    const manifest: Manifest = { archive: 'throughline', version: archiveVersion, review, title: team.title, lists };
    yield* zip.whole(manifestName, Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`));
    yield* zip.end();
  } finally {
    await parts.end();
  }
}

async function* changesIn(parts: InTurn, team: TeamSeen) {
  for await (const { changes } of parts.while(isChangesPart)) {
    team.see(changes);
    yield* changes;
  }
}

async function* recordsIn(parts: InTurn) {
  for await (const { records } of parts.while(isRecordsPart)) yield* records;
}

async function* readily<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

const lineOf = (content: KeptContent): ContentLine => {
  const { hash } = content;
  if ('withdrawn' in content) return { hash, withdrawn: content.withdrawn };
  return content.name === undefined ? { hash } : { hash, name: content.name };
};

type PartWith<Key extends string> = Extract<Part, Readonly<Record<Key, unknown>>>;
const isChangesPart = (part: Part): part is PartWith<'changes'> => 'changes' in part;
const isRecordsPart = (part: Part): part is PartWith<'records'> => 'records' in part;
const isContentPart = (part: Part): part is PartWith<'content'> => 'content' in part;

/** One stream of parts, read as one sort after the other. */
class InTurn {
  readonly #parts: AsyncIterator<Part>;
  #next: Promise<IteratorResult<Part>> | undefined;

  constructor(parts: AsyncIterable<Part>) {
    this.#parts = parts[Symbol.asyncIterator]();
  }

  async begin(): Promise<void> {
    this.#next ??= this.#parts.next();
    await this.#next;
  }

  /** The parts that come next, as long as they are of this sort. */
  async *while<P extends Part>(is: (part: Part) => part is P): AsyncGenerator<P> {
    for (;;) {
      this.#next ??= this.#parts.next();
      const { done, value } = await this.#next;
      if (done || !is(value)) return;
      this.#next = undefined;
      yield value;
    }
  }

  async end(): Promise<void> {
    await this.#parts.return?.();
  }
}
