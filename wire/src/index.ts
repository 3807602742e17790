import type {
  Answer,
  Finding,
  FullFlow,
  HeldCounts,
  PersonId,
  Proposal,
  Reference,
  Refusal,
  ReviewId,
  RoomName,
  SeenChange,
  Stage,
} from '@throughline/core';

export * from './duplicates.js';
export * from './gather.js';
export * from './one-study.js';
export * from './problem.js';
export * from './team.js';

/**
 * What browser and server may say to each other. Every path stands here once; the server answers it and the web asks it.
 *
 * A browser never learns a place in the log (L8): it holds a cursor, which it can only hand back.
 */
export type Cursor = string & { readonly cursor: unique symbol };

/** GET /api/reviews */
export interface ReviewList {
  readonly reviews: readonly ReviewCard[];
}
export interface ReviewCard {
  readonly id: ReviewId;
  readonly title: string;
  readonly invented: boolean;
  /** The file's name, without its folder. */
  readonly file: string;
  /** Why it cannot be changed here: a newer program wrote it, or the file or its folder is read-only. */
  readonly readOnly?: {
    readonly code: string;
    readonly values: Readonly<Record<string, string | number | readonly string[]>>;
  };
}

/** GET /api/me · PUT /api/me { name } */
export interface Me {
  readonly person: PersonId;
  readonly name: string;
}

/** POST /api/reviews: a new, empty review beside the open one. */
export interface NewReview {
  readonly title: string;
}

/**
 * GET /api/reviews/:id/rooms/house: every room as far as it travels, at one cursor. Small rooms whole; of the large ones
 * the sources, imports and routes, the records that a report stands for, and what was said of those (groups, votes), so
 * that evidence can be walked in the browser by the same core code. `frozen` is core's `freeze` of a Review; read it with
 * `thawReview`.
 */
export interface House {
  readonly cursor: Cursor;
  readonly frozen: string;
  /** As whom the asker works in this review. */
  readonly me: Me;
  /** Names by person; one who was withdrawn is not here. */
  readonly people: Readonly<Record<string, string>>;
  readonly counts: HeldCounts;
  readonly progress: RoomProgress;
}

/** GET /api/reviews/:id/rooms/:room: one room, as far as it travels; read it with `thawReview`, its other rooms are empty. */
export interface RoomView {
  readonly cursor: Cursor;
  readonly frozen: string;
}

/** One honest line a room, as numbers; the catalogue makes the sentence. */
export type RoomProgress = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** POST /api/reviews/:id/changes */
export interface ProposeRequest {
  readonly changes: readonly Proposal[];
}
export interface ProposeAnswer {
  readonly answers: readonly ProposalAnswer[];
}
export type ProposalAnswer = { readonly accepted: SeenChange } | { readonly refused: Refusal };

/**
 * POST /api/reviews/:id/undo: takes a change back (L15), all that it did, what did not travel to the browser too. Answers a
 * `ProposalAnswer`.
 */
export interface UndoRequest {
  /** Of the undo itself, made by the asker: sent twice it is made once (L14). */
  readonly id: string;
  readonly change: string;
}

/**
 * GET /api/reviews/:id/live?since=cursor: server-sent events without a name (`onmessage`), each with the cursor as its id.
 * `change`: apply it; one that was proposed from here comes too, by its id. `again`: fetch the house again, something
 * came or went that cannot be told as a change. `counts`: the numbers after the changes before it, which a browser that
 * holds only some of the records cannot count; it follows them within a fraction of a second, one for many.
 */
export type LiveEvent =
  | { readonly type: 'change'; readonly cursor: Cursor; readonly change: SeenChange }
  | { readonly type: 'again'; readonly cursor: Cursor }
  | { readonly type: 'counts'; readonly cursor: Cursor; readonly counts: HeldCounts; readonly progress: RoomProgress }
  | {
      readonly type: 'progress';
      readonly task: string;
      readonly done: number;
      readonly of?: number;
      readonly records?: number;
    }
  /** Who else has the review open, and where; the whole list each time. Nobody is named where votes are blind. */
  | { readonly type: 'present'; readonly people: readonly Present[] };
export interface Present {
  readonly person: PersonId;
  /** Absent where it may not be told: in a room whose reading is blind, or that the viewer may not see. */
  readonly room?: RoomName;
}

/** GET /api/reviews/:id/history?thing=room.shelf/id&before=cursor&limit=n: newest first. Without `thing`: everything. */
export interface History {
  readonly changes: readonly SeenChange[];
  readonly more?: Cursor;
}

/** A work as somebody reads it: the record that is voted on, and each field from the best of its records. */
export interface WorkView {
  /** The first record of the work: votes and settlements name it. */
  readonly record: string;
  readonly records: readonly string[];
  /** Without the tags of its format. */
  readonly reference: Reference;
  /** The names of the sources that gave it. */
  readonly sources: readonly string[];
}

/**
 * GET /api/reviews/:id/next?stage=title-abstract|full-text&limit=n: the next works for me to read at that stage.
 * `left` is how many there are in all, `done` on how many of the stage I have voted.
 */
export interface NextToRead {
  readonly works: readonly WorkView[];
  readonly left: number;
  readonly done: number;
}

/** GET /api/reviews/:id/disagreements?limit=n: works whose votes differ and are not settled. */
export interface Disagreements {
  readonly works: readonly DisagreementView[];
  readonly total: number;
}
export interface DisagreementView extends WorkView {
  readonly stage: Stage;
  readonly votes: readonly {
    readonly by: PersonId;
    readonly answer: Answer;
    readonly reason?: string;
    readonly note?: string;
  }[];
  /** Earlier settlements of its records that disagree: a new one names them in `over`. */
  readonly settlements?: readonly string[];
}

/** GET /api/reviews/:id/unreported?limit=n: works that were included at full text, and that no report stands for yet. */
export interface Unreported {
  readonly works: readonly WorkView[];
  readonly total: number;
}

/** GET /api/reviews/:id/flow */
export type FlowView = FullFlow;
/** GET /api/reviews/:id/findings */
export interface Findings {
  readonly findings: readonly Finding[];
}

/**
 * POST /api/reviews/:id/documents: multipart; first the fields (report, document?, name?), then a plain text (.txt).
 * Its text is frozen; the change arrives on the live stream as any other.
 */
export interface DocumentAnswer {
  readonly document: string;
  /** Code points in its frozen text. */
  readonly length: number;
}

// GET /api/reviews/:id/figures/{flow|line-of-argument|contributions}.svg    image/svg+xml
// GET /api/reviews/:id/documents/report.html                                text/html, self-contained
// GET /api/reviews/:id/texts/:document                                      text/plain, the frozen text
// GET /api/reviews/:id/copy                                                 the review's file, a whole copy
