import type { InjectOptions, LightMyRequestResponse as Response } from 'fastify';
import { Cursors } from '../cursor.js';
import { Guard } from '../guard.js';
import { Library } from '../library.js';
import { Myself } from '../me.js';
import type { Served } from '../served.js';
import { workbench } from '../workbench.js';
import { ana, reviewFile, temporaryFolder } from './review-file.js';
import type { Me } from '@throughline/wire';
import type { Failed } from '../answer-problem.js';
import { reportHtml } from '@throughline/documents';

/** A workbench over a real review file, that is asked without a network. */
export interface AtTheDesk {
  readonly path: string;
  readonly folder: string;
  readonly served: Served;
  readonly guard: Guard;
  readonly failed: readonly Failed[];
  readonly get: (path: string) => Promise<Response>;
  readonly send: (method: 'POST' | 'PUT', path: string, body: object) => Promise<Response>;
  readonly inject: (options: InjectOptions) => Promise<Response>;
  readonly leave: () => Promise<void>;
}

const port = 4711;
export const own = `127.0.0.1:${port}`;

export async function atTheDesk({
  me = ana,
  largestUpload = 1_000_000,
  webRoot = '/nowhere',
}: {
  me?: Me;
  largestUpload?: number;
  webRoot?: string;
} = {}): Promise<AtTheDesk> {
  const { folder, remove } = await temporaryFolder();
  const path = await reviewFile(folder);
  const library = await Library.open([path], me);
  const guard = new Guard();
  guard.listensOn(port);
  const failed: Failed[] = [];
  const workplace = {
    library,
    me: Myself.as(me),
    cursors: new Cursors(),
    documents: { report: reportHtml },
    largestUpload,
  };
  const app = await workbench({ workplace, guard, webRoot, onFailed: (each) => failed.push(each) });
  const headers = { host: own, origin: `http://${own}`, cookie: `${guard.cookieName}=${guard.key}` };
  const [served] = library.all();
  if (served === undefined) throw new Error('no review is served');
  return {
    path,
    folder,
    served,
    guard,
    failed,
    get: (url) => app.inject({ method: 'GET', url, headers }),
    send: (method, url, body) => app.inject({ method, url, headers, payload: body }),
    inject: (options) => app.inject(options),
    leave: async () => {
      await app.close();
      await library.close();
      await remove();
    },
  };
}
