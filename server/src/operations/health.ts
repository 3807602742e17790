import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ServerProblem } from '../problem.js';
import { route } from '../route.js';

/** Milliseconds within which a store has to answer. */
const patience = 3000;

const well = z.object({ well: z.literal(true) });

/**
 * For whatever watches over the program. `live`: the process answers; where it does not, it is to be started anew.
 * `ready`: it can do its work, because what it stands on answers and it is not about to stop; where it is not, requests
 * are to go elsewhere for a while.
 */
export function answerForHealth(app: FastifyInstance, parts: readonly (() => Promise<void>)[]): void {
  let stopping = false;
  app.addHook('preClose', async () => {
    stopping = true;
  });
  const about = { method: 'GET', access: 'server.health', answer: well } as const;
  route(app, { ...about, url: '/api/health/live', summary: 'Whether the process answers' }, () => ({ well: true }));
  route(app, { ...about, url: '/api/health/ready', summary: 'Whether it can do its work' }, async () => {
    if (stopping) throw notReady();
    await withinPatience(Promise.all(parts.map((answers) => answers())));
    return { well: true };
  });
}

async function withinPatience(work: Promise<unknown>): Promise<void> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise((_, reject) => {
    late = setTimeout(reject, patience, new Error('no answer'));
  });
  try {
    await Promise.race([work, tooLate]);
  } catch {
    throw notReady();
  } finally {
    clearTimeout(late);
  }
}

/** Why stays in the log of the store: whoever asks from outside learns no more than that it is so. */
const notReady = () => new ServerProblem('server.notReady', {}, 503);
