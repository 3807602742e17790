import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { reportHtml } from '@throughline/documents';
import type { Register, ReviewStore } from '@throughline/storage';
import type { FastifyInstance } from 'fastify';
import type { Failed } from './answer-problem.js';
import { Cursors } from './cursor.js';
import type { Entrance } from './door.js';
import { Presence } from './presence.js';
import { ServerProblem } from './problem.js';
import { type Room, TeamLibrary, type TeamLibraryOptions } from './team-library.js';
import { workbench } from './workbench.js';
import type { Documents, Note, Workplace } from './workplace.js';

export interface TeamServerOptions {
  readonly store: ReviewStore;
  readonly register: Register;
  readonly entrance: Entrance;
  /** The address to listen at; all of the machine's without one. */
  readonly host?: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Proxies in front whose word for the asker's address is taken. None without. */
  readonly trustProxy?: boolean | string;
  /** Stands after the door and before every call. */
  readonly before?: (app: FastifyInstance) => Promise<void> | void;
  /** The folder of the built pages; this program's own without it. */
  readonly webRoot?: string;
  readonly documents?: Documents;
  /** Bytes that an uploaded file may have, where the administrator's limit allows more. */
  readonly largestUpload?: number;
  readonly room?: Room;
  readonly heard?: TeamLibraryOptions['heard'];
  readonly onFailed?: (failed: Failed) => void;
}

export interface TeamServer {
  readonly port: number;
  readonly library: TeamLibrary;
  /** For what is added to it before it listens, and for tests that ask without a network. */
  readonly app: FastifyInstance;
  /** Finishes what was begun and answers it, ends every stream, and closes every review. Store and register stay open. */
  readonly close: () => Promise<void>;
}

export const ownPages = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** A team's workbench behind an entrance, not listening yet. */
export async function teamServer(options: Omit<TeamServerOptions, 'host' | 'port'>): Promise<Omit<TeamServer, 'port'>> {
  const { store, register, entrance, room, heard, onFailed = () => {} } = options;
  const library = new TeamLibrary({
    store,
    register,
    ...(room === undefined ? {} : { room }),
    ...(heard === undefined ? {} : { heard }),
  });
  const presence = new Presence(store.herald);
  const workplace: Workplace = {
    library,
    presence,
    door: entrance.door,
    // Every process gives the same cursors: who was cut off goes on at the next.
    cursors: new Cursors(register.settings.key('cursors')),
    documents: options.documents ?? { report: reportHtml },
    largestUpload: async () =>
      Math.min(options.largestUpload ?? Number.POSITIVE_INFINITY, (await register.settings.limits()).bytesPerUpload),
    note: noteIn(register, onFailed),
  };
  const app = await workbench({
    workplace,
    ownRoutes: entrance.routes,
    webRoot: options.webRoot ?? ownPages,
    trustProxy: options.trustProxy ?? false,
    ...(options.before === undefined ? {} : { before: options.before }),
    onFailed,
  });
  const close = async () => {
    await app.close();
    presence.close();
    await library.close();
    await entrance.close();
  };
  return { app, library, close };
}

/** Listens. Rejects with `server.portTaken` where the port is in use. */
export async function listen(app: FastifyInstance, port: number, host = '0.0.0.0'): Promise<number> {
  try {
    await app.listen({ port, host });
    return (app.server.address() as AddressInfo).port;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new ServerProblem('server.portTaken', { port: String(port) });
    throw error;
  }
}

/** An event that cannot be written stops nobody's work; the program's log says so. */
function noteIn({ events }: Register, onFailed: (failed: Failed) => void): Note {
  return (event) => {
    events.write(event, new Date()).catch((error: unknown) => onFailed({ method: 'NOTE', path: event.what, error }));
  };
}
