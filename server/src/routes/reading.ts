import {
  type Review,
  type Stage,
  type Work,
  disagreements,
  includedWithoutReport,
  nextToRead,
  standing,
} from '@throughline/core';
import type { DisagreementView, Disagreements, NextToRead, Unreported } from '@throughline/wire';
import type { FastifyInstance } from 'fastify';
import { nextQuestion, ofReview, shaped, worksQuestion } from '../shape.js';
import { workViews } from '../work-views.js';
import type { Workplace } from '../workplace.js';

/** What a person has before them: the next records to read, the votes that differ, and what waits for its report. */
export function readingRoutes(app: FastifyInstance, { library, me }: Workplace): void {
  app.get('/api/reviews/:id/next', async (request): Promise<NextToRead> => {
    const { id } = shaped(ofReview, request.params);
    const { stage, limit } = shaped(nextQuestion, request.query);
    const served = library.served(id);
    const { person } = me.card;
    const review = served.seenBy(person);
    const { works, done } = nextToRead(review, person, stage);
    return { works: await workViews(served, review, works.slice(0, limit)), left: works.length, done };
  });

  app.get('/api/reviews/:id/disagreements', async (request): Promise<Disagreements> => {
    const { id } = shaped(ofReview, request.params);
    const { limit } = shaped(worksQuestion, request.query);
    const served = library.served(id);
    const review = served.seenBy(me.card.person);
    const found = disagreements(review);
    const shown = found.slice(0, limit);
    const views = await workViews(
      served,
      review,
      shown.map(({ work }) => work),
    );
    const works = views.flatMap((view, at): DisagreementView[] => {
      const { work, stage } = shown[at] ?? {};
      return work === undefined || stage === undefined ? [] : [{ ...view, stage, votes: votesOn(review, work, stage) }];
    });
    return { works, total: found.length };
  });

  app.get('/api/reviews/:id/unreported', async (request): Promise<Unreported> => {
    const { id } = shaped(ofReview, request.params);
    const { limit } = shaped(worksQuestion, request.query);
    const served = library.served(id);
    const review = served.seenBy(me.card.person);
    const found = includedWithoutReport(review);
    return { works: await workViews(served, review, found.slice(0, limit)), total: found.length };
  });
}

function votesOn(review: Review, { records }: Work, stage: Stage): DisagreementView['votes'] {
  const ids = new Set(records.map(({ id }) => id));
  return standing(review.screen.votes)
    .filter((vote) => vote.stage === stage && ids.has(vote.record))
    .map(({ answer, reason, note, trail }) => ({
      by: trail.made.by,
      answer,
      ...(reason === undefined ? {} : { reason }),
      ...(note === undefined ? {} : { note }),
    }));
}
