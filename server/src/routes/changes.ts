import type { Ref } from '@throughline/core';
import type { History, ProposalAnswer, ProposeAnswer } from '@throughline/wire';
import type { FastifyInstance } from 'fastify';
import { history, proposalAnswer, proposeAnswer } from '../answer-shapes.js';
import { proposeAll } from '../propose-changes.js';
import { route } from '../route.js';
import { historyQuestion, proposals, undoAsked } from '../shape.js';
import { undoChange } from '../undo-change.js';
import type { Workplace } from '../workplace.js';

/** The log: what is proposed, and what happened. */
export function changeRoutes(app: FastifyInstance, { cursors }: Workplace): void {
  route(
    app,
    {
      method: 'POST',
      url: '/api/reviews/:id/changes',
      access: 'review.propose',
      summary: 'Proposes changes; each is accepted or refused for itself, in order',
      body: proposals,
      answer: proposeAnswer,
    },
    async ({ body, inside }): Promise<ProposeAnswer> => ({
      answers: await proposeAll(inside.served, inside.person, body.changes),
    }),
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/reviews/:id/undo',
      access: 'review.propose',
      summary: 'Takes a change back, all that it did, as the asker',
      body: undoAsked,
      answer: proposalAnswer,
    },
    ({ body, inside: { served, person } }): Promise<ProposalAnswer> => undoChange(served, person, body),
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/history',
      access: 'review.look',
      summary: 'What was done, the newest first, of one thing or of everything',
      query: historyQuestion,
      answer: history,
    },
    async ({ query: { thing, before, limit }, inside: { served, person } }): Promise<History> => {
      const past = await served.past();
      const place = before === undefined ? undefined : cursors.take(served.id, person, before);
      const { changes, more } = past.shown(served.review, served.viewer(person), {
        thing: refOf(thing),
        before: place,
        limit,
      });
      return { changes, ...(more === undefined ? {} : { more: cursors.give(served.id, person, more) }) };
    },
  );
}

/** "synthesise.claims/CL-001" */
function refOf(thing: string | undefined): Ref | undefined {
  if (thing === undefined) return undefined;
  const [on, id] = thing.split('/') as [Ref['on'], string];
  return { on, id };
}
