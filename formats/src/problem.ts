/**
 * Why a file cannot be read at all as what it is.
 * - `format.tooLarge`: it would have to be held whole, and is larger than `limit` MB
 * - `format.bomb`: it unpacks to far more than it is worth holding, or lies about its size
 * - `format.encrypted`: nobody reads it without its password
 * - `format.damaged`: its own structure does not hold together
 */
export type FormatProblemCode = 'format.tooLarge' | 'format.bomb' | 'format.encrypted' | 'format.damaged';

/** A code with its values; the words come from the catalogue of whoever shows it. `name` is filled in by the importer. */
export class FormatProblem extends Error {
  constructor(
    readonly code: FormatProblemCode,
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
    this.name = 'FormatProblem';
  }
}
