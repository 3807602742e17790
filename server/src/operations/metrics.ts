import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { ServerProblem } from '../problem.js';
import { route } from '../route.js';

/** What is counted of the server besides its answers. */
export interface Counted {
  readonly openReviews: () => number;
  readonly liveStreams: () => number;
}

/** Seconds; votes are answered in the first few, imports and documents in the last. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60];

/**
 * Numbers for Prometheus at GET /api/metrics, for whoever brings the token; without one the address is not there. They
 * say how the server is, and nothing of reviews or people: routes by their pattern, never by an id.
 */
export function measure(app: FastifyInstance, counted: Counted, token: string | undefined): void {
  if (token === undefined) return;
  const register = new Registry();
  collectDefaultMetrics({ register });
  const took = new Histogram({
    name: 'throughline_answer_seconds',
    help: 'Seconds until an answer was given, by route and status; live streams are not in it',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: [register],
  });
  const broken = new Counter({
    name: 'throughline_answers_broken_total',
    help: 'Answers that the asker did not wait for',
    registers: [register],
  });
  gauge(register, 'throughline_open_reviews', 'Reviews that this process holds open', counted.openReviews);
  gauge(register, 'throughline_live_streams', 'Browsers that follow a review on this process', counted.liveStreams);
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const labels = { method, route: routeOptions.url ?? 'none', status: String(reply.statusCode) };
    took.observe(labels, reply.elapsedTime / 1000);
  });
  app.addHook('onRequestAbort', async (_request) => broken.inc());
  route(
    app,
    {
      method: 'GET',
      url: '/api/metrics',
      access: 'server.health',
      summary: 'How the server is, for Prometheus',
      answer: { media: register.contentType },
    },
    async ({ request, reply }) => {
      if (!brings(request, token)) throw new ServerProblem('server.notFound', {}, 404);
      return reply.type(register.contentType).send(await register.metrics());
    },
  );
}

function gauge(register: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [register],
    collect() {
      this.set(read());
    },
  });
}

/** Hashed first, so that comparing takes the same time for every guess. */
function brings({ headers }: FastifyRequest, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));
}
