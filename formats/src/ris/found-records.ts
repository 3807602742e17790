import type { Tag } from '@throughline/core';
import type { FoundRecord, Lines, NotUnderstood } from '../contract.js';
import { fromNote } from '../decided/note.js';
import { decisionsInNotes, vendorOfNotes } from '../decided/notes.js';
import { UnknownTags } from '../tally.js';
import type { Vendor } from '../vendors.js';
import { vendorOfDebris } from './debris.js';
import { referenceOf } from './reference.js';
import { slot, TagValues } from './tag-values.js';
import { vendorOf } from './vendors.js';

/** What was found of a record before its fields are read. */
export interface RawRecord {
  readonly tags: readonly Tag[];
  readonly raw: string;
  readonly lines: Lines;
  /** Nothing in it needs composing (`isComposed`). */
  readonly composed: boolean;
  /** `OrdinaryRecord.plain` */
  readonly plain: boolean;
  readonly inPart: boolean;
}

/** Makes the records of one file, one after the other. */
export class FoundRecords {
  readonly #values = new TagValues();
  readonly #unknown = new UnknownTags();
  /** Whose file it is by the lines between its records; most records say it themselves. */
  #surroundings: Vendor | undefined;

  noteSurroundings(line: string): void {
    if (line !== '' && this.#surroundings === undefined) this.#surroundings = vendorOfDebris(line);
  }

  found({ tags, raw, lines, composed, plain, inPart }: RawRecord): FoundRecord {
    const values = this.#values;
    values.take(tags, plain);
    if (values.unknown.length > 0) this.#unknown.take(values.unknown);
    const notes = tellingNotes(values);
    const vendor = (notes && vendorOfNotes(notes)) ?? vendorOf(values) ?? this.#surroundings;
    const reference = referenceOf({ tags, values, vendor, plain: composed && !raw.includes('&') });
    const record: Draft = { kind: 'record', reference, lines, raw };
    if (vendor !== undefined) record.vendor = vendor;
    if (inPart) record.inPart = true;
    if (notes !== undefined) addDecisions(record, notes);
    return record;
  }

  notUnderstood(): NotUnderstood[] {
    return this.#unknown.found();
  }
}

type Draft = { -readonly [K in keyof FoundRecord]: FoundRecord[K] };

const note = slot('N1');
const keyword = slot('KW');

/** Notes that may hold decisions. Nearly no record has any, and looking is cheap. */
function tellingNotes(values: TagValues): readonly string[] | undefined {
  const telling = values.has(note) ? values.all(note).filter(mayTell) : [];
  const labels = values.has(keyword) ? values.all(keyword).filter((label) => label.startsWith('ASReview_')) : [];
  return telling.length + labels.length === 0 ? undefined : [...telling, ...labels];
}

const openings = ['Throughline: ', 'RAYYAN-', 'ASReview_', 'asreview_', 'xclusion reason'];

function mayTell(text: string): boolean {
  return openings.some((opening) => text.includes(opening));
}

function addDecisions(record: Draft, notes: readonly string[]): void {
  // Ours were written later than whatever another program left in the record.
  const own = notes.filter((each) => fromNote(each) !== undefined);
  const { decided, group, cut } = decisionsInNotes(own.length > 0 ? own : notes);
  if (decided.length > 0) record.decided = decided;
  if (group !== undefined) record.group = group;
  if (cut !== undefined) record.reference = { ...record.reference, cut };
}
