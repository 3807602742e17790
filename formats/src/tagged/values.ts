import type { Reference, Tag } from '@throughline/core';
import { fieldText } from '../text/field-text.js';
import { linesOfValue, oneLine } from './running-text.js';

/** A reference while its fields are found. */
export type Draft = { -readonly [K in keyof Reference]: Reference[K] };

export function put<K extends keyof Draft>(draft: Draft, field: K, value: Draft[K] | undefined): void {
  if (value !== undefined) draft[field] = value;
}

/** A number for each tag that fills a field: values are found by it without a table of their own for each record. */
export function slotsOf(tags: Iterable<string>): ReadonlyMap<string, number> {
  return new Map([...new Set(tags)].map((tag, slot) => [tag, slot]));
}

/** The values of one record: by slot nothing, one value, or all of them. */
export type BySlot = (string | string[] | undefined)[];

export function putValue(values: BySlot, slot: number, value: string): void {
  const earlier = values[slot];
  if (earlier === undefined) values[slot] = value;
  else if (typeof earlier === 'string') values[slot] = [earlier, value];
  else earlier.push(value);
}

/** Tags without a slot are left out. */
export function valuesBySlot(tags: readonly Tag[], slots: ReadonlyMap<string, number>): BySlot {
  const values = noValues(slots);
  for (const { tag, value } of tags) {
    const slot = slots.get(tag);
    if (slot !== undefined) putValue(values, slot, value);
  }
  return values;
}

export function noValues(slots: ReadonlyMap<string, number>): BySlot {
  return new Array<string | string[] | undefined>(slots.size).fill(undefined);
}

/** The values of one record, as people read them. */
export class Values {
  readonly #slots: ReadonlyMap<string, number>;
  readonly #values: BySlot;
  readonly #text: (value: string) => string;

  /** `text` makes a field's text of a value: composed, and decoded where the source writes as web pages do. */
  constructor(values: BySlot, slots: ReadonlyMap<string, number>, text: (value: string) => string = fieldText) {
    this.#values = values;
    this.#slots = slots;
    this.#text = text;
  }

  has(tag: string): boolean {
    return this.#found(tag) !== undefined;
  }

  /** As the file has them. */
  raw(tag: string): readonly string[] {
    const found = this.#found(tag);
    if (found === undefined) return none;
    return typeof found === 'string' ? [found] : found;
  }

  /** Each value in one line; empty ones are left out. */
  all(...tags: readonly string[]): string[] {
    const texts: string[] = [];
    for (const tag of tags) {
      for (const value of this.raw(tag)) {
        const text = this.#text(oneLine(value));
        if (text !== '') texts.push(text);
      }
    }
    return texts;
  }

  /** The first value that is not empty, in one line; the tags in the order of preference. */
  first(...tags: readonly string[]): string | undefined {
    return this.firstOf(tags);
  }

  firstOf(tags: readonly string[]): string | undefined {
    for (const tag of tags) {
      const found = this.#found(tag);
      if (found === undefined) continue;
      if (typeof found !== 'string') {
        const text = found.map((value) => this.#text(oneLine(value))).find((each) => each !== '');
        if (text !== undefined) return text;
      } else {
        const text = this.#text(oneLine(found));
        if (text !== '') return text;
      }
    }
    return undefined;
  }

  /** Each line of each value by itself, for formats that write one entry a line. */
  lines(tag: string): string[] {
    return this.raw(tag)
      .flatMap(linesOfValue)
      .map((line) => this.#text(line));
  }

  /** All values of the first tag that has any, made of running text, one below the other. */
  joined(texts: (value: string) => string, ...tags: readonly string[]): string | undefined {
    for (const tag of tags) {
      const parts = this.raw(tag)
        .map((value) => this.#text(texts(value)))
        .filter((text) => text !== '');
      if (parts.length > 0) return parts.length === 1 ? parts[0] : [...new Set(parts)].join('\n');
    }
    return undefined;
  }

  #found(tag: string): string | string[] | undefined {
    const slot = this.#slots.get(tag);
    return slot === undefined ? undefined : this.#values[slot];
  }
}

const none: readonly string[] = [];
