import { z } from 'zod';
import { type Room, day, room, thing, words } from '../kind.js';
import { type Clearance, isIn } from '../people.js';
import type { ReportWorld } from '../report/report.js';
import type { Shelf } from '../shelf.js';
import type { Held } from '../thing.js';

/** What people think beside the work: memos on anything, and the meetings in which it was discussed. */
export interface Notes {
  readonly memos: Shelf<Memo>;
  readonly discussions: Shelf<Discussion>;
}
export interface NotesWorld extends ReportWorld {
  readonly notes: Notes;
}

const memo = z.object({
  /** The id of anything. */
  about: words(),
  text: words(),
  /** `author`: a draft that nobody else sees, whatever their role (L8). */
  audience: z.enum(['team', 'author']),
});
export type Memo = Held<z.output<typeof memo>>;

const discussion = z.object({
  /** patients and public, stakeholders, the team */
  withWhom: words(),
  on: day().optional(),
  about: words(),
  text: words(),
});
/** An involvement event. */
export type Discussion = Held<z.output<typeof discussion>>;

/** One's own always; of others what the team shares, in a room that one may enter, on things that one may know. */
const seesNote = ({ about, trail }: Memo | Discussion, { person, rooms, mayKnow }: Clearance): boolean =>
  trail.made.by === person || (isIn(rooms, 'notes') && mayKnow(about));

export const notes: Room<NotesWorld> = room<NotesWorld>('notes', [
  thing({
    name: 'memo',
    on: 'notes.memos',
    fields: memo,
    ownedByMaker: true,
    seenBy: (memo, clearance) =>
      seesNote(memo, clearance) && (memo.audience === 'team' || memo.trail.made.by === clearance.person),
    draft: { field: 'audience', says: 'author' },
  }),
  thing({ name: 'discussion', on: 'notes.discussions', fields: discussion, seenBy: seesNote }),
]);
