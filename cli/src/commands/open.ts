import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type LogEntry, startWorkbench } from '@throughline/server';
import { commandWords, fill } from '@throughline/words';
import { buildExample } from '../build-example.js';
import { type Command, type Given, type Outcome, WrongUse } from '../command.js';
import { dataFolder } from '../data-folder.js';
import type { Io } from '../io.js';
import { pathAt } from '../opened.js';
import { progressOn } from '../progress.js';
import { sayCoded } from '../saying.js';

const words = commandWords.open;

/** `throughline [FILE…]`: the workbench, on the files that are named or on the reviews of this person. */
export const openCommand: Command = {
  name: '',
  takes: [{ name: 'FILE', optional: true, many: true }],
  options: {},
  summary: commandWords.summaries.open,
  run,
};

async function run(given: Given, io: Io): Promise<Outcome> {
  const port = portOf(io);
  const reviews =
    given.arguments.length === 0 ? [await ownReviews(io)] : given.arguments.map((path) => pathAt(io, path));
  const workbench = await startWorkbench({ reviews, port, onLog: (entry) => io.err(logLine(entry)) });
  const stopped = io.stopped();
  if (io.env.BROWSER !== 'none') io.show(workbench.url);
  return {
    text: `${fill(words.at, { address: workbench.url })}\n${words.stop}`,
    json: { address: workbench.url, port: workbench.port, reviews },
    until: async () => {
      await stopped;
      await workbench.close();
      io.err(`${words.stopped}\n`);
    },
  };
}

/** PORT, where it is set; 0 means any that is free. */
function portOf({ env }: Io): number {
  const said = env.PORT;
  if (said === undefined || said === '') return 0;
  const port = Number(said);
  if (!/^\d+$/.test(said) || port > 65_535) throw new WrongUse('use.notAPort', { given: said });
  return port;
}

/** The folder of this person's reviews. Where it holds none yet, the founding review is built into it first. */
async function ownReviews(io: Io): Promise<string> {
  const folder = dataFolder(io.env);
  const held = await readdir(folder).catch(() => []);
  if (held.some((name) => name.endsWith('.throughline'))) return folder;
  io.err(`${words.building}\n`);
  await buildExample('link-workers', join(folder, 'link-workers.throughline'), progressOn(io));
  return folder;
}

/** What the workbench tells its log, as a line on standard error. */
function logLine(entry: LogEntry): string {
  if (entry.event === 'notOpened')
    return `${fill(words.notOpened, { path: entry.path, reason: sayCoded(entry.problem).sentence })}\n`;
  const message = entry.error instanceof Error ? entry.error.message : String(entry.error);
  return `${fill(words.failed, { method: entry.method, path: entry.path, message })}\n`;
}
