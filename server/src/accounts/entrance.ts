import type { ReviewStore } from '@throughline/storage';
import type { Entrance } from '../door.js';
import type { TeamLibraryOptions } from '../team-library.js';
import { hearRoles } from './hear-roles.js';
import { allTeamRoutes } from './routes/index.js';
import { TeamDoor } from './team-door.js';
import { type TeamOptions, TeamPlace } from './team-place.js';

/** Where people come into a team's server: its door, the calls about accounts, and what it hears of reviews. */
export interface TeamEntrance extends Entrance {
  /** To be heard by the library: who got another role, and who was taken out. */
  readonly heard: NonNullable<TeamLibraryOptions['heard']>;
  /** With it the first account is made, at /setup. Undefined where there is one. */
  setupKey(): Promise<string | undefined>;
  /** What is done beside answers (letters, events) is finished. */
  settled(): Promise<void>;
}

/** Between two times at which what is over is taken out of the register, in milliseconds. */
const tidyEvery = 60 * 60 * 1000;

/** Throws where a provider of OpenID Connect cannot be meant so. The register and the mail stay open when it is closed. */
export function teamEntrance(options: TeamOptions & { readonly store: ReviewStore }): TeamEntrance {
  const place = new TeamPlace(options);
  const tidy = () => place.later(() => place.register.tidy(place.now()));
  const tidying = setInterval(tidy, tidyEvery).unref();
  tidy();
  return {
    door: new TeamDoor(place),
    routes: (app, { library }) => allTeamRoutes(app, { place, library, store: options.store }),
    heard: hearRoles(place),
    setupKey: () => place.setupKey(),
    settled: () => place.settled(),
    close: async () => {
      clearInterval(tidying);
      await place.settled();
    },
  };
}
