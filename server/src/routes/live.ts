import { roleOf } from '@throughline/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { eventStream, hereIn } from '../answer-shapes.js';
import { LiveStream } from '../live.js';
import { route } from '../route.js';
import { liveQuestion } from '../shape.js';
import type { Workplace } from '../workplace.js';

/** So often is the door asked again, in milliseconds, whether whoever follows is still signed in and somebody there. */
const askedAgain = 30_000;

/** What happens, as it happens, and who else is here. */
export function liveRoutes(app: FastifyInstance, { cursors, door, presence }: Workplace): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/live',
      access: 'review.look',
      summary: 'Follows a review: changes as the viewer may see them, numbers, progress, and who is present',
      query: liveQuestion,
      answer: eventStream,
    },
    ({ query: { since }, inside: { served, person, review }, visitor, request, reply }) => {
      reply.hijack();
      reply.raw.writeHead(200, { ...given(reply.getHeaders()), 'content-type': 'text/event-stream; charset=utf-8' });
      const stream = new LiveStream(served, cursors, person, reply.raw);
      const stillIn = async () => {
        const [now, same] = [await door.visitorOf(request), await door.personIn(visitor, review)];
        if (now === undefined || same !== person) stream.end();
      };
      const asking = setInterval(() => void stillIn().catch(() => stream.end()), door.askAgain ?? askedAgain).unref();
      const stopListening = served.open.onChange((_change, _before, after) => {
        if (!door.holder && roleOf(after, person) === undefined) stream.end();
      });
      const leave = [served.follow(stream), presence.follow(served, stream), stopListening];
      reply.raw.once('close', () => {
        clearInterval(asking);
        for (const each of leave) each();
      });
      stream.start(header(request, 'last-event-id') ?? since);
    },
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/reviews/:id/presence',
      access: 'review.present',
      summary: 'Says in which room one is; said again while the page is open',
      body: hereIn,
    },
    ({ body: { room }, inside: { review, person } }) => presence.say(review, person, room),
  );
}

/** A browser that comes back says with a header of its own how far it came. */
function header({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

const given = (headers: object): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
