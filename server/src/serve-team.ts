import type { FastifyInstance } from 'fastify';
import { limitRates } from './operations/rate.js';
import { answerForHealth } from './operations/health.js';
import { measure } from './operations/metrics.js';
import { type Answered, logRequests } from './operations/request-log.js';
import type { LeftOutEntry, ServerPlace } from './server-place.js';
import { type ServerLogEntry, type ServerOptions, startServer } from './start-server.js';
import type { ServerSurroundings } from './surroundings.js';
import { freePort } from './free-port.js';
import type { TeamLibrary } from './team-library.js';

export type TeamLogEntry = LoggedEntry | LeftOutEntry;
type LoggedEntry =
  | ({ readonly event: 'answered' } & Answered)
  | { readonly event: 'failed'; readonly method: string; readonly path: string; readonly message: string }
  | Extract<ServerLogEntry, { event: 'trouble' }>
  | { readonly event: 'stopping' };

export interface TeamServing extends Pick<ServerOptions, 'host' | 'port' | 'trustProxy' | 'webRoot'> {
  /** The address that people open; this machine's own, with the port, where nobody says. */
  readonly origin?: string;
  readonly onLog: (entry: LoggedEntry) => void;
}

export interface TeamServed {
  readonly port: number;
  /** What people open. */
  readonly address: string;
  /** Where the first account is made; undefined where there is one. */
  readonly setupLink: string | undefined;
  readonly close: () => Promise<void>;
}

/** A team's server with what looks after it: health, metrics, a log of requests, and limits of how many there may be. */
export async function serveTeam(
  options: TeamServing & ServerSurroundings & Pick<ServerPlace, 'store' | 'register'>,
): Promise<TeamServed> {
  const { store, register, onLog, metricsToken, mail } = options;
  // Links and cookies know the port, so that it is chosen before anything listens.
  const port = options.port === 0 ? await freePort() : options.port;
  const origin = options.origin ?? `http://127.0.0.1:${port}`;
  const also = (app: FastifyInstance, library: TeamLibrary) => {
    logRequests(app, (answered) => onLog({ event: 'answered', ...answered }));
    answerForHealth(app, [() => store.answers(), () => register.answers()]);
    const counted = { openReviews: () => library.numbers.open, liveStreams: () => library.numbers.streams };
    measure(app, counted, metricsToken);
  };
  const server = await startServer({
    ...options,
    port,
    origin,
    before: limitRates,
    also,
    onLog: (entry) => onLog(logged(entry)),
  });
  const key = await server.setupKey();
  return {
    port: server.port,
    address: origin,
    setupLink: key === undefined ? undefined : `${origin}/setup#${key}`,
    close: async () => {
      onLog({ event: 'stopping' });
      await server.close();
      mail?.close();
    },
  };
}

/** The message of an error may hold words of a review; its kind and where it arose do not. */
function logged(entry: ServerLogEntry): LoggedEntry {
  if (entry.event !== 'failed') return entry;
  const { method, path, error } = entry;
  return { event: 'failed', method, path: withoutIds(path), message: arisen(error) };
}

const withoutIds = (path: string): string => path.replace(/\/(reviews|records|texts|invitations)\/[^/]+/g, '/$1/:id');

const arisen = (error: unknown): string =>
  error instanceof Error
    ? [
        error.name,
        ...(error.stack ?? '')
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 6),
      ].join('\n')
    : typeof error;
