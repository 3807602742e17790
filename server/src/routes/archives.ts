import { Readable } from 'node:stream';
import { type PersonId, idOf } from '@throughline/core';
import { type ArchiveAbout, archivePeople, readArchive, writeArchive } from '@throughline/storage';
import type { ArchivePeople, ReviewCard } from '@throughline/wire';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { archivePeople as archivePeopleShape, reviewCard } from '../answer-shapes.js';
import { formWithFile } from '../form-file.js';
import { ServerProblem } from '../problem.js';
import { route } from '../route.js';
import { withUploaded } from '../uploaded-file.js';
import type { Visitor } from '../visitor.js';
import { type Workplace, by } from '../workplace.js';

const nothingBeside = z.object({});
/** Who I am in it; at a desk one may come as somebody new. */
const saidBeside = z.object({ as: idOf<PersonId>().optional() });

/** A review moves: as an archive from here, and into here from an archive or from a review's own file. */
export function archiveRoutes(app: FastifyInstance, workplace: Workplace): void {
  const { library, largestUpload, note } = workplace;
  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/archive',
      access: 'review.takeAway',
      summary: 'The review as an archive, complete and private',
      answer: { media: 'application/zip' },
    },
    ({ inside: { served, review }, visitor, reply }) => {
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      note({ what: 'archive.taken', review, ...by(visitor) });
      const name = encodeURIComponent(served.card().file.replace(/\.throughline$/, '.zip'));
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .send(Readable.from(writeArchive(served.keeper, review, { signal: gone.signal })));
    },
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/archives/people',
      access: 'reviews.bring',
      summary: "Says whose review an archive or a review's file is; nothing is kept of it",
      form: nothingBeside,
      answer: archivePeopleShape,
    },
    async ({ request }): Promise<ArchivePeople> => {
      const limit = await largestUpload();
      const { file } = await formWithFile(request, nothingBeside, limit);
      const { title, people } = await withUploaded(file, limit, (path, called) => archivePeople(path, { called }));
      return { title, people };
    },
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/reviews/archives',
      access: 'reviews.bring',
      summary: "Takes in a review, whole, from an archive or from a review's own file",
      form: saidBeside,
      answer: reviewCard,
      status: 201,
    },
    async ({ request, visitor }): Promise<ReviewCard> => {
      const limit = await largestUpload();
      const { said, file } = await formWithFile(request, saidBeside, limit);
      const card = await withUploaded(file, limit, async (path, called) => {
        const about = await archivePeople(path, { called });
        const { review, title } = about;
        const fill = async (keeper: Parameters<typeof readArchive>[1]) => {
          await readArchive(path, keeper, { called });
        };
        return library.bring({ review, title, as: personIn(about, said.as, visitor), fill }, visitor);
      });
      note({ what: 'review.brought', review: card.id, ...by(visitor) });
      return card;
    },
  );
}

/** One of its people; only who sits at a desk may be somebody new. */
function personIn({ people }: ArchiveAbout, as: PersonId | undefined, visitor: Visitor): PersonId {
  if (as === undefined && visitor.person !== undefined) return visitor.person;
  if (as === undefined) throw new ServerProblem('request.invalid', { where: 'as', what: 'missing' });
  if (people.some(({ person }) => person === as)) return as;
  throw new ServerProblem('thing.notFound', { id: as });
}
