import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Review, contributions, fullFlow, lineOfArgument } from '@throughline/core';
import { contributionsFigure, flowFigure, lineOfArgumentFigure } from '@throughline/figures';
import type { FastifyInstance } from 'fastify';
import { documentContext } from '../document-context.js';
import { documentPolicy } from '../guard.js';
import { ServerProblem } from '../problem.js';
import { ofDocument, ofFigure, ofReview, shaped } from '../shape.js';
import type { Workplace } from '../workplace.js';

const figures: Readonly<Record<string, (review: Review) => { readonly svg: string }>> = {
  'flow.svg': (review) => flowFigure(fullFlow(review)),
  'line-of-argument.svg': (review) => lineOfArgumentFigure(lineOfArgument(review)),
  'contributions.svg': (review) => contributionsFigure(contributions(review)),
};

/** What can be kept: figures, documents, the texts that passages stand in, and the whole review as a file. */
export function fileRoutes(app: FastifyInstance, { library, me, documents }: Workplace): void {
  app.get('/api/reviews/:id/figures/:figure', async (request, reply) => {
    const { id, figure } = shaped(ofFigure, request.params);
    const served = library.served(id);
    const draw = Object.hasOwn(figures, figure) ? figures[figure] : undefined;
    if (draw === undefined) throw new ServerProblem('server.notFound', {}, 404);
    const { svg } = draw(served.seenBy(me.card.person));
    return reply.type('image/svg+xml; charset=utf-8').header('content-security-policy', documentPolicy).send(svg);
  });

  app.get('/api/reviews/:id/documents/report.html', async (request, reply) => {
    const { id } = shaped(ofReview, request.params);
    const served = library.served(id);
    const context = await documentContext(served.keeper, served.open, new Date());
    const html = await documents.report(served.seenBy(me.card.person), context);
    return reply.type('text/html; charset=utf-8').header('content-security-policy', documentPolicy).send(html);
  });

  app.get('/api/reviews/:id/texts/:document', async (request, reply) => {
    const { id, document } = shaped(ofDocument, request.params);
    const served = library.served(id);
    const held = served.seenBy(me.card.person).read.documents.get(document);
    const content = held && (await served.keeper.content(held.text));
    if (content === undefined) throw new ServerProblem('thing.notFound', { id: document }, 404);
    if ('withdrawn' in content) throw new ServerProblem('text.withdrawn', { reason: content.withdrawn }, 410);
    return reply.type('text/plain; charset=utf-8').send(Buffer.from(content.bytes));
  });

  app.get('/api/reviews/:id/copy', async (request, reply) => {
    const { id } = shaped(ofReview, request.params);
    const served = library.served(id);
    const folder = await mkdtemp(join(tmpdir(), 'throughline-copy-'));
    const path = join(folder, 'copy.throughline');
    reply.raw.once('close', () => void rm(folder, { recursive: true, force: true }));
    await served.keeper.copyTo(path);
    const name = encodeURIComponent(basename(served.path));
    return reply
      .type('application/octet-stream')
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .send(createReadStream(path));
  });
}
