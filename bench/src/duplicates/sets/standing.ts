import type { Told } from '@throughline/matching';
import type { Group } from './score.js';

/** Groups and differences as they stand while questions are answered. */
export class Standing {
  readonly #groupOf = new Map<string, Group>();
  readonly #apart = new Map<string, Set<string>>();

  groups(): Group[] {
    return [...new Set(this.#groupOf.values())];
  }

  told(): Told {
    const groups = this.groups().map((records) => ({ id: `group of ${records[0]}`, records }));
    const distinct = [...this.#apart].flatMap(([x, others]) => [...others].filter((y) => x < y).map((y) => [x, y]));
    return { groups, distinct };
  }

  /** The records that stand with this one, and itself. */
  workOf(record: string): Group {
    return this.#groupOf.get(record) ?? [record];
  }

  isSettled(a: string, b: string): boolean {
    const work = this.workOf(a);
    return work.includes(b) || this.wereToldApart(work, this.workOf(b));
  }

  /** Was any record of one told to differ from any of the other? */
  wereToldApart(one: Group, other: Group): boolean {
    return one.some((x) => {
      const others = this.#apart.get(x);
      return others !== undefined && other.some((y) => others.has(y));
    });
  }

  join(records: Group): void {
    for (const record of records) this.#groupOf.set(record, records);
  }

  tellApart(a: string, b: string): void {
    for (const [one, other] of [[a, b] as const, [b, a] as const]) {
      const known = this.#apart.get(one) ?? new Set();
      this.#apart.set(one, known.add(other));
    }
  }
}
