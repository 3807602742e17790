import type { Stage } from '@throughline/core';
import type { FoundDecision, FoundRecord } from '@throughline/formats';
import type { PersonInFile } from '@throughline/wire';

type Counted = { -readonly [Field in keyof PersonInFile]: PersonInFile[Field] };

/** Whose decisions a file holds, counted as its records come; nobody is anybody here before a person says so. */
export class PeopleInFile {
  readonly #rows = new Map<string, Counted>();
  readonly #groups = new Map<string, number>();

  add({ decided = [], group }: FoundRecord): void {
    for (const decision of decided) this.#count(decision);
    if (group !== undefined) this.#groups.set(group, (this.#groups.get(group) ?? 0) + 1);
  }

  /** Who decided most, first. */
  list(): PersonInFile[] {
    return [...this.#rows.values()].sort((a, b) => weight(b) - weight(a));
  }

  /** Groups that hold at least two of the records. */
  get groups(): number {
    return [...this.#groups.values()].filter((records) => records > 1).length;
  }

  #count({ by = '', stage, answer, labels, notes }: FoundDecision): void {
    const key = JSON.stringify([by, stage]);
    const row = this.#rows.get(key) ?? empty(by, stage);
    this.#rows.set(key, row);
    if (answer !== undefined) row[answer] += 1;
    if (labels.length > 0) row.labels += 1;
    if (notes.length > 0) row.notes += 1;
  }
}

const empty = (by: string, stage: Stage | undefined): Counted => ({
  by,
  ...(stage === undefined ? {} : { stage }),
  ...{ include: 0, exclude: 0, maybe: 0, labels: 0, notes: 0 },
});

const weight = ({ include, exclude, maybe }: PersonInFile): number => include + exclude + maybe;
