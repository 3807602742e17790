import {
  apply,
  type ChangeId,
  decide,
  type PersonId,
  type Proposal,
  type Refusal,
  type Review,
  type SeenChange,
} from '@throughline/core';

/**
 * What the browser holds of a review: what is stored, in the order of the log, and on top of it what was done here and
 * is not yet known to be stored. Pure: the store next door touches the world.
 */
export interface Held {
  /** As the log has it. */
  readonly stored: Review;
  /** Ids that `stored` already holds since it was fetched; a change that comes twice is applied once (L14). */
  readonly known: ReadonlySet<ChangeId>;
  /** Done here, oldest first. An accepted one waits for its turn: the live stream alone knows the order of the log. */
  readonly waiting: readonly Waiting[];
  /** What the pages show. */
  readonly shown: Review;
}

export interface Waiting {
  readonly change: SeenChange;
  readonly state: 'sending' | 'unsent' | 'accepted';
  /** It is about a record that did not travel: it is never seen here, and no event will tell of it. */
  readonly elsewhere?: true;
}

/** A review as it was fetched. What had been accepted before it was asked for is in it. */
export function fetched(stored: Review, before?: Held, acceptedBefore: ReadonlySet<ChangeId> = new Set()): Held {
  const waiting = (before?.waiting ?? []).filter(({ change }) => !acceptedBefore.has(change.id));
  return shownAgain({ stored, known: acceptedBefore, waiting, shown: stored });
}

/**
 * Decided against what is shown: refused at once, or shown at once. What rests on a record that did not travel to the
 * browser cannot be decided here: it waits, unseen, for the server's word.
 */
export function propose(
  held: Held,
  proposal: Proposal,
  by: PersonId,
  at: string,
): Held | { readonly refused: Refusal } {
  const verdict = decide(held.shown, proposal, by);
  if ('refused' in verdict) {
    if (!isElsewhere(verdict.refused, proposal)) return verdict;
    const waiting: Waiting = { change: { ...proposal, by, at }, state: 'sending', elsewhere: true };
    return { ...held, waiting: [...held.waiting, waiting] };
  }
  const change: SeenChange = { ...verdict.accepted, by, at };
  return { ...held, waiting: [...held.waiting, { change, state: 'sending' }], shown: apply(held.shown, change) };
}

/** Of the large rooms only a part is here; the server holds the rest: records, and what is said of them. */
const notTravelled: readonly unknown[] = [
  'gather.records',
  'gather.groups',
  'record',
  'vote',
  'settlement',
  'duplicate-group',
  'distinct',
];

function isElsewhere({ code, values }: Refusal, proposal: Proposal): boolean {
  if (code === 'thing.missing') return notTravelled.includes(values.thing);
  if (code !== 'undo.nothing') return false;
  const { writes = [] } = proposal.payload as { readonly writes?: readonly { readonly on: string }[] };
  return writes.every(({ on }) => maybeAway(on));
}

/** Shelves of which a browser holds only what is about records at hand. */
export const maybeAway = (on: string): boolean => on === 'screen.votes' || on === 'screen.settlements';

/** The server stored it; with the stamp that the log has. */
export function accepted(held: Held, change: SeenChange): Held {
  if (held.known.has(change.id)) return held;
  const waiting = held.waiting.flatMap((each): Waiting[] => {
    if (each.change.id !== change.id) return [each];
    return each.elsewhere ? [] : [{ change, state: 'accepted' }];
  });
  return shownAgain({ ...held, waiting });
}

/** Taken back: the server refused it. */
export const refused = (held: Held, id: ChangeId): Held =>
  shownAgain({ ...held, waiting: held.waiting.filter(({ change }) => change.id !== id) });

/** No answer came; it waits, and is sent again. */
export const unsent = (held: Held, id: ChangeId): Held => ({
  ...held,
  waiting: held.waiting.map((each) => (each.change.id === id ? { ...each, state: 'unsent' as const } : each)),
});

/** The next change of the log. */
export function arrived(held: Held, change: SeenChange): Held {
  if (held.known.has(change.id)) return held;
  const waiting = held.waiting.filter((each) => each.change.id !== change.id);
  return shownAgain({
    ...held,
    stored: apply(held.stored, change),
    known: new Set([...held.known, change.id]),
    waiting,
  });
}

/** What waits is laid over what is stored; one that no longer applies is left to the server to refuse. */
function shownAgain(held: Held): Held {
  let shown = held.stored;
  for (const { change, state } of held.waiting) {
    const fits = state === 'accepted' || 'accepted' in decide(shown, change, change.by);
    if (fits) shown = apply(shown, change);
  }
  return { ...held, shown };
}
