import { type Proposal, type Refusal, refuse } from './change.js';
import { clearanceOf } from './clearance.js';
import { type Ref, shelfOf } from './kind.js';
import { type Clearance, type Viewer, isIn } from './people.js';
import { type Review, type Verdict, decide, things, writesOf } from './review.js';
import { maySee, see } from './see.js';
import type { Write } from './thing.js';
import { undo } from './undo.js';

/**
 * The gate, for somebody who may not see everything (L8): whether a proposal is accepted, and why not, tells nothing of
 * what is hidden from them. What they may not see is answered as what is not there; a disagreement is settled where the
 * votes are open. It accepts nothing that `decide` refuses.
 */
export function decideFor(review: Review, proposal: Proposal, viewer: Viewer): Verdict {
  const clearance = clearanceOf(review, viewer);
  const writes = writesOf({ ...proposal, by: viewer.person, at: '' }) ?? [];
  if (writes.some((write) => touchesHidden(review, proposal, write, clearance))) {
    const verdict = decide(see(review, viewer), proposal, viewer.person);
    if ('refused' in verdict) return verdict;
  }
  const verdict = decide(review, proposal, viewer.person);
  const blind = writes.some((write) => settlesBlind(review, write, clearance));
  if ('accepted' in verdict) return blind ? { refused: refuse('settle.blind') } : verdict;
  if (blind && toldByVotes.has(verdict.refused.code)) return { refused: refuse('settle.blind') };
  return { refused: withoutHidden(review, proposal, verdict.refused, clearance) };
}

/** Refusals of a settlement that say something of the votes. */
const toldByVotes: ReadonlySet<Refusal['code']> = new Set(['settle.noConflict', 'settle.over', 'vote.noReason']);

/** Does it change, or rest on, what they may not see? */
function touchesHidden(review: Review, { kind }: Proposal, write: Write, clearance: Clearance): boolean {
  if (write.do === 'rows') return false;
  if (write.do !== 'make' && isHidden(review, write, clearance)) return true;
  return kind !== undo.kind && restsOnOf(review, write).some((ref) => isHidden(review, ref, clearance));
}

/** What the thing would rest on. Not asked of an undo: its fields passed no schema of the thing's own. */
function restsOnOf(review: Review, write: Exclude<Write, { do: 'rows' }>): readonly Ref[] {
  const held = shelfOf(review, write.on).get(write.id);
  if (write.do === 'remove' || write.do === 'revive' || (write.do === 'set' && held === undefined)) return [];
  return things.find(({ on }) => on === write.on)?.refs({ ...held, ...write.fields } as never) ?? [];
}

function isHidden(review: Review, { on, id }: Ref, clearance: Clearance): boolean {
  const held = shelfOf(review, on).get(id);
  return held !== undefined && !maySee(on, held, clearance);
}

/** A settlement at a stage whose votes they may not see; to take one's own away, nobody asks what was voted. */
function settlesBlind({ screen }: Review, write: Write, { stages }: Clearance): boolean {
  if (write.on !== 'screen.settlements' || write.do === 'rows' || write.do === 'remove') return false;
  const told = write.do === 'revive' ? undefined : (write.fields.stage as string | undefined);
  const stage = told ?? screen.settlements.get(write.id)?.stage;
  return stage !== undefined && !isIn(stages, stage);
}

/** What rests on a thing, and what has an id already, is named as far as they may see it. */
function withoutHidden(review: Review, { kind }: Proposal, refusal: Refusal, clearance: Clearance): Refusal {
  const { by, id } = refusal.values;
  if (refusal.code === 'thing.exists' && things.some(({ on }) => isHidden(review, { on, id: String(id) }, clearance)))
    return refuse('thing.exists', { thing: kind.split('.')[0] ?? '', id: String(id) });
  if (refusal.code !== 'thing.stoodOn' || !Array.isArray(by)) return refusal;
  const seen = by.filter((id) => things.every(({ on }) => !isHidden(review, { on, id }, clearance)));
  return seen.length > 0
    ? refuse('thing.stoodOn', { ...refusal.values, by: seen })
    : refuse('thing.stoodOnUnseen', { id: refusal.values.id ?? '' });
}
