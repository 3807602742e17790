import { Readable } from 'node:stream';
import { aboutReview } from '@throughline/core';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { writableFormat } from '../exports/writable.js';
import { recordsWanted, writtenRecords } from '../exports/written-records.js';
import { fileNames } from '../file-names.js';
import { ServerProblem } from '../problem.js';
import { route } from '../route.js';
import { ofReview } from '../shape.js';

const ofExport = ofReview.extend({ format: z.string().max(40) });
const exportQuestion = z.object({
  /** Every record, or only those of the reports that came through to the end. */
  only: z.enum(['all', 'included']).default('all'),
});

/** The records as a file for other programs, with what was decided of them as far as the one who asks may see it. */
export function exportRoutes(app: FastifyInstance): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/exports/:format',
      access: 'review.look',
      summary: 'The records in a format of reference managers and tables, with decisions, reasons and groups',
      params: ofExport,
      query: exportQuestion,
      answer: { media: 'application/octet-stream' },
    },
    ({ params: { format: name }, query: { only }, inside: { served, person }, reply }) => {
      const format = writableFormat(name);
      if (format === undefined) throw new ServerProblem('server.notFound', {}, 404);
      const review = served.seenBy(person);
      const records = writtenRecords(served.keeper, review, served.id, recordsWanted(review, only));
      const [title = 'records'] = fileNames(aboutReview(review)?.title ?? 'records');
      const file = `${title}.${format.extensions[0] ?? name}`;
      return reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file)}`)
        .send(Readable.from(format.write(records)));
    },
  );
}
