import type { Register, ReviewStore } from '@throughline/storage';
import type { FastifyInstance } from 'fastify';
import { type TeamOptions, teamEntrance } from './accounts/index.js';
import type { Failed } from './answer-problem.js';
import type { TeamLibrary } from './team-library.js';
import { type TeamServerOptions, listen, teamServer } from './team-server.js';

export interface ServerOptions
  extends Pick<TeamOptions, 'mail' | 'openId'>,
    Pick<TeamServerOptions, 'trustProxy' | 'before' | 'webRoot' | 'documents' | 'largestUpload' | 'room'> {
  readonly store: ReviewStore;
  readonly register: Register;
  /** What people know it by: https://review.example.org, or this machine's own address, without a path. */
  readonly origin: string;
  /** The address to listen at; 127.0.0.1 without one, for a proxy on the same machine. */
  readonly host?: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly onLog?: (entry: ServerLogEntry) => void;
  /** Adds what looks after the program to it, before it listens. */
  readonly also?: (app: FastifyInstance, library: TeamLibrary) => void;
}

/** Something for the log of the program; nothing in it says what is in a review. */
export type ServerLogEntry =
  | ({ readonly event: 'failed' } & Failed)
  /** Beside an answer: a letter that was not taken, an event that was not kept. */
  | { readonly event: 'trouble'; readonly message: string };

export interface RunningServer {
  readonly port: number;
  /** With it the first account is made, at /setup. Undefined where there is one. */
  readonly setupKey: () => Promise<string | undefined>;
  /**
   * Stops: takes nothing new, ends every stream, finishes and answers what was begun, and closes the reviews. Store and
   * register are their opener's to close.
   */
  readonly close: () => Promise<void>;
}

/**
 * A team's server: people sign in, and the reviews are in a store. Several may run on one store and one register.
 * Rejects with `server.portTaken` where the port is in use.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { store, register, origin, mail, openId, onLog = () => {}, also = () => {} } = options;
  const entrance = teamEntrance({
    ...{ store, register, origin, onTrouble: (message: string) => onLog({ event: 'trouble', message }) },
    ...(mail === undefined ? {} : { mail }),
    ...(openId === undefined ? {} : { openId }),
  });
  const { app, library, close } = await teamServer({
    ...options,
    entrance,
    heard: entrance.heard,
    onFailed: (failed) => onLog({ event: 'failed', ...failed }),
  });
  try {
    also(app, library);
    const port = await listen(app, options.port, options.host ?? '127.0.0.1');
    return { port, setupKey: () => entrance.setupKey(), close };
  } catch (error) {
    await close();
    throw error;
  }
}
