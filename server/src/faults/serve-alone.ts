import { createHash } from 'node:crypto';
import { type ReviewId, freeze } from '@throughline/core';
import { openRegister, postgresStore } from '@throughline/storage';
import { type PlaceNamed, type ServerPlace, openServerPlace } from '../server-place.js';
import { startServer } from '../start-server.js';
import type { TeamLibrary } from '../team-library.js';
import { setClock } from './clock.js';

// A team's server as a process of its own, for tests that kill it and take things away from it. It does what its parent
// tells it, and ends with it.

/** What it is told to be first. */
export interface ServingTask {
  readonly at: PlaceNamed;
  readonly port: number;
  readonly origin: string;
  /** Milliseconds for which a call waits for a database that is away; as usual without it. */
  readonly patience?: number;
}
/** What it may be asked afterwards. */
export type Order =
  /** Its clock is so many milliseconds ahead from now on. */
  | { readonly clockAhead: number }
  /** How it holds a review in memory. */
  | { readonly folded: ReviewId };

export interface Listening {
  readonly setupKey: string | undefined;
}
/** Where its log ends, and a hash of what it holds. */
export interface Folded {
  readonly head: number;
  readonly hash: string;
}

process.once('message', (task) => {
  serve(task as ServingTask).catch(fail);
});
process.once('disconnect', () => process.exit(0));

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}

async function serve(task: ServingTask): Promise<void> {
  const place = await opened(task);
  let library: TeamLibrary | undefined;
  const running = await startServer({
    ...{ ...place, port: task.port, origin: task.origin },
    webRoot: '/nowhere',
    also: (_app, its) => {
      library = its;
    },
    onLog: (entry) => {
      if (entry.event === 'failed') process.stderr.write(`${entry.method} ${entry.path} ${String(entry.error)}\n`);
    },
  });
  process.on('message', (order) => {
    obey(order as Order, library).then((answer) => process.send?.(answer), fail);
  });
  process.send?.({ setupKey: await running.setupKey() } satisfies Listening);
}

async function opened({ at, patience }: ServingTask): Promise<Pick<ServerPlace, 'store' | 'register'>> {
  if (patience === undefined || 'folder' in at) return openServerPlace(at);
  return {
    store: await postgresStore(at.database, { patience }),
    register: await openRegister({ database: at.database }),
  };
}

async function obey(order: Order, library: TeamLibrary | undefined): Promise<object> {
  if ('clockAhead' in order) {
    setClock(order.clockAhead);
    return {};
  }
  const lent = await library?.borrow(order.folded);
  if (lent === undefined) throw new Error('it does not serve yet');
  const { head, review } = lent.served.open;
  lent.giveBack();
  return { head, hash: hashOf(freeze(review)) } satisfies Folded;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
