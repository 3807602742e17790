import type { Tag } from '@throughline/core';
import type { NotUnderstood } from '../contract.js';
import { excerpt } from '../excerpt.js';

/** Names that are kept apart, so that a file of noise does not fill the memory. No real format has a tenth of them. */
const mostNames = 500;

/** Tags that no rule knows, counted until the file ends. */
export class UnknownTags {
  readonly #knows: (tag: string) => boolean;
  readonly #seen = new Map<string, { records: number; readonly example: string }>();

  constructor(knows: (tag: string) => boolean) {
    this.#knows = knows;
  }

  /** The tags of one record. */
  note(tags: readonly Tag[]): void {
    let names: Set<string> | undefined;
    for (const { tag, value } of tags) {
      if (this.#knows(tag) || names?.has(tag)) continue;
      names ??= new Set();
      names.add(tag);
      this.#count(tag, value);
    }
  }

  found(): NotUnderstood[] {
    return [...this.#seen].map(([tag, { records, example }]) => ({ kind: 'not-understood', tag, records, example }));
  }

  #count(tag: string, value: string): void {
    const seen = this.#seen.get(tag);
    if (seen !== undefined) seen.records += 1;
    else if (this.#seen.size < mostNames) this.#seen.set(tag, { records: 1, example: excerpt(value.trim()) });
  }
}
