import { openServerPlace, serveTeam, type TeamLogEntry } from '@throughline/server';
import { commandWords, fill, servingWords as words } from '@throughline/words';
import { textOf } from '../arguments.js';
import type { Command, Given, Outcome } from '../command.js';
import type { Io } from '../io.js';
import { placeArgument, placeOf, placeOptions, portOf, surroundings } from '../server-options.js';

/** Where it listens without being told: beside, not instead of, whatever else the machine serves. */
const usualPort = 8080;

/** `throughline serve [DIR]`: reviews for a team, until it is told to stop. */
export const serveCommand: Command = {
  name: 'serve',
  takes: [placeArgument],
  options: {
    ...placeOptions,
    port: { value: 'PORT', summary: words.options.port },
    host: { value: 'HOST', summary: words.options.host },
    origin: { value: 'ADDRESS', summary: words.options.origin },
    proxy: { value: 'HOST', summary: words.options.proxy },
  },
  summary: words.summaries.serve,
  run,
};

async function run(given: Given, io: Io): Promise<Outcome> {
  const place = await openServerPlace(placeOf(given, io), (leftOut) => log(io, leftOut));
  const [origin, host, proxy] = ['origin', 'host', 'proxy'].map((name) => textOf(given, name));
  const stopped = io.stopped();
  try {
    const server = await serveTeam({
      ...place,
      ...surroundings(io),
      port: portOf(given, io, usualPort),
      ...(origin === undefined ? {} : { origin }),
      ...(host === undefined ? {} : { host }),
      ...(proxy === undefined ? {} : { trustProxy: proxy }),
      onLog: (entry) => log(io, entry),
    });
    return outcome(io, place, server, stopped);
  } catch (error) {
    await place.close();
    throw error;
  }
}

function outcome(
  io: Io,
  place: Awaited<ReturnType<typeof openServerPlace>>,
  server: Awaited<ReturnType<typeof serveTeam>>,
  stopped: Promise<void>,
): Outcome {
  const { address, setupLink, port } = server;
  const at = fill(words.at, { place: place.store.place, address });
  const setUp = setupLink === undefined ? [] : [fill(words.setUp, { link: setupLink })];
  return {
    text: [at, ...setUp, commandWords.open.stop].join('\n'),
    json: { place: place.store.place, address, port, ...(setupLink === undefined ? {} : { setupLink }) },
    until: async () => {
      await stopped;
      await server.close();
      await place.close();
      io.err(`${words.stopped}\n`);
    },
  };
}

/** One JSON object a line on standard error; what the command has to say goes to standard output. */
function log(io: Io, entry: TeamLogEntry): void {
  io.err(`${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
}
