import type { Reference } from '@throughline/core';
import type { Found, FoundRecord, Lines, Unread, UnreadReason } from '../contract.js';
import { excerpt } from '../excerpt.js';
import { UnknownTags } from './unknown-tags.js';

/** One reference that a record holds, with what else its format says of it. */
export type ReadReference = { readonly reference: Reference } & Pick<FoundRecord, 'vendor' | 'decided' | 'group'> & {
    /** Its own part of the record's text, where the record holds several. */
    readonly raw?: string;
  };

/** A record of a file as text, cut out of it. */
export interface CutRecord {
  readonly raw: string;
  readonly lines: Lines;
  /** How it ends: by its own end; where the next one begins; with the file; or at `longestRecord`, the rest let go. */
  readonly end: 'own' | 'next' | 'file' | 'limit';
  /** The last line of what was let go. */
  readonly letGoTo?: number;
}

/** What is wrong with a record that was read all the same. */
export interface Amiss {
  readonly malformed: boolean;
  readonly tooManyParts: boolean;
  readonly unknownEntity?: string;
}

/** Tells what a file holds, record by record, and at its end what was forgiven and what nobody understood. */
export class FoundRecords {
  readonly #unknown: UnknownTags;
  readonly #forgiven = new Map<UnreadReason, { readonly lines: Lines; count: number }>();

  /** `nameOf`: the name that a tag is known by. */
  constructor(isKnown: (name: string) => boolean, nameOf: (tag: string) => string) {
    this.#unknown = new UnknownTags(isKnown, nameOf);
  }

  noteWestern(lines: readonly number[]): void {
    for (const line of lines) this.#forgive('encoding.windows-1252', { from: line, to: line });
  }

  *outside(text: string, lines: Lines): Generator<Found> {
    yield { kind: 'unread', reason: 'lines.outside-record', lines, text: excerpt(text) };
  }

  *in(cut: CutRecord, read: readonly ReadReference[], amiss: Amiss): Generator<Found> {
    const { raw, lines } = cut;
    if (read.length === 0) yield { kind: 'unread', reason: 'record.unreadable', lines, text: excerpt(raw) };
    const told = read.length === 0 ? [] : whatIsAmiss(cut, amiss);
    for (const each of read) {
      this.#unknown.take(each.reference.tags);
      yield { kind: 'record', lines, raw, ...each, ...(isWhole(cut, told) ? {} : { inPart: true as const }) };
    }
    yield* told;
    if (cut.end === 'next') this.#forgive('record.end-missing', lines);
    if (cut.end === 'limit') yield tooLong(cut);
  }

  *end(): Generator<Found> {
    // By their places: which of them was met first depends on the pieces in which the file came.
    for (const [reason, { lines, count }] of [...this.#forgiven].sort(byPlace)) {
      const values = reason === 'encoding.windows-1252' ? { lines: count } : { records: count };
      yield { kind: 'unread', reason, lines, text: '', values };
    }
    yield* this.#unknown.found();
  }

  /** Things that every record of a file may have are told once, with their number. */
  #forgive(reason: UnreadReason, lines: Lines): void {
    const known = this.#forgiven.get(reason);
    if (known === undefined) this.#forgiven.set(reason, { lines, count: 1 });
    else known.count += 1;
  }
}

type Forgiven = readonly [UnreadReason, { readonly lines: Lines }];

function byPlace([leftReason, left]: Forgiven, [rightReason, right]: Forgiven): number {
  return left.lines.from - right.lines.from || (leftReason < rightReason ? -1 : 1);
}

function isWhole({ end }: CutRecord, told: readonly Unread[]): boolean {
  return told.length === 0 && end !== 'limit';
}

function whatIsAmiss({ raw, lines, end }: CutRecord, { malformed, tooManyParts, unknownEntity }: Amiss): Unread[] {
  const told: Unread[] = [];
  if (end === 'file') {
    const last = { from: lines.to, to: lines.to };
    told.push({ kind: 'unread', reason: 'record.unfinished', lines: last, text: lastOf(raw) });
  }
  if (unknownEntity !== undefined) {
    const values = { entity: `&${unknownEntity};` };
    told.push({ kind: 'unread', reason: 'record.entity-unknown', lines, text: '', values });
  }
  if (tooManyParts) told.push({ kind: 'unread', reason: 'record.too-many-parts', lines, text: '' });
  if (malformed) told.push({ kind: 'unread', reason: 'record.malformed', lines, text: excerpt(raw) });
  return told;
}

function tooLong({ lines, letGoTo = lines.to }: CutRecord): Unread {
  return { kind: 'unread', reason: 'record.too-long', lines: { from: lines.to, to: letGoTo }, text: '' };
}

/** The end of its last line. */
function lastOf(raw: string): string {
  return raw.slice(Math.max(raw.lastIndexOf('\n') + 1, raw.length - 200));
}
