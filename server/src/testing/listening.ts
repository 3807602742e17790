import { type Workbench, type WorkbenchOptions, startWorkbench } from '../start.js';
import { type Followed, follow } from './following.js';
import { ana } from './review-file.js';

/** A workbench that listens, and a browser that has been let in. */
export interface Listening {
  readonly bench: Workbench;
  readonly origin: string;
  readonly cookie: string;
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** Follows a review, from now on or from a cursor. */
  readonly follow: (path: string, lastEventId?: string) => Promise<Followed>;
}

export async function listening(options: WorkbenchOptions): Promise<Listening> {
  const bench = await startWorkbench({ me: ana, ...options });
  const origin = `http://127.0.0.1:${bench.port}`;
  const first = await fetch(bench.url, { redirect: 'manual' });
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(origin + path, { ...init, headers: { origin, cookie, ...init.headers } });
  return { bench, origin, cookie, ask, follow: (path, last) => follow(ask, path, last) };
}
