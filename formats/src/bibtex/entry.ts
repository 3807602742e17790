export interface Field {
  /** As the file writes it. */
  readonly name: string;
  /** Without its delimiters; pieces put together, abbreviations replaced. */
  readonly value: string;
}

export interface Entry {
  /** As the file writes it: "Article". */
  readonly type: string;
  readonly key: string;
  readonly fields: readonly Field[];
  /** Where it ends in the text. */
  readonly end: number;
  /** Braces or quotation marks do not close; the fields were told apart by their names. */
  readonly broken: boolean;
}

/** Where to read, and how far. */
export interface Stretch {
  readonly text: string;
  readonly from: number;
  readonly until: number;
}
