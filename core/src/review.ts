import type { z } from 'zod';
import { type Change, type Proposal, type Refusal, type SeenChange, refuse } from './change.js';
import { alsoRefersTo, gather } from './gather/gather.js';
import type { PersonId } from './ids.js';
import { carryIndexes } from './indexed.js';
import { type Asked, type Kind, type Ref, type Room, type Thing, proposedIn, shelfOf } from './kind.js';
import { type Notes, type NotesWorld, notes } from './notes/notes.js';
import { plan } from './plan/plan.js';
import { read } from './read/read.js';
import { relate } from './relate/relate.js';
import { report } from './report/report.js';
import { notAllowedToday } from './restored.js';
import { screen } from './screen/screen.js';
import { Shelf } from './shelf.js';
import { synthesise } from './synthesise/synthesise.js';
import { floor, mayIn } from './team.js';
import {
  type Fields,
  type Held,
  type ShelfName,
  type Stamp,
  type Write,
  makeThing,
  removeThing,
  reviveThing,
  setFields,
  stands,
  withoutPast,
} from './thing.js';
import { translate } from './translate/translate.js';
import { undo } from './undo.js';

/** One review: every room, and what the fold could not use. It holds no place in the log (L8). */
export interface Review extends NotesWorld {
  /** Changes that no longer apply: they stay visible (L3). */
  readonly conflicts: readonly Conflict[];
  /** Kinds, or versions of them, that only a newer program knows: the review is then read-only (L16). */
  readonly newer: readonly string[];
}

export interface Conflict {
  readonly change: Omit<SeenChange, 'payload'>;
  readonly refusal: Refusal;
  /** The things that it would have touched. */
  readonly about: readonly Ref[];
}

/** All rooms, the floor first. The order is the method's (rooms.ts). */
const house: readonly Room<never>[] = [
  floor,
  plan,
  gather,
  screen,
  read,
  relate,
  translate,
  synthesise,
  report,
  notes,
] as never;
export const things: readonly Thing<never>[] = house.flatMap((each) => each.things);
export const kinds: ReadonlyMap<string, Kind<never>> = new Map(
  [...house.flatMap((each) => each.kinds), undo as Kind<never>].map((each) => [each.kind, each]),
);

const specOf: ReadonlyMap<ShelfName, Thing<never>> = new Map(things.map((spec) => [spec.on, spec]));

/** Shelves that hold rows, beside those of `things`. */
const otherShelves: readonly ShelfName[] = ['gather.records'];

const shelfNames: readonly ShelfName[] = [...things.map(({ on }) => on), ...otherShelves];

/** A review in which nothing has happened. */
export const emptyReview: Review = {
  ...shelves(shelfNames),
  conflicts: [],
  newer: [],
} as unknown as Review;

/** What `decide` answers: the proposal as it will be stored, or why not. */
export type Verdict = { readonly accepted: Proposal } | { readonly refused: Refusal };

/** The gate (L4). Pure: the same review, proposal and person always get the same answer. */
export function decide(review: Review, proposal: Proposal, by: PersonId): Verdict {
  const kind = kinds.get(proposal.kind);
  if (kind === undefined) return refused('change.kindUnknown', { kind: proposal.kind });
  if (proposal.version > kind.version)
    return refused('change.versionNewer', { kind: proposal.kind, version: proposal.version });
  if (review.newer.length > 0) return refused('review.readOnly', { kinds: review.newer });
  const parsed = kind.payload.safeParse(raise(kind, proposal.version, proposal.payload));
  if (!parsed.success) return refused('change.payloadInvalid', { kind: proposal.kind, ...firstIssue(parsed.error) });
  const role =
    kind === undo
      ? mayUndoIn(review, kind.writes(parsed.data as never), by)
      : joins(kind, parsed.data, by)
        ? undefined
        : mayIn(review, by, kind.room);
  if (role !== undefined) return { refused: role };
  const asked: Asked = { by, id: proposal.id, ...(proposal.saw === undefined ? {} : { saw: proposal.saw }) };
  const no =
    kind.decide(review as never, parsed.data as never, asked) ??
    (kind === undo ? notAllowedAgain(review, kind.writes(parsed.data as never), asked) : undefined) ??
    notByItsWrites(review, kind.writes(parsed.data as never));
  return no === undefined
    ? { accepted: { ...proposal, version: kind.version, payload: parsed.data } }
    : { refused: no };
}

/** What an undo restores is judged as it would stand after it: a group that goes makes room for those that come back. */
function notAllowedAgain(review: Review, writes: readonly Write[], asked: Asked): Refusal | undefined {
  const after = applyWrites(review, writes, { ...asked, kind: undo.kind, at: '' });
  return 'code' in after ? after : notAllowedToday(review, after, writes, (on) => specOf.get(on), asked);
}

