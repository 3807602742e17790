import {
  type PersonId,
  type Proposal,
  type RecordId,
  type Review,
  type Stage,
  roleOf,
  standing,
} from '@throughline/core';
import type { FoundDecision } from '@throughline/formats';
import type { OpenReview } from '@throughline/storage';
import type { Problem, VotesAsked, VotesMade } from '@throughline/wire';
import { broughtBecause, broughtNote, reasonNotBrought } from '@throughline/words';
import { derivedId } from '../derived-id.js';
import type { RecordSummary } from '../record-rows.js';

/** Who may say whose the decisions of a file are. */
export interface Bringing {
  readonly by: PersonId;
  /** Whoever holds the review's file answers for it: as at a desk. */
  readonly holder: boolean;
}

/** On a server one brings one's own decisions, and a lead anybody's; they are those of somebody on the team. */
export function mayBring(review: Review, { by, holder }: Bringing, asked: readonly VotesAsked[]): Problem | undefined {
  const anybodys = holder || roleOf(review, by) === 'lead';
  const people = new Set<string>(standing(review.floor.people).map(({ id }) => id));
  for (const { person } of asked) {
    if (!people.has(person)) return { code: 'thing.missing', values: { thing: 'person', id: person } };
    if (person !== by && !anybodys) return { code: 'import.votesOfOthers', values: { person } };
  }
  return undefined;
}

/** A record of a file, and the record of the review that it is. */
export interface Placed {
  readonly record: RecordId;
  readonly found: Pick<RecordSummary, 'decided' | 'group'>;
}

/** Votes that are proposed at once. */
const together = 500;

/**
 * Makes the decisions of a file votes of the people whose they are, as if they had voted here. A vote that stands is
 * never touched. The ids follow from the file, the record and the person, so that the same votes are made once (L14).
 */
export async function bringVotes(
  open: OpenReview,
  file: { readonly name: string; readonly content: string },
  placed: readonly Placed[],
  asked: readonly VotesAsked[],
): Promise<VotesMade[]> {
  const made: VotesMade[] = [];
  for (const each of asked) made.push(await bringVotesOf(open, file, placed, each));
  return made;
}

async function bringVotesOf(
  open: OpenReview,
  file: { readonly name: string; readonly content: string },
  placed: readonly Placed[],
  asked: VotesAsked,
): Promise<VotesMade> {
  const own = placed.flatMap(({ record, found: { decided = [] } }) =>
    decided.filter(({ by = '' }) => by === asked.by).map((decision) => ({ record, decision })),
  );
  const proposals = own.flatMap(({ record, decision }) => voteFrom(record, decision, asked, file));
  const refused: Record<string, number> = {};
  let made = 0;
  for (let at = 0; at < proposals.length; at += together) {
    for (const answer of await open.propose(proposals.slice(at, at + together), asked.person)) {
      if ('accepted' in answer) made += 1;
      else refused[answer.refused.code] = (refused[answer.refused.code] ?? 0) + 1;
    }
  }
  const { 'vote.twice': standing_ = 0, ...others } = refused;
  const { by, person } = asked;
  return { by, person, made, standing: standing_, refused: others, unanswered: own.length - proposals.length };
}

function voteFrom(
  record: RecordId,
  decision: FoundDecision,
  { by, person, stage: unsaid }: VotesAsked,
  file: { readonly name: string; readonly content: string },
): Proposal[] {
  const { answer, stage = unsaid } = decision;
  if (answer === undefined) return [];
  const vote = { id: derivedId('vote', file.content.slice(0, 16), record, person, stage), record, stage, answer };
  return [
    {
      id: derivedId('brought', file.content.slice(0, 16), record, person, stage),
      kind: 'vote.made',
      version: 1,
      payload: { ...vote, ...saidWith(decision, stage, file.name) },
      because: broughtBecause(by, file.name),
    },
  ];
}

/** Characters that a reason or a note may have: core's `words`. */
const longestWords = 20_000;

/** The first reason is the vote's; what is beside it goes into its note, where nothing of it is lost. */
function saidWith({ answer, reasons, labels, notes }: FoundDecision, stage: Stage, file: string) {
  const [first, ...more] = reasons.map((reason) => reason.trim()).filter((reason) => reason !== '');
  const needed = answer === 'exclude' && stage === 'full-text' ? reasonNotBrought(file) : undefined;
  const reason = first ?? needed;
  const note = broughtNote({ reasons: more, labels, notes })?.trim() ?? '';
  return {
    ...(reason === undefined ? {} : { reason: reason.slice(0, longestWords) }),
    ...(note === '' ? {} : { note: note.slice(0, longestWords) }),
  };
}
