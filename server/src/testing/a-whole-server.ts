import { type PersonId, type ReviewId, type Role, asId, roles } from '@throughline/core';
import { OpenReview } from '@throughline/storage';
import type { Account, Invited } from '@throughline/wire';
import { Browser } from '../accounts/testing/browser.js';
import { done, emailOf, goodPassword, startsReview, tokenIn } from '../accounts/testing/team.js';
import type { Standing } from '../policy.js';
import { type RunningServer, type ServerLogEntry, type ServerOptions, startServer } from '../start-server.js';
import { answersAsDocumented } from './answers-as-documented.js';
import type { Kept } from './at-the-server.js';
import { freePort } from '../free-port.js';
import { proposal } from './review-file.js';

/** A team's server as it is started, with an administrator. */
export interface AWholeServer extends Kept {
  readonly running: RunningServer;
  readonly address: string;
  readonly log: readonly ServerLogEntry[];
  readonly administrator: Browser;
  /** Somebody with an account of their own, signed in. */
  readonly joins: (name: string) => Promise<Browser>;
  readonly leave: () => Promise<void>;
}

export async function aWholeServer(kept: Kept, options: Partial<ServerOptions> = {}): Promise<AWholeServer> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const log: ServerLogEntry[] = [];
  const { store, register } = kept;
  const running = await startServer({
    ...{
      store,
      register,
      port,
      origin: address,
      webRoot: '/nowhere',
      also: answersAsDocumented,
      onLog: (entry: ServerLogEntry) => log.push(entry),
    },
    ...options,
  });
  const administrator = new Browser(address);
  await done(administrator.post('/api/setup', { ...cardOf('Ada'), key: await running.setupKey() }));
  const joins = async (name: string): Promise<Browser> => {
    const { link } = (await done(administrator.post('/api/admin/invitations', { name }))) as Invited;
    const browser = new Browser(address);
    await done(browser.post(`/api/invitations/${tokenIn(link)}/account`, cardOf(name)));
    return browser;
  };
  const leave = async () => {
    await running.close();
    await kept.remove();
  };
  return { ...kept, running, address, log, administrator, joins, leave };
}

const cardOf = (name: string) => ({ name, email: emailOf(name), password: goodPassword });

/** A review with somebody of each role, and somebody with an account who is nobody there. */
export async function withEveryStanding(at: AWholeServer): Promise<{
  readonly review: ReviewId;
  readonly browsers: ReadonlyMap<Standing, Browser>;
}> {
  const lead = await at.joins('Lena');
  const review = await startsReview(lead);
  const browsers = new Map<Standing, Browser>([
    ['nobody', new Browser(at.address)],
    ['account', await at.joins('Otto')],
    ['administrator', at.administrator],
    ['lead', lead],
  ]);
  for (const role of roles) if (role !== 'lead') browsers.set(role, await memberAs(at, review, role));
  return { review, browsers };
}

/** Somebody who is put among the people of a review, and whose account is bound to that person. */
export async function memberAs(at: AWholeServer, review: ReviewId, role: Role): Promise<Browser> {
  const person = asId<PersonId>(`the-${role}`);
  const keeper = await at.store.keeper(review);
  const open = await OpenReview.open(keeper, review);
  const [lead] = [...open.review.floor.people];
  if (lead === undefined) throw new Error('nobody leads');
  const [made] = await open.propose([proposal('person.made', { id: person, role, card: 'c'.repeat(64) })], lead.id);
  await open.close();
  await keeper.close();
  if (made === undefined || 'refused' in made) throw new Error(JSON.stringify(made));
  const browser = await at.joins(role);
  const { id } = (await done(browser.get('/api/account'))) as Account;
  await at.register.members.bind(review, id, person);
  return browser;
}
