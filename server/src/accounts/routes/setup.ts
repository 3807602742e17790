import { createHash, timingSafeEqual } from 'node:crypto';
import type { SignedIn } from '@throughline/wire';
import type { FastifyInstance } from 'fastify';
import { ServerProblem } from '../../problem.js';
import { route } from '../../route.js';
import { makeAccount } from '../new-account.js';
import { setupShape, signedInAnswer } from '../shapes.js';
import { signInWith } from '../signing-in.js';
import type { TeamPlace } from '../team-place.js';

/** The first account: an administrator's, made with the key that the program printed. */
export function setupRoutes(app: FastifyInstance, place: TeamPlace): void {
  route(
    app,
    {
      method: 'POST',
      url: '/api/setup',
      access: 'server.setUp',
      summary: 'Makes the first account, an administrator, with the key that the program printed',
      body: setupShape,
      answer: signedInAnswer,
    },
    async ({ body: { key, ...account }, ...asking }): Promise<SignedIn> => {
      await place.allowances.take('setUpFrom', asking.request.ip);
      if (!isSame(key, place.rightSetupKey())) throw new ServerProblem('account.setupKeyWrong', {}, 403);
      const id = await makeAccount(place, account, { administrator: true, first: true });
      place.note({ what: 'account.made', account: id });
      return signInWith(place, account, asking);
    },
  );
}

/** Compared by their hashes, so that the time tells nothing of how much is right. */
function isSame(given: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(right));
}
