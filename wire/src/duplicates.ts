import type { Reference } from '@throughline/core';
import type { RecordView } from './gather.js';

/** What is said of duplicates: how many there are, what to ask, what is sure, and the groups that stand. */

/** Why two records are, or may be, the same report. Fields and kinds are those of the matching folder. */
export interface Why {
  readonly agree: readonly string[];
  readonly alike: readonly string[];
  readonly contradict: readonly string[];
  /** A kind of pair that is known to deceive: "reply", "parts", "conference" … (`specialPairWords`). */
  readonly special?: string;
}

/** GET /api/reviews/:id/duplicates: in numbers. Comparing anew takes seconds for many records; the answer waits for it. */
export interface DuplicateCounts {
  readonly records: number;
  /** Groups that stand, and how many records they take out of the flow (records less groups). */
  readonly groups: number;
  readonly leftOut: number;
  /** Found to be sure and not grouped yet: groups to make or to grow, and how many records more would leave the flow. */
  readonly sureGroups: number;
  readonly sureLeave: number;
  readonly questions: number;
  /** Pairs that were found to be different reports. */
  readonly distinct: number;
}

/** A record in a group or a question, with where it came from. */
export interface FromSource extends RecordView {
  /** The name of the source that gave it. */
  readonly source: string;
}

/**
 * GET /api/reviews/:id/duplicates/questions?after=&limit=: pairs that a person has to look at and that nobody answered,
 * one for two works, the surest first.
 */
export interface Questions {
  readonly questions: readonly DuplicateQuestion[];
  readonly total: number;
  /** Hand it back as `after`; absent on the last page. */
  readonly next?: string;
}
export interface DuplicateQuestion {
  /** The same for the same pair, whenever it is asked. */
  readonly id: string;
  readonly a: FromSource;
  readonly b: FromSource;
  /** The records of the works that the two stand for; the answer holds for all of them. */
  readonly works: readonly [readonly string[], readonly string[]];
  readonly why: Why;
}

/** GET /api/reviews/:id/duplicates/sure?after=&limit=: groups that are sure and not made yet. */
export interface SureGroups {
  readonly groups: readonly SureGroupView[];
  readonly total: number;
  readonly next?: string;
}
export interface SureGroupView {
  /** The id of its first record. */
  readonly id: string;
  readonly records: readonly FromSource[];
  /** Groups that stand and that it would take up. */
  readonly takes: readonly string[];
  readonly why: Why;
}

/**
 * POST /api/reviews/:id/duplicates/sure {task?, only?: [id]}: makes the sure groups, all or those named, as one change of
 * the asker's that one undo takes back; where groups that stand grow, a new one takes their place, each a change of its own.
 * Either all are made or none.
 */
export interface GroupedSure {
  readonly groups: number;
  /** That these groups hold. */
  readonly records: number;
  /** The changes, in their order; the last first is how they are taken back. */
  readonly changes: readonly string[];
}

/** GET /api/reviews/:id/duplicates/groups?after=&limit=&text=&group=: groups that stand, the newest first; or one, by its id. */
export interface StandingGroups {
  readonly groups: readonly StandingGroupView[];
  readonly total: number;
  readonly next?: string;
}
export interface StandingGroupView {
  readonly id: string;
  readonly records: readonly FromSource[];
  /** How it came about: found sure by the program, answered by a person, made by hand, or brought by a file. */
  readonly how: 'sure' | 'answered' | 'hand' | 'file';
  readonly why?: Why;
  readonly by: string;
  readonly at: string;
  readonly because?: string;
  /** Each field from the best record, and which record it is from. */
  readonly shown: Reference;
  readonly from: Readonly<Record<string, string>>;
  /** How many votes stand on its records, and whether they disagree. */
  readonly votes: number;
  readonly disagree: boolean;
}

/**
 * GET /api/reviews/:id/overlap: what each source of the flow gave, and how much of it no other did (PRISMA-S, items 15 and
 * 16). Duplicates are counted as they are grouped now.
 */
export interface SourceOverlaps {
  /** In the order in which the sources were made. */
  readonly sources: readonly {
    readonly id: string;
    readonly name: string;
    readonly platform?: string;
    /** Records held, and the works that they are. */
    readonly records: number;
    readonly works: number;
    /** Works that no other source gave, and works that another gave, too. */
    readonly only: number;
    readonly also: number;
  }[];
  /** A row and a column for each source: works that both gave. On the diagonal, works that it gave. */
  readonly shared: readonly (readonly number[])[];
}
