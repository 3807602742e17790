/**
 * The rooms of a review, in the order of the method. Navigation reads this list, and so does the import check:
 * a room may use the rooms above it and the floor, never one below.
 * `phase` is the phase of meta-ethnography (Noblit & Hare 1988) that the room serves; notes serve them all.
 * `large` rooms can hold 200,000 records, stay on the server and are asked for pages and counts; the others travel whole.
 */
export const rooms = [
  { name: 'plan', phase: 1, large: false },
  { name: 'gather', phase: 2, large: true },
  { name: 'screen', phase: 2, large: true },
  { name: 'read', phase: 3, large: false },
  { name: 'relate', phase: 4, large: false },
  { name: 'translate', phase: 5, large: false },
  { name: 'synthesise', phase: 6, large: false },
  { name: 'report', phase: 7, large: false },
  { name: 'notes', phase: undefined, large: false },
] as const;

export type RoomName = (typeof rooms)[number]['name'];
