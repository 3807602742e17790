import type { Change, Proposal, SeenChange } from './change.js';
import { placedBy } from './gather/grouping.js';
import type { Imported } from './gather/imported.js';
import { regroupedOnly } from './gather/regrouped-in-share.js';
import type { ChangeId, PersonId, RecordId, Sha256 } from './ids.js';
import type { Viewer } from './people.js';
import { type Review, apply, emptyReview, kinds, things, writesOf } from './review.js';
import { sampledWorks } from './screen/sample.js';
import type { Stage } from './screen/stages.js';
import { see } from './see.js';
import { roleOf } from './team.js';
import { type ShelfName, type Write, lastSet, standing, stands } from './thing.js';
import { shelfOf } from './kind.js';

/** What is handed over: to whom, and which sample of the works at which stage. */
export interface Handing {
  readonly person: PersonId;
  readonly stage: Stage;
  readonly percent: number;
  readonly seed: string;
}

/**
 * What the file of a person's share begins with, told from the review's own log: the review itself and its people, the
 * plan, the sources, and of the records those of the sampled works that this person has not voted on. Nobody's votes, no
 * other room, and nothing that the person may not see (L8). What was taken away here never was there. Each change keeps
 * its id and its time, so that what is seen there was seen here (L5).
 */
export class ShareBeginning {
  /** Whose texts go along. */
  readonly records: readonly RecordId[];
  /** How many works it holds. */
  readonly works: number;
  readonly #kept: Kept;
  readonly #changes: SeenChange[] = [];
  #share = emptyReview;

  /** `viewer` hands it over: which works went on to the full text is told by the votes that they may see. */
  constructor(review: Review, handing: Handing, viewer: Viewer) {
    const works = toHandOver(review, handing, viewer);
    this.works = works.length;
    this.records = works.flatMap((work) => work.records.map(({ id }) => id));
    this.#kept = keptThings(review, handing.person, new Set(this.records));
  }

