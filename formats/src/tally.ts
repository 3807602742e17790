import type { Found, PassedOverReason } from './contract.js';

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
