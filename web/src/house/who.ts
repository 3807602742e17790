import {
  type FloorWorld,
  mayIn,
  type PersonId,
  type Role,
  type RoomName,
  roleOf,
  rooms,
  standing,
} from '@throughline/core';

/** May somebody change things in a room? Whoever is not among the people joins when they begin: they may. */
export function mayWork(world: FloorWorld, person: PersonId, room: RoomName | 'floor'): boolean {
  return roleOf(world, person) === undefined || mayIn(world, person, room) === undefined;
}

export const isLead = (world: FloorWorld, person: PersonId): boolean => roleOf(world, person) === 'lead';

/** May somebody with this role enter a room? A commenter those that a lead opened, and the notes. */
export function mayEnter(world: FloorWorld, role: Role | undefined, room: RoomName): boolean {
  if (role !== 'commenter' || room === 'notes') return true;
  return standing(world.floor.openings).some((each) => each.room === room);
}

/** The room that an address stands in: "/watch/read/r-1" is in the room read. */
export function roomAt(path: string): RoomName | undefined {
  const name = path.split('/')[2];
  return rooms.find((room) => room.name === name)?.name;
}