  /** Takes what belongs to the share from the next change of the log; every change that gave `review`, in its order. */
  take(change: SeenChange): void {
    const part = partOf(change, this.#kept);
    const next = part === undefined ? this.#share : apply(this.#share, part);
    // What could not be used here is no part of what stands.
    if (part === undefined || next.conflicts.length > this.#share.conflicts.length) return;
    this.#changes.push(part);
    this.#share = next;
  }

  get changes(): readonly SeenChange[] {
    return this.#changes;
  }

  /** The cards of its people. */
  get cards(): readonly Sha256[] {
    return [...this.#share.floor.people].map(({ card }) => card);
  }
}

/** The works of the sample that the person has not voted on at the stage: those are read, and need no second reading. */
function toHandOver(review: Review, { person, stage, percent, seed }: Handing, viewer: Viewer) {
  const own = standing(review.screen.votes).filter((vote) => vote.stage === stage && vote.trail.made.by === person);
  const read = new Set<string>(own.map(({ record }) => record));
  return sampledWorks(see(review, viewer), stage, percent, seed).filter(
    (work) => !work.records.some(({ id }) => read.has(id)),
  );
}

/** By shelf, the ids of what goes into a share. */
interface Kept {
  readonly things: ReadonlyMap<ShelfName, ReadonlySet<string>>;
  readonly records: ReadonlySet<string>;
}

function keptThings(review: Review, person: PersonId, records: ReadonlySet<string>): Kept {
  const seen = see(review, { person, role: roleOf(review, person) ?? 'commenter' });
  const { floor, plan, gather } = seen;
  const inside = (id: string) => records.has(id);
  const imports = new Set([...seen.gather.records].filter(({ id }) => inside(id)).map((row) => row.import as string));
  const things: Partial<Record<ShelfName, readonly { readonly id: string }[]>> = {
    'floor.about': [...floor.about],
    // Whoever has left is still named in what they did.
    'floor.people': [...floor.people],
    'plan.protocols': standing(plan.protocols),
    'plan.criteria': standing(plan.criteria),
    'plan.positions': standing(plan.positions),
    'gather.sources': standing(gather.sources),
    'gather.imports': standing(gather.imports).filter(({ id }) => imports.has(id)),
    'gather.routes': standing(gather.routes).filter(({ record }) => inside(record)),
    'gather.groups': standing(gather.groups).filter((group) => group.records.some(inside)),
    'gather.distinct': standing(gather.distinct).filter((group) => group.records.every(inside)),
    'gather.corrections': standing(gather.corrections).filter(({ record }) => inside(record)),
  };
  const ids = Object.entries(things).map(
    ([on, all]) => [on as ShelfName, new Set((all ?? []).map(({ id }) => id))] as const,
  );
  return { things: new Map(ids), records };
}

/** As much of a change as is about what is kept; undefined where nothing of it is. */
function partOf(change: SeenChange, kept: Kept): SeenChange | undefined {
  // Most of a long log are votes, which need not be read to be passed over.
  if (!handedRooms.has(kinds.get(change.kind)?.room ?? '')) return undefined;
  const writes = writesOf(change);
  if (writes === undefined) return undefined;
  const about = writes.filter((write) => isKept(write, kept));
  if (about.length === 0) return undefined;
  if (change.kind === 'source.imported') return withPayload(change, importOnly(change.payload, kept.records));
  const regrouped = regroupedOnly(change, (on, id) => kept.things.get(on)?.has(id) ?? false);
  if (regrouped !== undefined)
    return regrouped.payload === undefined ? undefined : withPayload(change, regrouped.payload);
  if (change.kind === 'change.undone') return withPayload(change, { ...(change.payload as object), writes: about });
  return about.length === writes.length ? withPayload(change, change.payload) : undefined;
}

/** The rooms that changes go into a share from; an undo belongs to the floor, whatever it takes back. */
const handedRooms: ReadonlySet<string> = new Set(['floor', 'plan', 'gather']);

const isKept = (write: Write, { things }: Kept): boolean =>
  write.do !== 'rows' && (things.get(write.on)?.has(write.id) ?? false);

/** Its payload has passed the schema by now; records that are not kept go from it. */
function importOnly(payload: unknown, kept: ReadonlySet<string>): unknown {
  const { known, ...imported } = payload as Pick<Imported, 'records' | 'known'>;
  return {
    ...imported,
    ...(known === undefined ? {} : { known: known.filter(({ record }) => kept.has(record)) }),
    records: imported.records.filter(({ id }) => kept.has(id)),
  };
}

/** Without its place in the log, which in a share is another. */
function withPayload(change: SeenChange, payload: unknown): SeenChange {
  const { seq: _, ...rest } = change as Change;
  return { ...rest, payload };
}

/**
 * What a change made in a share proposes to the review: itself, with what it saw of each field that it sets or
 * takes away. A program that does not say what it saw had before it what stood in the share, and nothing else; so what
 * was written here meanwhile is never written over, or taken away, unseen (L5). `share` is the share before the change.
 */
export function proposedFrom(share: Review, change: SeenChange): Proposal {
  const { id, kind, version, payload, because } = change;
  const saw = { ...sawIn(share, change), ...change.saw };
  return {
    id,
    kind,
    version,
    payload,
    ...(because === undefined ? {} : { because }),
    ...(Object.keys(saw).length === 0 ? {} : { saw }),
  };
}

function sawIn(share: Review, change: SeenChange): Record<string, ChangeId> {
  const saw: Record<string, ChangeId> = {};
  const writes = writesOf(change) ?? [];
  // An undo names what it restores. What it saw is asked of what it takes away, and is about one thing.
  if (change.kind === 'change.undone' && (writes.length > 1 || writes[0]?.do !== 'remove')) return saw;
  for (const write of writes) {
    const place = placeIn(share, write);
    if (place !== undefined) saw.record = place;
    const held = write.do === 'rows' ? undefined : shelfOf(share, write.on).get(write.id);
    if (held === undefined || !stands(held)) continue;
    for (const field of touched(write)) saw[field] = lastSet(held, field);
  }
  return saw;
}

/** Whoever votes has seen the work that the record stands in. */
const placeIn = (share: Review, write: Write): ChangeId | undefined =>
  write.do === 'make' && write.on === 'screen.votes' ? placedBy(share, write.fields.record as RecordId) : undefined;

/** The fields that a write sets; whoever takes a thing away has seen all of it. */
function touched(write: Write): readonly string[] {
  if (write.do === 'set') return Object.keys(write.fields);
  return write.do === 'remove' ? Object.keys(fieldsOn.get(write.on)?.shape ?? {}) : [];
}
const fieldsOn = new Map(things.map(({ on, fields }) => [on, fields]));

/** Do these two say the same, done by the same person? One of them may have been stored by a newer program. */
export function isSameChange(one: SeenChange, other: SeenChange): boolean {
  const said = (change: SeenChange) => JSON.stringify(writesOf(change) ?? [change.kind, change.payload]);
  return one.id === other.id && one.by === other.by && one.kind === other.kind && said(one) === said(other);
}
