import {
  type Review,
  type Stage,
  type Work,
  disagreements,
  includedWithoutReport,
  nextToRead,
  settlementsOn,
  votesOn,
} from '@throughline/core';
import type { DisagreementView, Disagreements, NextToRead, Unreported } from '@throughline/wire';
import type { FastifyInstance } from 'fastify';
import { disagreements as disagreementsShape, nextToRead as nextToReadShape, unreported } from '../answer-shapes.js';
import { route } from '../route.js';
import type { Served } from '../served.js';
import { nextQuestion, worksQuestion } from '../shape.js';
import { workViews } from '../work-views.js';

/** What a person has before them: the next records to read, the votes that differ, and what waits for its report. */
export function readingRoutes(app: FastifyInstance): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/next',
      access: 'review.read',
      summary: 'The next works for the asker to read at a stage',
      query: nextQuestion,
      answer: nextToReadShape,
    },
    async ({ query: { stage, limit }, inside: { served, person } }): Promise<NextToRead> => {
      const review = served.seenBy(person);
      const { works, done } = nextToRead(review, person, stage, served.review);
      return { works: await workViews(served, review, works.slice(0, limit)), left: works.length, done };
    },
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/disagreements',
      access: 'review.look',
      summary: 'Works whose votes differ and are not settled',
      query: worksQuestion,
      answer: disagreementsShape,
    },
    ({ query: { limit }, inside: { served, person } }): Promise<Disagreements> =>
      disputed(served, served.seenBy(person), limit),
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/unreported',
      access: 'review.look',
      summary: 'Works that were included at full text and stand for no report yet',
      query: worksQuestion,
      answer: unreported,
    },
    async ({ query: { limit }, inside: { served, person } }): Promise<Unreported> => {
      const review = served.seenBy(person);
      const found = includedWithoutReport(review);
      return { works: await workViews(served, review, found.slice(0, limit)), total: found.length };
    },
  );
}

async function disputed(served: Served, review: Review, limit: number): Promise<Disagreements> {
  const found = disagreements(review);
  const shown = found.slice(0, limit);
  const views = await workViews(
    served,
    review,
    shown.map(({ work }) => work),
  );
  const works = views.flatMap((view, at): DisagreementView[] => {
    const { work, stage } = shown[at] ?? {};
    return work === undefined || stage === undefined ? [] : [{ ...view, stage, ...saidOn(review, work, stage) }];
  });
  return { works, total: found.length };
}

function saidOn(review: Review, { id }: Work, stage: Stage): Pick<DisagreementView, 'votes' | 'settlements'> {
  const settlements = settlementsOn(review, id, stage).map((settlement) => settlement.id);
  const votes = votesOn(review, id, stage).map(({ answer, reason, note, trail }) => ({
    by: trail.made.by,
    answer,
    ...(reason === undefined ? {} : { reason }),
    ...(note === undefined ? {} : { note }),
  }));
  return { votes, ...(settlements.length === 0 ? {} : { settlements }) };
}
