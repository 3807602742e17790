import type { Ref } from '@throughline/core';
import type { History, ProposeAnswer } from '@throughline/wire';
import type { FastifyInstance } from 'fastify';
import { LiveStream } from '../live.js';
import { proposeAll } from '../propose-changes.js';
import { historyQuestion, liveQuestion, ofReview, proposals, shaped } from '../shape.js';
import type { Workplace } from '../workplace.js';

/** The log: what is proposed, what happens, and what happened. */
export function changeRoutes(app: FastifyInstance, { library, me, cursors }: Workplace): void {
  app.post('/api/reviews/:id/changes', async (request): Promise<ProposeAnswer> => {
    const { id } = shaped(ofReview, request.params);
    const { changes } = shaped(proposals, request.body);
    return { answers: await proposeAll(library.served(id), me.card.person, changes) };
  });

  app.get('/api/reviews/:id/live', (request, reply) => {
    const { id } = shaped(ofReview, request.params);
    const { since } = shaped(liveQuestion, request.query);
    const served = library.served(id);
    reply.hijack();
    reply.raw.writeHead(200, { ...given(reply.getHeaders()), 'content-type': 'text/event-stream; charset=utf-8' });
    const stream = new LiveStream(served, cursors, me.card.person, reply.raw);
    reply.raw.once('close', served.follow(stream));
    stream.start(header(request.headers['last-event-id']) ?? since);
  });

  app.get('/api/reviews/:id/history', async (request): Promise<History> => {
    const { id } = shaped(ofReview, request.params);
    const { thing, before, limit } = shaped(historyQuestion, request.query);
    const served = library.served(id);
    const { person } = me.card;
    const past = await served.past();
    const place = before === undefined ? undefined : cursors.take(served.id, person, before);
    const { changes, more } = past.shown(served.review, served.viewer(person), {
      thing: refOf(thing),
      before: place,
      limit,
    });
    return { changes, ...(more === undefined ? {} : { more: cursors.give(served.id, person, more) }) };
  });
}

/** A browser that comes back says with a header of its own how far it came. */
const header = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

/** "synthesise.claims/CL-001" */
function refOf(thing: string | undefined): Ref | undefined {
  if (thing === undefined) return undefined;
  const [on, id] = thing.split('/') as [Ref['on'], string];
  return { on, id };
}

const given = (headers: object): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
