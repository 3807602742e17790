/**
 * What must hold of any bytes at all. Nothing here knows what is in them: only that a reader never fails but in words,
 * gives the same however the bytes arrive, and that its numbers add up.
 */
import { archiveLimits, type ArchiveLimits } from '../../archive/limits.js';
import { isArchive } from '../../archive/kind.js';
import { unpack } from '../../archive/unpack.js';
import { type Format, type Found, type FoundRecord, longestExcerpt, refusedReasons } from '../../contract.js';
import { FormatProblem } from '../../problem.js';
import { formats, headLength, recogniseFormat } from '../../recognise.js';
import { summarise } from '../../report.js';
import { accountOf, foundIn, recordsOf, unreadOf } from '../found-in.js';
import type { MutatedInput } from './mutated.js';
import type { Random } from './random.js';
import { changedByWriting } from './written-again.js';

export interface Fault {
  /** What does not hold, in a word or two; faults of one kind have one cause more often than not. */
  readonly kind: string;
  /** The format that was asked. */
  readonly format: string;
  readonly what: string;
}

/** Milliseconds of processor time that reading one input may take. */
const longestReading = 1000;

/** An archive of `usualLength` may become this and no more; far less than what is allowed of real ones. */
const smallLimits: ArchiveLimits = { ...archiveLimits, each: 2 * 1024 * 1024, total: 4 * 1024 * 1024 };

/** Milliseconds of processor time that have passed for this program. */
export type Clock = () => number;

/** Looks at one input; what was read of it and what does not hold. */
export class Examination {
  readonly faults: Fault[] = [];
  records = 0;
  refused = 0;
  /** The longest reading, in milliseconds. */
  slowest = 0;
  readonly #bytes: Uint8Array;
  readonly #random: Random;

  constructor(
    readonly input: MutatedInput,
    readonly clock: Clock,
  ) {
    this.#bytes = input.bytes;
    this.#random = input.random;
  }

  async run(): Promise<this> {
    const recognised = await this.#attempt('recognise', 'any', () =>
      recogniseFormat(this.#bytes.subarray(0, headLength), this.input.seed.name),
    );
    for (const format of this.#formatsToAsk(recognised)) await this.#examine(format);
    if (isArchive(this.#bytes.subarray(0, headLength))) await this.#attempt('unpack', 'archive', () => this.#unpack());
    return this;
  }

  /** The one that the bytes show; now and then the one that they were once in, or all: a person may say so. */
  #formatsToAsk(recognised: ReturnType<typeof recogniseFormat> | Problem | undefined): readonly Format[] {
    if (this.#random.onceIn(64)) return formats;
    const found = recognised !== undefined && 'read' in recognised ? recognised : undefined;
    const seed = formats.find(({ name }) => name === this.input.seed.format);
    const asked = found === undefined || this.#random.onceIn(8) ? [found, seed] : [found];
    return [...new Set(asked.filter((each) => each !== undefined))];
  }

  async #examine(format: Format): Promise<void> {
    const began = this.clock();
    const whole = await this.#attempt('read', format.name, () => foundIn(format, this.#bytes));
    this.#noteTime(format, this.clock() - began);
    const pieces = await this.#attempt('read in pieces', format.name, () => foundIn(format, this.#bytes, this.#cuts()));
    if (JSON.stringify(whole) !== JSON.stringify(pieces)) {
      this.#note('pieces', format.name, firstDifference(whole, pieces));
    }
    if (!Array.isArray(whole)) return;
    await this.#examineFound(format, whole);
  }

  async #examineFound(format: Format, found: readonly Found[]): Promise<void> {
    const report = await summarise(inTurn(found));
    const refused = unreadOf(found).filter(({ reason }) => refusedReasons.includes(reason)).length;
    const records = recordsOf(found);
    this.records += records.length;
    this.refused += refused;
    if (report.records !== records.length || report.refused !== refused) {
      this.#note('report', format.name, `${report.records}+${report.refused}, not ${records.length}+${refused}`);
    }
    for (const each of found) for (const what of oddities(each)) this.#note('shape', format.name, what);
    if (format.byLines) await this.#accountFor(format, found);
    if (records.length > 0 && this.#random.onceIn(6)) await this.#writeAgain(format, records);
    if (format.kept !== undefined && this.#random.onceIn(2)) await this.#keep(format, records);
  }

  async #accountFor(format: Format, found: readonly Found[]): Promise<void> {
    const { heldTwice, free, passedOver } = await accountOf(this.#bytes, found);
    if (heldTwice.length > 0) this.#note('held twice', format.name, `lines ${heldTwice.slice(0, 5).join(', ')}`);
    if (free !== passedOver) this.#note('account', format.name, `${free} lines are free, ${passedOver} passed over`);
  }

  async #writeAgain(format: Format, records: readonly FoundRecord[]): Promise<void> {
    // A file with NULs in it reads as UTF-16: no text has any.
    if (records.some(({ reference }) => JSON.stringify(reference).includes('\\u0000'))) return;
    const writers = formats.filter(({ write }) => write !== undefined);
    const own = format.write !== undefined && this.#random.onceIn(2);
    const writer = own ? format : this.#random.pick(writers);
    const changed = await this.#attempt('write', writer.name, () => changedByWriting(writer, records));
    if (typeof changed === 'string') this.#note('written again', `${format.name} to ${writer.name}`, changed);
  }

  /** What is stored of mail names no reader, and says the same. */
  async #keep(format: Format, records: readonly FoundRecord[]): Promise<void> {
    const kept = await this.#attempt('keep', format.name, () => format.kept?.(this.#bytes));
    if (!(kept instanceof Uint8Array)) return;
    const again = await this.#attempt('read kept', format.name, () => foundIn(format, kept));
    const count = Array.isArray(again) ? recordsOf(again).length : -1;
    if (count !== records.length)
      this.#note('kept', format.name, `${records.length} records, of what is kept ${count}`);
    const token = /(?:scisig|email_for_op|alert_id)=[\w-]*|reader@[\w.]+/i.exec(new TextDecoder('utf-8').decode(kept));
    if (token !== null) this.#note('token', format.name, token[0]);
  }

  #unpack(): void {
    const { files } = unpack(this.#bytes, smallLimits, this.input.seed.name);
    const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const most = Math.max(...files.map(({ bytes }) => bytes.length));
    if (total > smallLimits.total || most > smallLimits.each) this.#note('limits', 'archive', `${total} bytes`);
    for (const { path } of files) if (/^\/|(?:^|\/)\.\.(?:\/|$)/.test(path)) this.#note('path', 'archive', path);
  }

  #cuts(): number[] {
    const count = 1 + this.#random.mostlySmall(6);
    return Array.from({ length: count }, () => this.#random.below(this.#bytes.length + 1));
  }

  /** What `act` gives; a problem in words as its code and values, anything else that is thrown is a fault. */
  async #attempt<T>(
    kind: string,
    format: string,
    act: () => T | Promise<T>,
  ): Promise<Awaited<T> | Problem | undefined> {
    try {
      return await act();
    } catch (error) {
      if (error instanceof FormatProblem) return { problem: error.code, values: error.values };
      this.#note(`${kind} throws`, format, error instanceof Error ? (error.stack ?? error.message) : String(error));
      return undefined;
    }
  }

