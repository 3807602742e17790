import type { Me, ReviewCard, ReviewList } from '@throughline/wire';
import type { FastifyInstance } from 'fastify';
import { newName, newReview, shaped } from '../shape.js';
import type { Workplace } from '../workplace.js';

/** The reviews that are open here, and who sits at this machine. */
export function reviewRoutes(app: FastifyInstance, { library, me }: Workplace): void {
  app.get('/api/reviews', async (): Promise<ReviewList> => ({ reviews: library.all().map((served) => served.card()) }));

  app.post('/api/reviews', async (request, reply): Promise<ReviewCard> => {
    const { title } = shaped(newReview, request.body);
    const card = await library.start(title, me.card);
    reply.code(201);
    return card;
  });

  app.get('/api/me', async (): Promise<Me> => me.card);

  app.put('/api/me', async (request): Promise<Me> => {
    const { name } = shaped(newName, request.body);
    const renamed = await me.rename(name);
    await library.rename(renamed);
    return renamed;
  });
}
