import { OpenReview } from '@throughline/storage';
import { type PersonId, type ReviewId, asId } from '@throughline/core';
import type { ProposalAnswer, ProposeAnswer } from '@throughline/wire';
import { expect } from 'vitest';
import type { Browser } from '../accounts/testing/browser.js';
import { done } from '../accounts/testing/team.js';
import { type AWholeServer, aWholeServer, memberAs } from './a-whole-server.js';
import type { Kept } from './at-the-server.js';
import { type Followed, follow } from './following.js';
import { proposal } from './review-file.js';

/** Somebody who is signed in and follows the review. */
export interface Session {
  readonly name: 'lead' | 'reviewer' | 'commenter';
  readonly person: PersonId;
  readonly browser: Browser;
  readonly live: Followed;
  /** With the cookies of this browser, over the network. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly proposes: (kind: string, payload: unknown, id?: string) => Promise<ProposalAnswer>;
}

/** A team's server with one review, in which a lead, a reviewer and a commenter are signed in. */
export interface Sessions {
  readonly at: AWholeServer;
  readonly review: ReviewId;
  readonly all: readonly Session[];
  readonly session: (name: Session['name']) => Session;
  readonly leave: () => Promise<void>;
}

const references = [1, 2, 3].map((n) => `TY  - JOUR\nTI  - Link workers ${n}\nPY  - 201${n}\nER  - \n`).join('');
/** The records of the review, all in the flow. */
export const records = ['i.1', 'i.2', 'i.3'];
/** Beside the person's own: what everybody who may see the rooms knows by its id. */
export const knownIds = [...records, 'i', 'report', 'document', 'level', 'memo', 'double', 'opened', 'concept'];

/**
 * Three sessions over a review in which something stands in most rooms. Each record is to be read twice; the votes are
 * blind; the room of the plan is open to the commenter, and so are the notes.
 */
export async function threeSessions(kept: Kept): Promise<Sessions> {
  const at = await aWholeServer(kept);
  const lead = await at.joins('Lena');
  const { id: review } = (await done(lead.post('/api/reviews', { title: 'Shared care' }))) as { id: ReviewId };
  const browsers = {
    lead,
    reviewer: await memberAs(at, review, 'reviewer'),
    commenter: await memberAs(at, review, 'commenter'),
  };
  const all: Session[] = [];
  for (const name of ['lead', 'reviewer', 'commenter'] as const)
    all.push(await sessionOf(at, review, name, browsers[name]));
  const session = (name: Session['name']): Session => {
    const found = all.find((each) => each.name === name);
    if (found === undefined) throw new Error(name);
    return found;
  };
  await furnish(review, session('lead'), session('reviewer'));
  const leave = async () => {
    for (const { live } of all) live.leave();
    await at.leave();
  };
  return { at, review, all, session, leave };
}

async function sessionOf(
  at: AWholeServer,
  review: ReviewId,
  name: Session['name'],
  browser: Browser,
): Promise<Session> {
  const cookie = [...browser.cookies].map(([cookie, value]) => `${cookie}=${value}`).join('; ');
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(at.address + path, { ...init, headers: { cookie, origin: at.address, ...init.headers } });
  const proposes = async (kind: string, payload: unknown, id?: string): Promise<ProposalAnswer> => {
    const changes = [proposal(kind, payload, id === undefined ? {} : { id: asId(id) })];
    const { answers } = (await done(browser.post(`/api/reviews/${review}/changes`, { changes }))) as ProposeAnswer;
    const [answer] = answers;
    if (answer === undefined) throw new Error('a proposal was not answered');
    return answer;
  };
  const person = name === 'lead' ? await leaderOf(at, review) : asId<PersonId>(`the-${name}`);
  return { name, person, browser, live: await follow(ask, `/api/reviews/${review}/live`, undefined), ask, proposes };
}

async function leaderOf({ store }: AWholeServer, review: ReviewId): Promise<PersonId> {
  const keeper = await store.keeper(review);
  const open = await OpenReview.open(keeper, review);
  const [first] = [...open.review.floor.people];
  await open.close();
  await keeper.close();
  if (first === undefined) throw new Error('nobody leads');
  return first.id;
}

/** Puts something into the rooms, and a vote and a memo of everybody's own. */
async function furnish(review: ReviewId, lead: Session, reviewer: Session): Promise<void> {
  await upload(lead, review, 'sources', { kind: 'database', name: 'MEDLINE', import: 'i' }, references);
  const said: [by: Session, kind: string, payload: object][] = [
    [lead, 'share.made', { id: 'double', stage: 'title-abstract', rule: 'double' }],
    [lead, 'report.made', { id: 'report', record: 'i.1', label: 'Ito 2011', title: 'Link workers 1', authors: [] }],
    [lead, 'level.made', { id: 'level', name: 'the volunteer', order: 1 }],
    [lead, 'concept.made', { id: 'concept', name: 'Company', order: 1 }],
    [lead, 'memo.made', { id: 'memo', about: 'level', text: 'Is it one level?', audience: 'team' }],
    [lead, 'room-opening.made', { id: 'opened', room: 'plan' }],
    [lead, 'room-opening.made', { id: 'opened-notes', room: 'notes' }],
    [lead, 'vote.made', { id: 'own-lead', record: 'i.3', stage: 'title-abstract', answer: 'include' }],
    [reviewer, 'vote.made', { id: 'own-reviewer', record: 'i.3', stage: 'title-abstract', answer: 'exclude' }],
  ];
  for (const [by, kind, payload] of said) expect(await by.proposes(kind, payload)).toHaveProperty('accepted');
  await upload(lead, review, 'documents', { report: 'report', document: 'document' }, 'She came every week.\n');
}

async function upload(
  { ask }: Session,
  review: ReviewId,
  to: 'sources' | 'documents',
  fields: Readonly<Record<string, string>>,
  text: string,
): Promise<void> {
  const body = new FormData();
  for (const [field, value] of Object.entries(fields)) body.append(field, value);
  body.append('file', new Blob([text]), 'file.txt');
  const answer = await ask(`/api/reviews/${review}/${to}`, { method: 'POST', body });
  expect([answer.status, await answer.text()]).toEqual([200, expect.any(String)]);
}
