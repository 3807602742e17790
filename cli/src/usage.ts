import { commandWords } from '@throughline/words';
import { called } from './arguments.js';
import type { Argument, Command, Option } from './command.js';

/** "throughline import FILE SOURCE… [--name NAME]": how a command is typed. */
export function usageOf(command: Command): string {
  const options = Object.entries(command.options).map(([name, option]) =>
    option.needed ? typed(name, option) : `[${typed(name, option)}]`,
  );
  return [called(command), ...command.takes.map(argumentSaid), ...options, '[--json]'].join(' ');
}

const argumentSaid = ({ name, optional, many }: Argument): string => {
  const said = `${name}${many ? '…' : ''}`;
  return optional ? `[${said}]` : said;
};

const typed = (name: string, { value, short }: Option): string =>
  `${short === undefined ? `--${name}` : `-${short}`}${value === undefined ? '' : ` ${value}`}`;

/** Everything about one command. */
export function helpFor(command: Command): string {
  const options = Object.entries({ ...command.options, json: { summary: commandWords.optionSummaries.json } });
  const rows = options.map(([name, option]): Row => [typed(name, option), option.summary]);
  return [
    `${commandWords.usage}: ${usageOf(command)}`,
    '',
    command.summary,
    '',
    `${commandWords.options}:`,
    ...columns(rows),
    '',
  ].join('\n');
}

/** All commands, a line each. */
export function helpForAll(commands: readonly Command[]): string {
  const rows = commands.map(
    (command): Row => [[called(command), ...command.takes.map(argumentSaid)].join(' '), command.summary],
  );
  return [
    commandWords.program,
    '',
    `${commandWords.commands}:`,
    ...columns(rows),
    '',
    commandWords.everyCommand,
    commandWords.moreHelp,
    '',
  ].join('\n');
}

type Row = readonly [left: string, right: string];

/** Two columns, the left one as wide as it must be. */
function columns(rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
