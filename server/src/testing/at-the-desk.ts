import type { FastifyInstance } from 'fastify';
import { Cursors } from '../cursor.js';
import { Guard } from '../guard.js';
import { DeskLibrary } from '../desk-library.js';
import { Myself } from '../me.js';
import { Presence } from '../presence.js';
import type { Served } from '../served.js';
import { deskRoutes } from '../routes/desk.js';
import { workbench } from '../workbench.js';
import { listen } from '../team-server.js';
import { answersAsDocumented } from './answers-as-documented.js';
import { follow } from './following.js';
import { onceOnly } from './once-only.js';
import type { AtThePlace } from './place.js';
import { ana, inOtherHands, reviewFile, temporaryFolder } from './review-file.js';
import { localHerald } from '@throughline/storage';
import type { Me } from '@throughline/wire';
import type { Failed } from '../answer-problem.js';
import { reportHtml } from '@throughline/documents';

/** A desk with one review file. */
export interface AtTheDesk extends AtThePlace {
  readonly path: string;
  readonly folder: string;
  readonly guard: Guard;
  /** Its host and port. */
  readonly own: string;
}

export async function atTheDesk({
  me = ana,
  largestUpload = 1_000_000,
  webRoot = '/nowhere',
  empty = false,
}: {
  me?: Me;
  largestUpload?: number;
  webRoot?: string;
  empty?: boolean;
} = {}): Promise<AtTheDesk> {
  const { folder, remove } = await temporaryFolder();
  const path = empty ? folder : await reviewFile(folder);
  const library = await DeskLibrary.open([path], me);
  const myself = Myself.as(me);
  const guard = new Guard(myself, library);
  const presence = new Presence(localHerald());
  const failed: Failed[] = [];
  const workplace = {
    library,
    door: guard,
    presence,
    note: () => {},
    cursors: new Cursors(),
    documents: { report: reportHtml },
    largestUpload: async () => largestUpload,
  };
  const ownRoutes = (app: FastifyInstance) => deskRoutes(app, myself, library);
  const app = await workbench({ workplace, ownRoutes, webRoot, onFailed: (each) => failed.push(each) });
  answersAsDocumented(app);
  const port = await listen(app, 0, '127.0.0.1');
  guard.listensOn(port);
  const own = `127.0.0.1:${port}`;
  const ask = (url: string, init: RequestInit = {}) =>
    fetch(`http://${own}${url}`, { ...init, headers: { ...browser, ...init.headers } });
  const browser = { origin: `http://${own}`, cookie: `${guard.cookieName}=${guard.key}` };
  const headers = { host: own, ...browser };
  const [served] = library.all();
  return {
    path,
    folder,
    // Nobody asks for it where none was wanted.
    served: served as Served,
    guard,
    failed,
    ...{ own, port, headers, ask },
    follow: (url, last) => follow(ask, url, last),
    inOtherHands: (work) => inOtherHands(path, work),
    get: (url) => app.inject({ method: 'GET', url, headers }),
    send: (method, url, body) => app.inject({ method, url, headers, payload: body }),
    inject: (options) => app.inject(options),
    leave: onceOnly(async () => {
      await app.close();
      presence.close();
      await library.close();
      await remove();
    }),
  };
}
