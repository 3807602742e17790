import { fieldText } from '../text/field-text.js';
import { withoutReferences } from '../text/web-text.js';
import type { Field } from './entry.js';
import { latexText, type Reading } from './latex/latex-text.js';

/** The fields of one entry by their names in small letters. */
export class Values {
  readonly #values = new Map<string, string[]>();

  constructor(fields: readonly Field[]) {
    for (const { name, value } of fields) {
      const lower = name.toLowerCase();
      const known = this.#values.get(lower);
      if (known === undefined) this.#values.set(lower, [value]);
      else known.push(value);
    }
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** Every value of a name, as the file has it; character references are read before LaTeX is. */
  all(name: string): readonly string[] {
    const values = this.#values.get(name);
    return values === undefined ? [] : values.map(withoutReferences);
  }

  /** The first value under these names that shows anything. */
  first(names: readonly string[]): string | undefined {
    for (const name of names) {
      for (const value of this.#values.get(name) ?? []) if (value.trim() !== '') return withoutReferences(value);
    }
    return undefined;
  }

  /** The same, as a person reads it. */
  text(names: readonly string[], reading: Reading = 'text'): string | undefined {
    for (const name of names) {
      for (const value of this.#values.get(name) ?? []) {
        const text = shown(value, reading);
        if (text !== '') return text;
      }
    }
    return undefined;
  }
}

/** A value as a person reads it. */
export function shown(value: string, reading: Reading = 'text'): string {
  return fieldText(latexText(withoutReferences(value), reading));
}
