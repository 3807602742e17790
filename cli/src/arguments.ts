import { parseArgs } from 'node:util';
import { type Command, type Given, type Option, WrongUse } from './command.js';

/** Reads what was typed after a command's name. Throws a WrongUse that says the first thing that is wrong. */
export function readArguments(command: Command, typed: readonly string[]): Given {
  const options = Object.entries<Option>({ ...command.options, json: { summary: '' } });
  const config = options.map(([name, { value, short, many = false }]) => {
    const type = value === undefined ? ('boolean' as const) : ('string' as const);
    return [name, { type, multiple: many, ...(short === undefined ? {} : { short }) }] as const;
  });
  const { values, positionals, tokens } = parseArgs({
    args: [...typed],
    options: Object.fromEntries(config),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const known = new Map(config);
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const found = known.get(token.name);
    if (found === undefined)
      throw new WrongUse('use.optionUnknown', { command: called(command), option: token.rawName });
    if (found.type === 'string' && (token.value === undefined || token.value === ''))
      throw new WrongUse('use.valueMissing', { option: token.rawName });
    if (found.type === 'boolean' && token.value !== undefined)
      throw new WrongUse('use.valueUnwanted', { option: token.rawName });
  }
  checkCount(command, positionals);
  const lacking = options.find(([name, { needed }]) => needed && values[name] === undefined)?.[0];
  if (lacking !== undefined)
    throw new WrongUse('use.optionMissing', { command: called(command), option: optionName(lacking) });
  const given = values as Given['options'];
  return { command: command.name, arguments: positionals, options: given, json: given.json === true };
}

/** "throughline demo". */
export const called = ({ name }: { readonly name: string }): string =>
  name === '' ? 'throughline' : `throughline ${name}`;

function checkCount(command: Command, positionals: readonly string[]): void {
  const missing = command.takes.filter(({ optional }) => !optional)[positionals.length];
  if (missing !== undefined)
    throw new WrongUse('use.argumentMissing', { command: called(command), argument: missing.name });
  const most = command.takes.at(-1)?.many ? Number.POSITIVE_INFINITY : command.takes.length;
  const extra = positionals[most];
  if (extra !== undefined) throw new WrongUse('use.argumentUnwanted', { command: called(command), argument: extra });
}

/** An option's text; undefined where it was not given. */
export function textOf({ options }: Given, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The texts of an option that may be given several times. */
export function textsOf({ options }: Given, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value : [];
}

/** The text of an option that the command cannot do without, and so was given. */
export const neededText = (given: Given, name: string): string => textOf(given, name) ?? '';

/** One of some words, or a WrongUse that lists them. */
export function oneOf<T extends string>(given: string, allowed: readonly T[], option: string): T {
  const found = allowed.find((each) => each === given);
  if (found === undefined) throw new WrongUse('use.notOneOf', { option, allowed, given });
  return found;
}

/** What an option is called where it is typed: "--to". The output has only its short name in the documents: "-o". */
export const optionName = (name: string): string => (name === 'out' ? '-o' : `--${name}`);
