import { commandWords } from '@throughline/words';
import { type Command, WrongUse } from '../command.js';
import { helpFor, helpForAll, usageOf } from '../usage.js';

/** `throughline help [COMMAND]`, over the table of commands that it is given. */
export const helpOver = (commands: () => readonly Command[]): Command => ({
  name: 'help',
  takes: [{ name: 'COMMAND', optional: true }],
  options: {},
  summary: commandWords.summaries.help,
  run: async ({ arguments: [name] }) => {
    const all = commands();
    if (name === undefined) return { text: helpForAll(all), json: { commands: all.map(described) } };
    const command = all.find((each) => each.name === name);
    if (command === undefined) throw new WrongUse('use.commandUnknown', { name });
    return { text: helpFor(command), json: described(command) };
  },
});

const described = (command: Command) => ({ name: command.name, usage: usageOf(command), summary: command.summary });
