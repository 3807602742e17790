import { whereIs } from './evidence.js';
import { type Clearance, type Viewer, isIn } from './people.js';
import { remembered } from './remembered.js';
import type { Review } from './review.js';
import type { RoomName } from './rooms.js';
import { roleOf } from './team.js';
import { type ShelfName, standing } from './thing.js';

/**
 * What a viewer may see of a review as it stands. Whoever holds the file sees every room and every vote. A member sees
 * every room, and the votes of the stages that a lead opened. A commenter, and whoever is not among the people, enters
 * the rooms that a lead opened to commenters.
 */
export function clearanceOf(review: Review, { person, holder }: Viewer): Clearance {
  if (holder) return { person, name: 'holder', rooms: 'all', stages: 'all', mayKnow: always };
  const { rooms, stages, memberName, commenterName } = opened(review);
  if ((roleOf(review, person) ?? 'commenter') !== 'commenter')
    return { person, name: memberName, rooms: 'all', stages, mayKnow: always };
  return { person, name: commenterName, rooms, stages, mayKnow: (id) => isInOpenRoom(review, rooms, id) };
}

const always = (): boolean => true;

const opened = remembered(({ floor, screen }: Review) => [screen.openings, floor.openings], findOpened);

function findOpened({ floor, screen }: Review) {
  const stages: ReadonlySet<string> = new Set(standing(screen.openings).map(({ stage }) => stage));
  const rooms: ReadonlySet<RoomName> = new Set(standing(floor.openings).map(({ room }) => room));
  const memberName = `member; votes: ${[...stages].sort().join(' ')}`;
  return { rooms, stages, memberName, commenterName: `commenter in ${[...rooms].sort().join(' ')}; ${memberName}` };
}

/** The floor is everybody's, and so are the notes, as far as each note may be seen. */
export const entersRoomOf = (on: ShelfName, rooms: Clearance['rooms']): boolean => {
  const name = roomOf(on);
  return name === 'floor' || name === 'notes' || isIn(rooms, name);
};

/** "screen" for "screen.votes". */
export const roomOf = (on: ShelfName): RoomName | 'floor' => on.slice(0, on.indexOf('.')) as RoomName | 'floor';

/** An id that nothing has may be anything: it tells nothing. */
function isInOpenRoom(review: Review, rooms: Clearance['rooms'], id: string): boolean {
  const found = whereIs(review, id);
  return found === undefined || entersRoomOf(found.on, rooms);
}
