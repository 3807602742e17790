import type { FastifyInstance } from 'fastify';

/**
 * One answered request, for the log of the program. The route stands as its pattern and nobody is named: neither ids, nor
 * what was searched for, nor anything else that is in a review.
 */
export interface Answered {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  /** Milliseconds. */
  readonly took: number;
  /** Joins the lines of one request. */
  readonly request: string;
}

/** Health and metrics are asked for all day; their answers are not worth a line, unless they fail. */
const quiet = new Set(['/api/health/live', '/api/health/ready', '/api/metrics']);

export function logRequests(app: FastifyInstance, log: (answered: Answered) => void): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    if (quiet.has(route) && reply.statusCode < 400) return;
    log({
      method: request.method,
      route,
      status: reply.statusCode,
      took: Math.round(reply.elapsedTime),
      request: request.id,
    });
  });
}
