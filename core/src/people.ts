import type { PersonId } from './ids.js';
import type { RoomName } from './rooms.js';

export const roles = ['lead', 'reviewer', 'information-specialist', 'commenter'] as const;
export type Role = (typeof roles)[number];

/** Somebody who looks at a review. */
export interface Viewer {
  readonly person: PersonId;
  /** As the review says it now. What may be seen is asked of the review each time (`clearanceOf`). */
  readonly role: Role;
  /** Holds the whole file: nothing in it can be kept from them, but drafts that are their writers' alone are not shown. */
  readonly holder?: true;
}

/** What a viewer may see of a review as it stands (L8); it follows from the two alone. */
export interface Clearance {
  readonly person: PersonId;
  /** Whoever has the same name sees the same, but for what is their own. */
  readonly name: string;
  /** The rooms that they may enter. */
  readonly rooms: ReadonlySet<RoomName> | 'all';
  /** The stages of which they see everybody's votes. */
  readonly stages: ReadonlySet<string> | 'all';
  /** False for the id of something that stands in a room they may not enter. */
  readonly mayKnow: (id: string) => boolean;
}

export const isIn = <T>(set: ReadonlySet<T> | 'all', each: T): boolean => set === 'all' || set.has(each);

/** What a person's card says. `salt` keeps a withdrawn name from being guessed by its hash (L17). */
export interface PersonCard {
  readonly name: string;
  readonly salt: string;
}
