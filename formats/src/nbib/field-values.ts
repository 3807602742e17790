import { linesOfValue, paragraphs } from '../tagged/running-text.js';
import type { BySlot } from '../tagged/values.js';
import { fieldText } from '../text/field-text.js';

/** What is known of all values of one record, so that most of them need no second look. */
export interface Text {
  /** No character of it needs composing (`isComposed`). */
  readonly composed: boolean;
  /** `OrdinaryRecord.tight` */
  readonly tight: boolean;
  /** `OrdinaryRecord.even` */
  readonly even: boolean;
}

/** Blanks that PubMed writes before the further lines of a value. */
const indent = 6;
/** Each blank by itself: engines replace a plain text much faster than what has a count in it. */
const evenBreak = new RegExp(`\n${' '.repeat(indent)}`, 'g');

/** The values of one record, as people read them; by slot (`slotIn`), which is faster than by tag. */
export class FieldValues {
  readonly #values: BySlot;
  readonly #composed: boolean;
  readonly #tight: boolean;
  readonly #even: boolean;

  constructor(values: BySlot, { composed, tight, even }: Text) {
    this.#values = values;
    this.#composed = composed;
    this.#tight = tight;
    this.#even = even;
  }

  has(slot: number): boolean {
    return this.#values[slot] !== undefined;
  }

  /** As the file has them. */
  raw(slot: number): readonly string[] {
    const found = this.#values[slot];
    if (found === undefined) return none;
    return typeof found === 'string' ? [found] : found;
  }

  /** A value in one line. */
  line(value: string): string {
    if (!value.includes('\n')) return this.#text(value);
    return this.#text(this.#even ? value.replace(evenBreak, ' ') : linesOfValue(value).join(' '));
  }

  /** Each value in one line; empty ones are left out. */
  all(slots: readonly number[]): string[] {
    const lines: string[] = [];
    for (let index = 0; index < slots.length; index += 1) {
      const found = this.#values[slots[index] ?? -1];
      if (typeof found === 'string') this.#addLine(lines, found);
      else if (found !== undefined) for (const value of found) this.#addLine(lines, value);
    }
    return lines;
  }

  /** The first value that is not empty, in one line; the tags in the order of preference. */
  first(slots: readonly number[]): string | undefined {
    for (let index = 0; index < slots.length; index += 1) {
      const text = this.#firstIn(slots[index] ?? -1);
      if (text !== '') return text;
    }
    return undefined;
  }

  /** The first of the tags that has a value which is not empty. */
  firstTold(slots: readonly number[]): number | undefined {
    for (let index = 0; index < slots.length; index += 1) {
      const slot = slots[index] ?? -1;
      if (this.#firstIn(slot) !== '') return slot;
    }
    return undefined;
  }

  /** All values of the first tag that has any, in paragraphs, one below the other. */
  joined(slots: readonly number[]): string | undefined {
    for (const slot of slots) {
      if (!this.has(slot)) continue;
      const parts = this.raw(slot)
        .map((value) => this.#paragraphs(value))
        .filter((text) => text !== '');
      if (parts.length > 0) return parts.length === 1 ? parts[0] : [...new Set(parts)].join('\n');
    }
    return undefined;
  }

  #paragraphs(value: string): string {
    return this.#text(this.#even ? value.replace(evenBreak, ' ') : paragraphs(value, indent));
  }

  #firstIn(slot: number): string {
    const found = this.#values[slot];
    if (found === undefined) return '';
    if (typeof found === 'string') return this.line(found);
    for (const value of found) {
      const text = this.line(value);
      if (text !== '') return text;
    }
    return '';
  }

  #addLine(lines: string[], value: string): void {
    const text = this.line(value);
    if (text !== '') lines.push(text);
  }

  #text(value: string): string {
    if (!this.#composed) return fieldText(value);
    return this.#tight ? value : value.trim();
  }
}

const none: readonly string[] = [];
