import { rooms, standing } from '@throughline/core';
import { roomWords, teamWords } from '@throughline/words';
import { useReview } from '../house/HouseContext.js';
import { OpeningTable } from './OpeningTable.js';

/** Which rooms commenters may read. */
export function RoomOpenings() {
  const openings = standing(useReview().floor.openings);
  const what = rooms.map(({ name }) => ({
    key: name,
    name: roomWords[name].name,
    opening: openings.find(({ room }) => room === name)?.id,
  }));
  return <OpeningTable thing="room-opening" field="room" what={what} words={teamWords.rooms} />;
}
