import { readFile } from 'node:fs/promises';
import { type AddedAccount, addAccount, openServerPlace } from '@throughline/server';
import { fill, servingWords as words } from '@throughline/words';
import { neededText, textOf } from '../arguments.js';
import type { Command, Given, Outcome } from '../command.js';
import type { Io } from '../io.js';
import { pathAt } from '../opened.js';
import { placeArgument, placeOf, placeOptions } from '../server-options.js';

/** `throughline account [DIR] --name … --email …`: an account on a team's server, made by whoever runs it. */
export const accountCommand: Command = {
  name: 'account',
  takes: [placeArgument],
  options: {
    ...placeOptions,
    name: { value: 'NAME', needed: true, summary: words.options.name },
    email: { value: 'EMAIL', needed: true, summary: words.options.email },
    administrator: { summary: words.options.administrator },
    'password-from': { value: 'FILE', summary: words.options.passwordFrom },
    origin: { value: 'ADDRESS', summary: words.options.origin },
  },
  summary: words.summaries.account,
  run,
};

async function run(given: Given, io: Io): Promise<Outcome> {
  const [name, email] = [neededText(given, 'name'), neededText(given, 'email')];
  const from = textOf(given, 'password-from');
  const administrator = given.options.administrator === true;
  const account = { name, email, administrator, ...(from === undefined ? {} : { password: await password(from, io) }) };
  const { register, close } = await openServerPlace(placeOf(given, io));
  try {
    return said(account, await addAccount(register, account, textOf(given, 'origin') ?? 'http://127.0.0.1:8080'));
  } finally {
    await close();
  }
}

/** The first line of the file: whoever writes one ends it. */
async function password(from: string, io: Io): Promise<string> {
  const text = from === '-' ? await io.input() : await readFile(pathAt(io, from), 'utf8');
  return text.split(/\r?\n/)[0] ?? '';
}

function said({ name, email, administrator }: AddedAccount, added: Awaited<ReturnType<typeof addAccount>>): Outcome {
  const made = fill(administrator ? words.madeAdministrator : words.made, { name, email });
  const { account, link } = added;
  if (link === undefined) return { text: made, json: { account, name, email, administrator } };
  const until = link.until.toISOString();
  return {
    text: `${made}\n${fill(words.link, { link: link.url, until })}`,
    json: { account, name, email, administrator, link: link.url, until },
  };
}
