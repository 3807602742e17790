import type { SuggestedStudies } from '@throughline/wire';
import type { FastifyInstance } from 'fastify';
import { suggestedStudies as suggestedStudiesShape } from '../one-study/answer-shape.js';
import { suggestedStudies } from '../one-study/suggested.js';
import { route } from '../route.js';

/** Reports that may describe one study: suggestions for reading, which nothing follows from. */
export function oneStudyRoutes(app: FastifyInstance): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/studies/suggested',
      access: 'review.look',
      summary: 'Reports that may describe one study, with what speaks for it',
      answer: suggestedStudiesShape,
    },
    ({ inside: { served, person } }): Promise<SuggestedStudies> => suggestedStudies(served, served.seenBy(person)),
  );
}
