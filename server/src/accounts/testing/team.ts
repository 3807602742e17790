import type { PersonId, ReviewId } from '@throughline/core';
import { OpenReview } from '@throughline/storage';
import type { Account, Invited } from '@throughline/wire';
import type { Failed } from '../../answer-problem.js';
import type { Mail } from '../../mail.js';
import { listen, teamServer } from '../../team-server.js';
import type { Kept } from '../../testing/at-the-server.js';
import { type TeamEntrance, teamEntrance } from '../entrance.js';
import type { OpenIdProvider } from '../openid-provider.js';
import { freePort } from '../../free-port.js';
import { Browser } from './browser.js';

/** A team's server that listens, as it is run: accounts, sessions, mail and providers are the real ones. */
export interface Team extends Kept {
  readonly address: string;
  readonly entrance: TeamEntrance;
  readonly failed: readonly Failed[];
  readonly troubles: readonly string[];
  /** A browser in which nobody is signed in. */
  newBrowser(): Browser;
  /** Somebody with an account, signed in. The first one is an administrator. */
  joins(name: string): Promise<Browser>;
  leave(): Promise<void>;
}

export interface TeamUnderTest {
  readonly mail?: Mail;
  readonly openId?: readonly OpenIdProvider[];
  readonly now?: () => Date;
  /** What people know it by; its own address without. */
  readonly origin?: string;
}

export const goodPassword = 'a kettle of quiet marbles';
export const emailOf = (name: string): string => `${name.toLowerCase()}@example.org`;

export async function aTeam(kept: Kept, { mail, openId, now, origin }: TeamUnderTest = {}): Promise<Team> {
  const { store, register } = kept;
  const failed: Failed[] = [];
  const troubles: string[] = [];
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const known = origin ?? address;
  const entrance = teamEntrance({
    ...{ store, register, origin: known, onTrouble: (message: string) => troubles.push(message) },
    // What the usual cost is worth is a test of its own (passwords.test.ts).
    passwordCost: { N: 1024, r: 8, p: 1 },
    ...(mail === undefined ? {} : { mail }),
    ...(openId === undefined ? {} : { openId }),
    ...(now === undefined ? {} : { now }),
  });
  const { app, close } = await teamServer({
    ...{ store, register, entrance, heard: entrance.heard, webRoot: '/nowhere' },
    onFailed: (each) => failed.push(each),
  });
  await listen(app, port, '127.0.0.1');
  const newBrowser = () => new Browser(address, known);
  let first: Browser | undefined;
  const joins = async (name: string): Promise<Browser> => {
    const browser = newBrowser();
    const account = { name, email: emailOf(name), password: goodPassword };
    if (first === undefined) {
      await done(browser.post('/api/setup', { ...account, key: await entrance.setupKey() }));
      first = browser;
      return browser;
    }
    const { link } = (await done(first.post('/api/admin/invitations', { name }))) as Invited;
    await done(browser.post(`/api/invitations/${tokenIn(link)}/account`, account));
    return browser;
  };
  const leave = async () => {
    await close();
    await kept.remove();
  };
  return { ...kept, address, entrance, failed, troubles, newBrowser, joins, leave };
}

/** What was answered, which has to be right. */
export async function done(came: Promise<{ readonly status: number; readonly body: unknown }>): Promise<unknown> {
  const { status, body } = await came;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

/** The account of a browser, as the server sees it. */
export async function whoIs(browser: Browser): Promise<Account | undefined> {
  return ((await done(browser.get('/api/session'))) as { account?: Account }).account;
}

export const signIn = (browser: Browser, name: string, password = goodPassword) =>
  browser.post('/api/session', { email: emailOf(name), password });

/** The token at the end of a link. */
export const tokenIn = (link: string): string => decodeURIComponent(/[/#]([^/#]+)$/.exec(link)?.[1] ?? '');

/** Starts a review, which the browser's account leads. */
export async function startsReview(browser: Browser, title = 'Shared care'): Promise<ReviewId> {
  return ((await done(browser.post('/api/reviews', { title }))) as { id: ReviewId }).id;
}

/** Proposes a change to a review from elsewhere, as another process would. */
export async function changes(
  { store }: Kept,
  review: ReviewId,
  by: PersonId,
  kind: string,
  payload: unknown,
): Promise<void> {
  const keeper = await store.keeper(review);
  const open = await OpenReview.open(keeper, review);
  const [result] = await open.propose([{ id: `c-${Math.random()}` as never, kind, version: 1, payload }], by);
  await open.close();
  await keeper.close();
  if (result === undefined || 'refused' in result) throw new Error(JSON.stringify(result));
}
