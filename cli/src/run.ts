import { type Command, type Given, type Outcome, WrongUse } from './command.js';
import { commands, helpCommand, openCommand } from './commands.js';
import type { Io } from './io.js';
import { readArguments } from './arguments.js';
import { sayError } from './saying.js';
import { helpFor, usageOf } from './usage.js';
import { commandWords } from '@throughline/words';

export type ExitCode = 0 | 1 | 2;

/**
 * The command line: finds the command, reads its arguments, runs it, and says what came of it. Ends with 0, with 1 where
 * what is checked does not hold or something stopped it, with 2 where it was called in a wrong way. Never throws.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const json = argv.includes('--json');
  let command: Command | undefined;
  try {
    const found = commandIn(argv);
    command = found.command;
    if (found.typed.includes('--help') || found.typed.includes('-h')) {
      print({ text: helpFor(command), json: { usage: usageOf(command) } }, json, io);
      return 0;
    }
    const given: Given = readArguments(command, found.typed);
    const outcome = await command.run(given, io);
    print(outcome, given.json, io);
    await outcome.until?.();
    return outcome.code ?? 0;
  } catch (error) {
    return explain(error, command, json, io);
  }
}

/** The command by its name; files without a command open the workbench. */
function commandIn([first, ...rest]: readonly string[]): { command: Command; typed: readonly string[] } {
  if (first === '--help' || first === '-h') return { command: helpCommand, typed: rest };
  const named = commands.find(({ name }) => name === first && name !== '');
  if (named !== undefined) return { command: named, typed: rest };
  if (first === undefined || first.startsWith('-') || looksLikeFile(first)) {
    return { command: openCommand, typed: first === undefined ? [] : [first, ...rest] };
  }
  throw new WrongUse('use.commandUnknown', { name: first });
}

/** A word alone is a command that was mistyped; a path or a name with an ending is a file. */
const looksLikeFile = (typed: string): boolean => /[./\\]/.test(typed);

function print({ text, json: value }: Outcome, json: boolean, io: Io): void {
  if (json) io.out(`${JSON.stringify(value)}\n`);
  else if (text !== '') io.out(text.endsWith('\n') ? text : `${text}\n`);
}

/** One sentence on standard error; with --json also as the one object on standard output. */
function explain(error: unknown, command: Command | undefined, json: boolean, io: Io): ExitCode {
  const { code, values, sentence } = sayError(error);
  io.err(`${sentence}\n`);
  if (error instanceof WrongUse)
    io.err(command === undefined ? `${commandWords.moreHelp}\n` : `${commandWords.usage}: ${usageOf(command)}\n`);
  if (io.env.THROUGHLINE_DEBUG === '1' && error instanceof Error) io.err(`${error.stack ?? ''}\n`);
  if (json) io.out(`${JSON.stringify({ error: { code, values, sentence } })}\n`);
  return error instanceof WrongUse ? 2 : 1;
}
