import type { Tag } from '@throughline/core';
import { slotOf, soleTags } from './fields.js';

/** The values of one record, by tag. One of these serves a whole file: `take` forgets the record before. */
export class TagValues {
  /** By the tag's number: nothing, its one value, or all of them. */
  readonly #values: (string | string[] | undefined)[] = Array.from({ length: slotOf.size }, () => undefined);
  /** By the field's number (`sole`): the first value that is not empty, of the first tag that has one; in one line. */
  readonly texts: (string | undefined)[] = soleSlots.map(() => undefined);
  /** The numbers that have values now. */
  readonly #taken: number[] = [];
  plain = false;
  /** Tags that have no number: nobody knows them. */
  unknown: Tag[] = [];

  /** `plain`: no value goes over lines or has blanks around it. */
  take(tags: readonly Tag[], plain: boolean): void {
    for (const slot of this.#taken) this.#values[slot] = undefined;
    this.#taken.length = 0;
    this.plain = plain;
    if (this.unknown.length > 0) this.unknown = [];
    for (const each of tags) {
      const slot = slotOfTag(each.tag);
      if (slot < 0) this.unknown.push(each);
      else this.#put(slot, each.value);
    }
    for (let field = 0; field < soleSlots.length; field += 1) this.texts[field] = this.#first(soleSlots[field] ?? none);
  }

  has(slot: number): boolean {
    return this.#values[slot] !== undefined;
  }

  all(slot: number): readonly string[] {
    const found = this.#values[slot];
    if (found === undefined) return noValues;
    return typeof found === 'string' ? [found] : found;
  }

  /** The lines of all values of a tag that show anything. */
  lines(slot: number): string[] {
    const lines: string[] = [];
    const found = this.#values[slot];
    if (found === undefined) return lines;
    if (typeof found === 'string') this.#addLines(lines, found);
    else for (const value of found) this.#addLines(lines, value);
    return lines;
  }

  #addLines(lines: string[], value: string): void {
    if (this.plain) {
      if (value !== '') lines.push(value);
      return;
    }
    if (value.includes('\n')) {
      for (const line of linesIn(value)) lines.push(line);
      return;
    }
    const text = value.trim();
    if (text !== '') lines.push(text);
  }

  #first(slots: readonly number[]): string | undefined {
    for (let index = 0; index < slots.length; index += 1) {
      const found = this.#values[slots[index] ?? 0];
      if (found === undefined) continue;
      const text = typeof found !== 'string' ? firstLine(found) : this.plain ? found : inOneLine(found);
      if (text !== '') return text;
    }
    return undefined;
  }

  #put(slot: number, value: string): void {
    const earlier = this.#values[slot];
    if (earlier === undefined) {
      this.#values[slot] = value;
      this.#taken.push(slot);
    } else if (typeof earlier === 'string') this.#values[slot] = [earlier, value];
    else earlier.push(value);
  }
}

const none: readonly number[] = [];
const noValues: readonly string[] = [];

const soleSlots: readonly (readonly number[])[] = Object.values(soleTags).map(slotsOf);

/** The number of each field of which a record has one, in `texts`. */
export const sole = Object.fromEntries(Object.keys(soleTags).map((field, index) => [field, index])) as Readonly<
  Record<keyof typeof soleTags, number>
>;

/** The numbers of these tags, for `TagValues`. */
export function slotsOf(tags: readonly string[]): readonly number[] {
  return tags.map(slot);
}

/** The number of a tag that is known. */
export function slot(tag: string): number {
  return slotOf.get(tag) ?? -1;
}

/** -1 where nobody knows the tag. By its characters where it has two: five times faster than by the whole. */
function slotOfTag(tag: string): number {
  if (tag.length !== 2) return slotOf.get(tag) ?? -1;
  return slotsByCode[tag.charCodeAt(0) * 128 + tag.charCodeAt(1)] ?? -1;
}

const slotsByCode = new Int16Array(128 * 128).fill(-1);
for (const [tag, number] of slotOf) {
  if (tag.length === 2) slotsByCode[tag.charCodeAt(0) * 128 + tag.charCodeAt(1)] = number;
}

/** The lines of a value that show anything. */
export function linesIn(value: string): string[] {
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function firstLine(values: readonly string[]): string {
  for (const value of values) {
    const text = inOneLine(value);
    if (text !== '') return text;
  }
  return '';
}

function inOneLine(value: string): string {
  return value.includes('\n') ? linesIn(value).join(' ') : value.trim();
}