  #noteTime(format: Format, milliseconds: number): void {
    this.slowest = Math.max(this.slowest, milliseconds);
    if (milliseconds > longestReading) this.#note('slow', format.name, `${Math.round(milliseconds)} ms`);
  }

  #note(kind: string, format: string, what: string): void {
    this.faults.push({ kind, format, what });
  }
}

interface Problem {
  readonly problem: string;
  readonly values: unknown;
}

function firstDifference(whole: unknown, pieces: unknown): string {
  const [left, right] = [whole, pieces].map((each) => (Array.isArray(each) ? each : [each]));
  const index = (left ?? []).findIndex((each, at) => JSON.stringify(each) !== JSON.stringify(right?.[at]));
  const at = index < 0 ? (left?.length ?? 0) : index;
  return [left?.[at], right?.[at]].map((each) => (JSON.stringify(each) ?? 'nothing').slice(0, 300)).join(' / ');
}

/** What no list, report or database could hold. */
function oddities(found: Found): string[] {
  const odd: string[] = [];
  if ('lines' in found && typeof found.lines === 'object') {
    const { from, to } = found.lines;
    if (!(from >= 1 && to >= from)) odd.push(`${found.kind} at lines ${from} to ${to}`);
  }
  if (found.kind === 'unread' && found.text.length > longestExcerpt) odd.push(`an excerpt of ${found.text.length}`);
  if (found.kind === 'passed-over' && !(found.lines > 0)) odd.push(`${found.reason} ${found.lines} times`);
  if (found.kind === 'record') odd.push(...oddFields(found));
  return odd;
}

/** Halves of characters are lost where text is written in UTF-8. */
const halfCharacter = /\p{Surrogate}/u;

function oddFields({ reference }: FoundRecord): string[] {
  const odd: string[] = [];
  const { year, tags, ...fields } = reference;
  if (year !== undefined && !(Number.isInteger(year) && year >= 0 && year <= 9999)) odd.push(`year ${year}`);
  for (const [name, value] of Object.entries(fields)) {
    for (const text of Array.isArray(value) ? value : [value]) {
      if (typeof text !== 'string' && text !== true) odd.push(`${name} is ${JSON.stringify(text) ?? typeof text}`);
      else if (typeof text === 'string' && halfCharacter.test(text)) odd.push(`half a character in ${name}`);
    }
  }
  for (const { tag, value } of tags) {
    if (typeof tag !== 'string' || typeof value !== 'string') odd.push('a tag that is no text');
    else if (halfCharacter.test(tag + value)) odd.push(`half a character in tag ${tag}`);
  }
  return odd;
}

async function* inTurn<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all;
}
