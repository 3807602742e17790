import { rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { Myself, settingsFolder } from '@throughline/server';
import { createSqlite, startReview } from '@throughline/storage';
import { commandWords, fill } from '@throughline/words';
import { neededText } from '../arguments.js';
import type { Command, Given, Outcome } from '../command.js';
import type { Io } from '../io.js';
import { pathAt } from '../opened.js';

/** `throughline new FILE --title "…"`: an empty review, led by whoever sits at this machine. */
export const newCommand: Command = {
  name: 'new',
  takes: [{ name: 'FILE' }],
  options: { title: { value: 'TITLE', needed: true, summary: commandWords.optionSummaries.title } },
  summary: commandWords.summaries.new,
  run,
};

async function run(given: Given, io: Io): Promise<Outcome> {
  const [file = ''] = given.arguments;
  const title = neededText(given, 'title');
  const path = pathAt(io, extname(file) === '.throughline' ? file : `${file}.throughline`);
  const me = (await Myself.at(settingsFolder(io.env))).card;
  const review = await start(path, title, me);
  return { text: fill(commandWords.new.made, { title, path }), json: { file: path, review, title } };
}

/** Either there is a review in the file in the end, or there is no file. */
async function start(
  path: string,
  title: string,
  me: { person: Parameters<typeof startReview>[1]['by']; name: string },
): Promise<string> {
  const keeper = await createSqlite(path);
  try {
    const open = await startReview(keeper, { title, by: me.person, name: me.name });
    await open.close();
    await keeper.close();
    return open.id;
  } catch (error) {
    await keeper.close();
    await rm(path, { force: true });
    throw error;
  }
}
