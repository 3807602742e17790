import { type PersonId, type RoomName, freeze, rooms } from '@throughline/core';
import { namesOf } from '@throughline/storage';
import type { House, Me, RoomView } from '@throughline/wire';
import { travelling } from './at-hand.js';
import type { Cursors } from './cursor.js';
import { numbersOf } from './numbers.js';
import type { Served } from './served.js';

/** Every room as a person may see it and as far as it travels, with names and numbers, all at one place in the log. */
export async function houseFor(served: Served, { person, name }: Me, cursors: Cursors): Promise<House> {
  const people = await namesOf(served.keeper, served.seenBy(person));
  // From here to the end nothing is waited for, so that the cursor, the rooms and the numbers belong together.
  const seen = served.seenBy(person);
  const { counts, progress } = numbersOf(seen);
  const cursor = cursors.give(served.id, person, served.head);
  const me = { person, name: people[person] ?? name };
  return { cursor, frozen: freeze(travelling(seen)), me, people, counts, progress };
}

/** One room of it. */
export function roomFor(served: Served, person: PersonId, room: RoomName | 'floor', cursors: Cursors): RoomView {
  return {
    cursor: cursors.give(served.id, person, served.head),
    frozen: freeze({ [room]: travelling(served.seenBy(person))[room] }),
  };
}

export const isRoom = (name: string): name is RoomName | 'floor' =>
  name === 'floor' || rooms.some((room) => room.name === name);
