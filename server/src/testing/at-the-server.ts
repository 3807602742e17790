import { OpenReview, type Register, type ReviewStore, startReview } from '@throughline/storage';
import type { FastifyInstance } from 'fastify';
import type { Failed } from '../answer-problem.js';
import type { Served } from '../served.js';
import type { Entrance } from '../door.js';
import { type TeamServer, listen, teamServer } from '../team-server.js';
import type { TeamLibraryOptions } from '../team-library.js';
import { answersAsDocumented } from './answers-as-documented.js';
import { follow } from './following.js';
import { KnownDoor } from './known-door.js';
import { onceOnly } from './once-only.js';
import type { AtThePlace, PlaceOptions } from './place.js';
import { ana, reviewId } from './review-file.js';

/** Where a team's server keeps everything, and how to leave nothing behind. */
export interface Kept {
  readonly store: ReviewStore;
  readonly register: Register;
  readonly remove: () => Promise<void>;
}

export interface AtTheServer extends AtThePlace, Kept {
  readonly door: KnownDoor;
  readonly app: FastifyInstance;
  readonly library: TeamServer['library'];
}

export interface ServerUnderTest extends PlaceOptions {
  readonly webRoot?: string;
  readonly room?: TeamLibraryOptions['room'];
  readonly routes?: Entrance['routes'];
}

/** A team's server that listens, over a review that Ana leads. Others are let in by its door. */
export async function atTheServer(kept: Kept, options: ServerUnderTest = {}): Promise<AtTheServer> {
  const { store, register } = kept;
  const door = new KnownDoor(register);
  const failed: Failed[] = [];
  const { app, library, close } = await teamServer({
    store,
    register,
    entrance: { door, routes: options.routes ?? (() => {}), close: async () => {} },
    webRoot: options.webRoot ?? '/nowhere',
    largestUpload: options.largestUpload ?? 1_000_000,
    ...(options.room === undefined ? {} : { room: options.room }),
    onFailed: (each) => failed.push(each),
  });
  const { account, headers } = await door.knows(ana.name);
  if (options.empty !== true) {
    await anasReview(store);
    await register.members.bind(reviewId, account, ana.person);
  }
  answersAsDocumented(app);
  const port = await listen(app, 0, '127.0.0.1');
  const lent = options.empty === true ? undefined : await library.borrow(reviewId);
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers: { ...headers, ...init.headers } });
  return {
    ...kept,
    ...{ door, app, library, failed, headers, port, ask },
    // Nobody asks for it where none was wanted.
    served: lent?.served as Served,
    get: (url) => app.inject({ method: 'GET', url, headers }),
    send: (method, url, body) => app.inject({ method, url, headers, payload: body }),
    inject: (asked) => app.inject(asked),
    follow: (path, last) => follow(ask, path, last),
    inOtherHands: (work) => inOtherHands(store, work),
    leave: onceOnly(async () => {
      lent?.giveBack();
      await close();
      await kept.remove();
    }),
  };
}

async function anasReview(store: ReviewStore): Promise<void> {
  const keeper = await store.begin(reviewId, 'Shared care');
  const open = await startReview(keeper, { title: 'Shared care', id: reviewId, by: ana.person, name: ana.name });
  await open.close();
  await keeper.close();
}

/** As another process of the server has the review. */
async function inOtherHands<T>(store: ReviewStore, work: (open: OpenReview) => Promise<T>): Promise<T> {
  const keeper = await store.keeper(reviewId);
  const open = await OpenReview.open(keeper, reviewId);
  try {
    return await work(open);
  } finally {
    await open.close();
    await keeper.close();
  }
}
