import type { NotUnderstood } from '../contract.js';
import { excerpt } from '../excerpt.js';
import { fieldInDialect } from './dialects.js';
import { isKnownName } from './known-names.js';
import type { Layout } from './layout.js';
import { isTagName } from './tag-names.js';

/** Columns that fill no field, with how many records have them: their values are kept with the records. */
export class UnknownColumns {
  readonly #counts = new Map<number, { name: string; records: number; example: string }>();
  #asked: readonly number[] | undefined;

  note(cells: readonly string[], layout: Layout): void {
    this.#asked ??= unknownIn(layout);
    for (const index of this.#asked) {
      const cell = cells[index] ?? '';
      if (cell.trim() === '') continue;
      const known = this.#counts.get(index);
      if (known !== undefined) known.records += 1;
      else this.#counts.set(index, { name: layout.names[index] ?? '', records: 1, example: excerpt(cell) });
    }
  }

  found(): NotUnderstood[] {
    return [...this.#counts.values()].map(({ name, records, example }) => ({
      kind: 'not-understood',
      tag: name,
      records,
      example,
    }));
  }
}

function unknownIn({ columns, dialect }: Layout): number[] {
  return columns
    .filter(({ field, name }) => field === undefined && !isKnownName(name) && !isTagName(name))
    .filter(({ name }) => fieldInDialect(dialect, name) === undefined)
    .map(({ index }) => index);
}
