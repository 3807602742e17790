import type { Tag } from '@throughline/core';
import type { Found, NotUnderstood, PassedOverReason } from './contract.js';
import { excerpt } from './excerpt.js';

/** Lines that were passed over, counted by reason until the file ends. */
export class Tally {
  readonly #counts = new Map<PassedOverReason, number>();

  add(reason: PassedOverReason, lines = 1): void {
    if (lines > 0) this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + lines);
  }

  found(): Found[] {
    return [...this.#counts].map(([reason, lines]) => ({ kind: 'passed-over', reason, lines }));
  }
}

/** Tags that no rule knows, counted until the file ends. */
export class UnknownTags {
  readonly #seen = new Map<string, { records: number; example: string }>();

  /** The unknown tags of one record. */
  take(tags: readonly Tag[]): void {
    const inThisRecord = new Set<string>();
    for (const { tag, value } of tags) {
      const known = this.#seen.get(tag);
      if (known === undefined && this.#seen.size >= mostUnknownTags) continue;
      const entry = known ?? { records: 0, example: '' };
      this.#seen.set(tag, entry);
      if (!inThisRecord.has(tag)) entry.records += 1;
      if (entry.example === '') entry.example = excerpt(value.trim());
      inThisRecord.add(tag);
    }
  }

  found(): NotUnderstood[] {
    return [...this.#seen].map(([tag, { records, example }]) => ({ kind: 'not-understood', tag, records, example }));
  }
}

/** A file with more of them is a file in another format; what it has beyond is kept with the records all the same. */
const mostUnknownTags = 200;