const notByItsWrites = (review: Review, writes: readonly Write[]): Refusal | undefined =>
  takenElsewhere(review, writes) ?? onTakenBackImport(review, writes) ?? underLaterWork(review, writes);

const refused = (...given: Parameters<typeof refuse>): Verdict => ({ refused: refuse(...given) });

function firstIssue(error: z.ZodError): { where: string; what: string } {
  const [issue] = error.issues;
  return { where: issue?.path.join('.') ?? '', what: issue?.message ?? '' };
}

/** Whoever holds a review's file may join it by themselves; a server with accounts does not pass this on. */
const joins = (kind: Kind<never>, payload: unknown, by: PersonId): boolean =>
  kind.kind === 'person.made' && (payload as { id?: unknown }).id === by;

/** Who may do something in a room may undo there: somebody who is no lead any more does not undo a lead's work. */
function mayUndoIn(review: Review, writes: readonly Write[], by: PersonId): Refusal | undefined {
  for (const { on } of writes) {
    const spec = specOf.get(on);
    const no = spec && mayIn(review, by, proposedIn(spec, on.slice(0, on.indexOf('.')) as Kind<never>['room']));
    if (no !== undefined) return no;
  }
  return undefined;
}

/** An id names one thing of the review, on whichever shelf: a memo, a trace and a page point by the id alone. */
function takenElsewhere(review: Review, writes: readonly Write[]): Refusal | undefined {
  for (const write of writes) {
    if (write.do !== 'make') continue;
    const other = shelfNames.find((on) => on !== write.on && shelfOf(review, on).has(write.id));
    if (other !== undefined) return refuse('thing.exists', { thing: other, id: write.id });
  }
  return undefined;
}

/** A record stands or falls with its import: nothing new rests on one that was taken back. */
function onTakenBackImport(review: Review, writes: readonly Write[]): Refusal | undefined {
  for (const write of writes) {
    if (write.do !== 'make' && write.do !== 'set') continue;
    const fields = { ...shelfOf(review, write.on).get(write.id), ...write.fields };
    for (const ref of specOf.get(write.on)?.refs(fields as never) ?? []) {
      const also = alsoRefersTo(review, ref);
      const owner = also && shelfOf(review, also.on).get(also.id);
      if (owner !== undefined && !stands(owner)) return refuse('thing.gone', { thing: ref.on, id: ref.id });
    }
  }
  return undefined;
}

/** Nothing is taken away while something stands on it. */
function underLaterWork(review: Review, writes: readonly Write[]): Refusal | undefined {
  for (const write of writes) {
    if (write.do !== 'remove') continue;
    const resting = restingOn(review, write);
    if (resting.length > 0) return refuse('thing.stoodOn', { id: write.id, by: resting.map(({ id }) => id) });
  }
  return undefined;
}

/** Every standing thing that rests directly on this one: forward, towards the line of argument. */
export function restingOn(review: Review, { on, id }: Ref): Ref[] {
  const points = (ref: Ref | undefined) => ref !== undefined && ref.on === on && ref.id === id;
  return things.flatMap((spec) =>
    (on === 'gather.imports' ? [...shelfOf(review, spec.on)] : spec.restingOn(shelfOf(review, spec.on), id))
      .filter(
        (thing) =>
          stands(thing) && spec.refs(thing as never).some((ref) => points(ref) || points(alsoRefersTo(review, ref))),
      )
      .map((thing) => ({ on: spec.on, id: thing.id })),
  );
}

/** Folds one change in. Never throws (L3): what cannot be used stays as a conflict, or makes the review read-only. */
export function apply(review: Review, change: SeenChange): Review {
  const kind = kinds.get(change.kind);
  if (kind === undefined || change.version > kind.version) {
    const name = `${change.kind} ${change.version}`;
    return review.newer.includes(name) ? review : { ...review, newer: [...review.newer, name] };
  }
  const writes = writesOf(change);
  if (writes === undefined) return conflict(review, change, refuse('change.unreadable', { kind: change.kind }), []);
  const next = applyWrites(review, writes, change);
  return 'code' in next ? conflict(review, change, next, targets(writes)) : next;
}

/** All of the writes, or why not. */
function applyWrites(review: Review, writes: readonly Write[], change: Stamping): Review | Refusal {
  let next = review;
  for (const write of writes) {
    const done = applyWrite(next, write, change);
    if ('code' in done) return done;
    next = done;
  }
  return next;
}

/** What the trail of a thing takes from a change. */
type Stamping = Pick<SeenChange, 'id' | 'by' | 'at' | 'because' | 'kind'>;

/** Folds a log, or some of it, onto a review. */
export function fold(changes: Iterable<SeenChange>, onto: Review = emptyReview): Review {
  let review = onto;
  for (const change of changes) review = apply(review, change);
  return review;
}

