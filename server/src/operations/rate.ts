import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { ServerProblem } from '../problem.js';

/** Requests in a minute. A page that is worked in fast asks a few times a second; a program that goes wild, more. */
export interface Rates {
  readonly perAccount: number;
  /** For those who have not signed in, by address: many people may share one. */
  readonly perAddress: number;
}

const usualRates: Rates = { perAccount: 3000, perAddress: 600 };

/** Each process counts for itself. To stand after the door, so that it knows who asks. Signing in has limits of its own. */
export async function limitRates(app: FastifyInstance, rates: Rates = usualRates): Promise<void> {
  await app.register(rateLimit, {
    timeWindow: 60_000,
    max: ({ visitor }) => (visitor === undefined ? rates.perAddress : rates.perAccount),
    keyGenerator: ({ visitor, ip }) => visitor?.account ?? `address ${ip}`,
    // Built files are read in bursts, and health is asked by machines.
    allowList: ({ url }) => !url.startsWith('/api/') || url.startsWith('/api/health/'),
    errorResponseBuilder: (_request, { ttl }) =>
      new ServerProblem('server.tooMany', { seconds: Math.ceil(ttl / 1000) }, 429),
  });
}
