import type { PersonId } from './ids.js';

export const roles = ['lead', 'reviewer', 'information-specialist', 'commenter'] as const;
export type Role = (typeof roles)[number];

/** Somebody who looks at a review. */
export interface Viewer {
  readonly person: PersonId;
  readonly role: Role;
}

/** What a person's card says. `salt` keeps a withdrawn name from being guessed by its hash (L17). */
export interface PersonCard {
  readonly name: string;
  readonly salt: string;
}
