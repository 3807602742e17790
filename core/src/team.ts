import { z } from 'zod';
import { type Refusal, refuse } from './change.js';
import { type PersonId, type ReviewId, type Sha256, sha256 } from './ids.js';
import { type Asked, type Room, onlyOne, room, thing, words } from './kind.js';
import { type Clearance, type Role, isIn, roles } from './people.js';
import { type RoomName, rooms } from './rooms.js';
import type { Shelf } from './shelf.js';
import { type StatedCount, statedCount } from './stated.js';
import { type Held, standing } from './thing.js';

/** What every room stands on: the review itself, its people, and the counts that were entered from elsewhere. */
export interface Floor {
  /** One thing, whose id is the review's. */
  readonly about: Shelf<About>;
  readonly people: Shelf<Person>;
  readonly counts: Shelf<StatedCount>;
  readonly withdrawals: Shelf<Withdrawal>;
  /** The rooms that commenters may enter. */
  readonly openings: Shelf<RoomOpening>;
}
export interface FloorWorld {
  readonly floor: Floor;
}

const about = z.object({
  title: words(),
  /** The review is made up, for practice: every page says so. */
  invented: z.boolean().optional(),
  /** The publication whose review process this is, where it is a worked example. */
  source: words().optional(),
  note: words().optional(),
});
export type About = Held<z.output<typeof about>>;

const person = z.object({
  role: z.enum(roles),
  /**
   * The hash of the card that holds the name. People are ids in the log (L17): the card is a file beside it, which can
   * be withdrawn, leaving this hash.
   */
  card: sha256(),
});
export type Person = Held<z.output<typeof person>> & { readonly id: PersonId };

const withdrawal = z.object({
  /** What was taken out of the keeper; the log keeps this hash and the reason (L17). */
  content: sha256(),
  reason: words(),
});
export type Withdrawal = Held<z.output<typeof withdrawal>> & { readonly content: Sha256 };

const roomOpening = z.object({ room: z.enum(rooms.map(({ name }) => name)) });
/** The team shows a room to its commenters, for as long as this stands. */
export type RoomOpening = Held<z.output<typeof roomOpening>>;

/** Which roles may propose in which room. A lead may everywhere. */
const mayPropose: Readonly<Record<RoomName | 'floor', readonly Role[]>> = {
  floor: [],
  plan: ['reviewer', 'information-specialist'],
  gather: ['reviewer', 'information-specialist'],
  screen: ['reviewer', 'information-specialist'],
  read: ['reviewer'],
  relate: ['reviewer'],
  translate: ['reviewer'],
  synthesise: ['reviewer'],
  report: ['reviewer', 'information-specialist'],
  notes: ['reviewer', 'information-specialist', 'commenter'],
};

/** May this person propose in that room? Before anyone has joined, the one who starts the review may. */
export function mayIn(world: FloorWorld, by: PersonId, roomName: RoomName | 'floor'): Refusal | undefined {
  if (world.floor.people.size === 0 && roomName === 'floor') return undefined;
  const role = roleOf(world, by);
  if (role === 'lead' || (role !== undefined && mayPropose[roomName].includes(role))) return undefined;
  return refuse('role.mayNot', { role: role ?? 'nobody', room: roomName });
}

export function roleOf(world: FloorWorld, by: PersonId): Role | undefined {
  const found = world.floor.people.get(by);
  return found === undefined || found.trail.gone ? undefined : found.role;
}

const firstIsLead = (world: FloorWorld, fields: { role: Role }, _asked: Asked, own: string): Refusal | undefined =>
  fields.role === 'lead' ? undefined : othersLead(world, own);

function othersLead(world: FloorWorld, own: string): Refusal | undefined {
  const lead = standing(world.floor.people).some(({ id, role }) => id !== own && role === 'lead');
  return lead ? undefined : refuse('role.lastLead', { person: own });
}

/** Stated counts are read beside what was counted. */
const seesCounts = (_: unknown, { rooms: entered }: Clearance): boolean =>
  (['gather', 'screen', 'report'] as const).some((name) => isIn(entered, name));

const openOnce = (
  world: FloorWorld,
  { room: which }: Pick<RoomOpening, 'room'>,
  _: Asked,
  own: string,
): Refusal | undefined =>
  standing(world.floor.openings).some((each) => each.id !== own && each.room === which)
    ? refuse('opening.twice', { what: which })
    : undefined;

export const floor: Room<FloorWorld> = room<FloorWorld>('floor', [
  thing({
    name: 'review',
    on: 'floor.about',
    fields: about,
    check: onlyOne('review', 'floor.about'),
    checkRemoved: (_, id) => refuse('thing.stays', { thing: 'review', id }),
  }),
  thing({ name: 'person', on: 'floor.people', fields: person, check: firstIsLead, checkRemoved: othersLead }),
  thing({ name: 'count', on: 'floor.counts', fields: statedCount, seenBy: seesCounts }),
  thing({
    name: 'withdrawal',
    on: 'floor.withdrawals',
    fields: withdrawal,
    seenBy: (_, clearance) => clearance.rooms === 'all',
    checkRemoved: (_, id) => refuse('thing.stays', { thing: 'withdrawal', id }),
  }),
  thing({
    name: 'room-opening',
    on: 'floor.openings',
    fields: roomOpening,
    check: openOnce,
  }),
]);

/** The review's own words about itself; undefined until it is started. */
export function aboutReview(world: FloorWorld): (About & { readonly id: ReviewId }) | undefined {
  const [first] = world.floor.about;
  return first as (About & { readonly id: ReviewId }) | undefined;
}
