import type { Values } from '@throughline/words';
import type { Io } from './io.js';

/** A command of the program: one file each under commands/, all in the table of commands.ts. */
export interface Command {
  readonly name: string;
  /** The words after the name, as the usage prints them: "FILE", "[REVIEW…]". */
  readonly takes: readonly Argument[];
  readonly options: Readonly<Record<string, Option>>;
  readonly summary: string;
  readonly run: (given: Given, io: Io) => Promise<Outcome>;
}

export interface Argument {
  /** In capitals: "FILE". */
  readonly name: string;
  readonly optional?: boolean;
  /** As many as there are; only the last argument of a command. */
  readonly many?: boolean;
}

export interface Option {
  /** Absent: the option is a switch. In capitals, or the values it can have: "OUT", "ris". */
  readonly value?: string;
  readonly short?: string;
  /** It may be given several times; `textsOf` has them all. */
  readonly many?: true;
  /** The command cannot do without it. */
  readonly needed?: boolean;
  readonly summary: string;
}

/** What was typed, checked against what the command takes. */
export interface Given {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly json: boolean;
}

/** What a command has to say: for a person, and for a program. */
export interface Outcome {
  readonly text: string;
  readonly json: unknown;
  /** 1 where what the command checks does not hold; 0 without it. */
  readonly code?: 0 | 1;
  /** What goes on after this was said: the workbench, until it is stopped. */
  readonly until?: () => Promise<void>;
}

/** Something that stops a command: a code and values, which the catalogue says in words. */
export class CommandProblem extends Error {
  constructor(
    readonly code: string,
    readonly values: Values = {},
  ) {
    super(code);
    this.name = 'CommandProblem';
  }
}

/** The command was called in a wrong way: exit 2, with its usage. */
export class WrongUse extends CommandProblem {
  constructor(code: `use.${string}`, values: Values = {}) {
    super(code, values);
    this.name = 'WrongUse';
  }
}
