import { setTimeout as pause } from 'node:timers/promises';
import { fill, servingWords as words } from '@throughline/words';
import { textOf } from '../arguments.js';
import { type Command, CommandProblem, type Given, type Outcome, WrongUse } from '../command.js';
import type { Io } from '../io.js';
import { portOf } from '../server-options.js';

/** Milliseconds between two questions. */
const askEvery = 200;

/** `throughline ready`: waits until a server on this machine is ready. */
export const readyCommand: Command = {
  name: 'ready',
  takes: [],
  options: {
    port: { value: 'PORT', summary: words.options.port },
    wait: { value: 'SECONDS', summary: words.options.wait },
  },
  summary: words.summaries.ready,
  run,
};

async function run(given: Given, io: Io): Promise<Outcome> {
  const port = portOf(given, io, 8080);
  const seconds = Number(textOf(given, 'wait') ?? 30);
  if (!(seconds >= 0)) throw new WrongUse('use.notSeconds', { given: textOf(given, 'wait') ?? '' });
  const until = performance.now() + seconds * 1000;
  while (!(await isReady(port))) {
    if (performance.now() > until) throw new CommandProblem('command.notReady', { port: String(port), seconds });
    await pause(askEvery);
  }
  return { text: fill(words.ready, { port: String(port) }), json: { port, ready: true } };
}

async function isReady(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`, { signal: AbortSignal.timeout(3000) }).catch(
    () => undefined,
  );
  await answer?.body?.cancel();
  return answer?.ok === true;
}
