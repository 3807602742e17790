import type { ReviewCard, ReviewList } from '@throughline/wire';
import type { FastifyInstance } from 'fastify';
import { reviewCard, reviewList } from '../answer-shapes.js';
import { route } from '../route.js';
import { newReview } from '../shape.js';
import { type Workplace, by } from '../workplace.js';

/** The reviews that one is somebody in, and new ones. */
export function reviewRoutes(app: FastifyInstance, { library, note }: Workplace): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews',
      access: 'reviews.list',
      summary: 'The reviews that the asker is somebody in',
      answer: reviewList,
    },
    async ({ visitor }): Promise<ReviewList> => ({ reviews: await library.cardsFor(visitor) }),
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/reviews',
      access: 'reviews.start',
      summary: 'Starts an empty review, which the asker leads',
      body: newReview,
      answer: reviewCard,
      status: 201,
    },
    async ({ body: { title }, visitor }): Promise<ReviewCard> => {
      const card = await library.start(title, visitor);
      note({ what: 'review.started', review: card.id, ...by(visitor) });
      return card;
    },
  );
}