/**
 * What a change does to the shelves, its payload raised to today's version; undefined where it cannot be read. Stored
 * payloads pass their schema again, so that whatever a damaged log says, the rooms hold only what they declare.
 */
export function writesOf(change: SeenChange): readonly Write[] | undefined {
  const known = lastRead.get(change);
  if (known !== undefined) return known.writes;
  const writes = readWrites(change);
  lastRead = new WeakMap([[change, { writes }]]);
  return writes;
}

/**
 * What the change that was read last does. Folding one, judging who may see it and telling it ask several times, and an
 * import has 100,000 rows.
 */
let lastRead = new WeakMap<SeenChange, { readonly writes: readonly Write[] | undefined }>();

function readWrites({ kind: name, version, payload }: SeenChange): readonly Write[] | undefined {
  const kind = kinds.get(name);
  if (kind === undefined) return undefined;
  try {
    const parsed = kind.payload.safeParse(raise(kind, version, payload));
    return parsed.success ? kind.writes(parsed.data as never) : undefined;
  } catch {
    return undefined;
  }
}

/** Lifts a payload to the version of today, one named raiser at a time (L16). */
export function raise(kind: Pick<Kind<never>, 'version' | 'raisers'>, from: number, payload: unknown): unknown {
  let raised = payload;
  for (let version = from; version < kind.version; version += 1) raised = kind.raisers?.[version]?.(raised) ?? raised;
  return raised;
}

/** The things that some writes are about. */
export const targets = (writes: readonly Write[]): Ref[] =>
  writes.flatMap((write) => (write.do === 'rows' ? [] : [{ on: write.on, id: write.id }]));

const conflict = (
  review: Review,
  { payload: _, ...change }: SeenChange,
  refusal: Refusal,
  about: readonly Ref[],
): Review => {
  const { seq: __, ...shown } = change as Omit<Change, 'payload'>;
  return { ...review, conflicts: [...review.conflicts, { change: shown, refusal, about }] };
};

function applyWrite(review: Review, write: Write, change: Stamping): Review | Refusal {
  const shelf = shelfOf(review, write.on);
  if (write.do === 'rows')
    return onShelf(review, write.on, shelf.putAll(write.rows.map((row) => [row.id, row as Held<object>])));
  const { id, by, at, because } = change;
  const stamp: Stamp = { change: id, by, at, ...(because === undefined ? {} : { because }) };
  const thing = shelf.get(write.id);
  if (write.do === 'make') {
    return thing === undefined
      ? withThing(review, write.on, shelf, makeThing(write.id, write.fields, stamp))
      : refuse('thing.exists', { thing: write.on, id: write.id });
  }
  if (thing?.trail === undefined) return refuse('thing.missing', { thing: write.on, id: write.id });
  if (write.do === 'revive') return withThing(review, write.on, shelf, reviveThing(thing, stamp));
  if (!stands(thing)) return refuse('thing.gone', { thing: write.on, id: write.id });
  const after = write.do === 'set' ? afterSetting(write, thing, stamp) : removeThing(thing, stamp);
  // An undo brings fields of any thing; its own schema cannot know them.
  if (write.do === 'set' && change.kind === undo.kind && !isDeclared(write.on, after))
    return refuse('change.unreadable', { kind: change.kind });
  return withThing(review, write.on, shelf, after);
}

function afterSetting({ on, fields }: Extract<Write, { do: 'set' }>, thing: Held<object>, stamp: Stamp): Held<object> {
  const after = setFields(thing, fields, stamp);
  const draft = specOf.get(on)?.draft;
  const isDraft = (held: Held<object>) => draft !== undefined && (held as Held<Fields>)[draft.field] === draft.says;
  return draft !== undefined && isDraft(thing) && !isDraft(after) ? withoutPast(after, draft.field) : after;
}

function withThing(review: Review, on: ShelfName, shelf: Shelf<Held<object>>, thing: Held<object>): Review {
  const next = shelf.put(thing.id, thing);
  carryIndexes(shelf, next, thing);
  return onShelf(review, on, next);
}

function isDeclared(on: ShelfName, { id: _, trail: __, ...fields }: Held<object>): boolean {
  return specOf.get(on)?.fields.strict().safeParse(fields).success ?? false;
}

function onShelf(review: Review, on: ShelfName, shelf: Shelf<Held<object>>): Review {
  const [roomName, name] = on.split('.') as [keyof Review, string];
  return { ...review, [roomName]: { ...(review[roomName] as Notes), [name]: shelf } };
}

function shelves(names: readonly ShelfName[]): Record<string, Record<string, Shelf<Held<object>>>> {
  const rooms: Record<string, Record<string, Shelf<Held<object>>>> = {};
  for (const on of names) {
    const [roomName, name] = on.split('.') as [string, string];
    rooms[roomName] = { ...rooms[roomName], [name]: Shelf.empty() };
  }
  return rooms;
}
