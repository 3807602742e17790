import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Review, contributions, fullFlow, lineOfArgument } from '@throughline/core';
import { contributionsFigure, flowFigure, lineOfArgumentFigure } from '@throughline/figures';
import type { FastifyInstance } from 'fastify';
import { documentContext } from '../document-context.js';
import { ServerProblem } from '../problem.js';
import { route } from '../route.js';
import { documentPolicy } from '../safe-headers.js';
import { ofDocument, ofFigure } from '../shape.js';
import { type Workplace, by } from '../workplace.js';

const figures: Readonly<Record<string, (review: Review) => { readonly svg: string }>> = {
  'flow.svg': (review) => flowFigure(fullFlow(review)),
  'line-of-argument.svg': (review) => lineOfArgumentFigure(lineOfArgument(review)),
  'contributions.svg': (review) => contributionsFigure(contributions(review)),
};

/** What can be kept: figures, documents, the texts that passages stand in, and the whole review as a file. */
export function fileRoutes(app: FastifyInstance, { documents, note }: Workplace): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/figures/:figure',
      access: 'review.look',
      summary: 'A figure: flow.svg, line-of-argument.svg or contributions.svg',
      params: ofFigure,
      answer: { media: 'image/svg+xml' },
    },
    ({ params: { figure }, inside: { served, person }, reply }) => {
      const draw = Object.hasOwn(figures, figure) ? figures[figure] : undefined;
      if (draw === undefined) throw new ServerProblem('server.notFound', {}, 404);
      const { svg } = draw(served.seenBy(person));
      return reply.type('image/svg+xml; charset=utf-8').header('content-security-policy', documentPolicy).send(svg);
    },
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/documents/report.html',
      access: 'review.look',
      summary: 'The report, one page that needs nothing else',
      answer: { media: 'text/html' },
    },
    async ({ inside: { served, person }, reply }) => {
      const context = await documentContext(served.keeper, served.open, new Date(), served.viewer(person));
      const html = await documents.report(served.seenBy(person), context);
      return reply.type('text/html; charset=utf-8').header('content-security-policy', documentPolicy).send(html);
    },
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/texts/:document',
      access: 'review.look',
      summary: 'The frozen text of a document',
      params: ofDocument,
      answer: { media: 'text/plain' },
    },
    async ({ params: { document }, inside: { served, person }, reply }) => {
      const held = served.seenBy(person).read.documents.get(document);
      const content = held && (await served.keeper.content(held.text));
      if (content === undefined) throw new ServerProblem('thing.notFound', { id: document }, 404);
      if ('withdrawn' in content) throw new ServerProblem('text.withdrawn', { reason: content.withdrawn }, 410);
      return reply.type('text/plain; charset=utf-8').send(Buffer.from(content.bytes));
    },
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/copy',
      access: 'review.takeAway',
      summary: "The review's file, a whole copy",
      answer: { media: 'application/octet-stream' },
    },
    async ({ inside: { served, review }, visitor, reply }) => {
      const folder = await mkdtemp(join(tmpdir(), 'throughline-copy-'));
      const path = join(folder, 'copy.throughline');
      reply.raw.once('close', () => void rm(folder, { recursive: true, force: true }));
      await served.keeper.copyTo(path);
      note({ what: 'archive.taken', review, ...by(visitor) });
      const name = encodeURIComponent(served.card().file);
      return reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .send(createReadStream(path));
    },
  );
}
