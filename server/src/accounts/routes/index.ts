import type { ReviewStore } from '@throughline/storage';
import type { FastifyInstance } from 'fastify';
import type { Library } from '../../library.js';
import type { TeamPlace } from '../team-place.js';
import { accountRoutes } from './account.js';
import { adminRoutes } from './admin.js';
import { invitationRoutes } from './invitations.js';
import { openIdRoutes } from './openid.js';
import { passwordRoutes } from './password.js';
import { sessionRoutes } from './session.js';
import { setupRoutes } from './setup.js';
import { teamRoutes } from './team.js';

export interface TeamRoutesParts {
  readonly place: TeamPlace;
  readonly library: Library;
  readonly store: ReviewStore;
}

/** The calls that only a team's server has: accounts, invitations, the team of a review, and governing the server. */
export function allTeamRoutes(app: FastifyInstance, { place, library, store }: TeamRoutesParts): void {
  sessionRoutes(app, place);
  setupRoutes(app, place);
  accountRoutes(app, place);
  passwordRoutes(app, place);
  invitationRoutes(app, { place, library });
  openIdRoutes(app, { place, library });
  teamRoutes(app, place);
  adminRoutes(app, place, store);
}
