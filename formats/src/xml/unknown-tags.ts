import type { Tag } from '@throughline/core';
import type { NotUnderstood } from '../contract.js';
import { excerpt } from '../excerpt.js';

/** Names told of at most: a file with more of them is in another format. */
const mostNames = 1000;

/** Counts the tags that no rule of a format knows. */
export class UnknownTags {
  readonly #counts = new Map<string, { records: number; readonly example: string }>();
  readonly #isKnown: (name: string) => boolean;
  readonly #nameOf: (tag: string) => string;

  /** `nameOf`: the name that a tag counts under. */
  constructor(isKnown: (name: string) => boolean, nameOf: (tag: string) => string) {
    this.#isKnown = isKnown;
    this.#nameOf = nameOf;
  }

  take(tags: readonly Tag[]): void {
    const ofThisRecord = new Set<string>();
    for (const { tag, value } of tags) {
      const name = this.#nameOf(tag);
      if (this.#isKnown(name) || ofThisRecord.has(name)) continue;
      ofThisRecord.add(name);
      const known = this.#counts.get(name);
      if (known !== undefined) known.records += 1;
      else if (this.#counts.size < mostNames) this.#counts.set(name, { records: 1, example: excerpt(value) });
    }
  }

  found(): NotUnderstood[] {
    return [...this.#counts].map(([tag, { records, example }]) => ({ kind: 'not-understood', tag, records, example }));
  }
}
