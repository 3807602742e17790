import { isDeepStrictEqual } from 'node:util';
import type { FastifyInstance } from 'fastify';

/** Holds every answer of a server under test against what its description says, no field more and none less. */
export function answersAsDocumented(app: FastifyInstance): void {
  app.addHook('preSerialization', async ({ method, routeOptions }, reply, payload) => {
    const { documented } = routeOptions.config;
    const answer = documented?.answer;
    if (answer === undefined || 'media' in answer || reply.statusCode !== documented?.status) return payload;
    const parsed = answer.safeParse(payload);
    if (parsed.success && isDeepStrictEqual(plain(parsed.data), plain(payload))) return payload;
    const why = parsed.success ? 'it has a field that is not described' : parsed.error.message;
    throw new Error(`${method} ${routeOptions.url} answers otherwise than it is described: ${why}`);
  });
}

/** As it travels. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
