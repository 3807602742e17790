import type { NotUnderstood } from '../contract.js';
import { excerpt } from '../excerpt.js';
import type { Field } from './entry.js';
import { isKnownField } from './fields.js';

/** Names kept apart; a file with more of them is not written by a program. */
const mostNames = 1000;

/** Fields that no rule knows, counted until the file ends. */
export class UnknownFields {
  readonly #found = new Map<string, { readonly tag: string; records: number; readonly example: string }>();
  /** Names already looked at: nearly all fields of a file have one of twenty. */
  readonly #known = new Set<string>();

  note(fields: readonly Field[]): void {
    for (const { name, value } of fields) if (!this.#known.has(name)) this.#noteName(name, value);
  }

  #noteName(name: string, value: string): void {
    const lower = name.toLowerCase();
    if (isKnownField(lower)) {
      if (this.#known.size < mostNames) this.#known.add(name);
      return;
    }
    const seen = this.#found.get(lower);
    if (seen !== undefined) seen.records += 1;
    else if (this.#found.size < mostNames) this.#found.set(lower, { tag: name, records: 1, example: excerpt(value) });
  }

  found(): NotUnderstood[] {
    return [...this.#found.values()].map((each) => ({ kind: 'not-understood', ...each }));
  }
}
