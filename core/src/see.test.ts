import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { told, withArgument } from '../test/telling.js';
import type { SeenChange } from './change.js';
import { asId } from './ids.js';
import type { Viewer } from './people.js';
import { apply, decide, type Review } from './review.js';
import { see, seeChange } from './see.js';
import { freeze } from './stored.js';

const people = ['AT', 'BH', 'CP'] as const;
const viewer = (person: string): Viewer => ({ person: asId(person), role: person === 'AT' ? 'lead' : 'reviewer' });

/** Random work on memos, private and shared, with some on things that all may see. */
const deed = fc.record({
  by: fc.constantFrom(...people),
  kind: fc.constantFrom('memo.made', 'memo.edited', 'memo.removed', 'construct.edited', 'change.undone'),
  id: fc.constantFrom('m1', 'm2', 'm3'),
  text: fc.stringMatching(/^[a-z]{1,6}$/),
  audience: fc.constantFrom('team', 'author'),
  undoes: fc.nat(8),
});

function payloadOf(step: typeof deed extends fc.Arbitrary<infer T> ? T : never, log: readonly SeenChange[]): object {
  const { kind, id, text, audience } = step;
  if (kind === 'memo.made') return { id, about: 'T1', text, audience };
  if (kind === 'memo.edited') return { id, set: { text, ...(text < 'h' ? { audience } : {}) } };
  if (kind === 'memo.removed') return { id };
  if (kind === 'construct.edited') return { id: 'T1', set: { name: text } };
  const undone = log[step.undoes % Math.max(1, log.length)];
  return { change: undone?.id ?? 'c1', writes: [{ do: 'remove', on: 'notes.memos', id }] };
}

describe('what a viewer may not see (L8)', () => {
  it('obeys the law: seeing what was applied is applying what was seen', () => {
    let shown = 0;
    let hidden = 0;
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 25 }), fc.boolean(), (steps, gated) => {
        let review: Review = withArgument().review;
        const log: SeenChange[] = [];
        for (const [at, step] of steps.entries()) {
          const proposal = {
            id: asId<SeenChange['id']>(`x${at}`),
            kind: step.kind,
            version: 1,
            payload: payloadOf(step, log),
          };
          if (gated && 'refused' in decide(review, proposal, asId(step.by))) continue;
          const change: SeenChange = { ...proposal, by: asId(step.by), at: '' };
          log.push(change);
          const after = apply(review, change);
          for (const person of people) {
            const sight = seeChange(review, change, viewer(person));
            if (sight === 'fetch again') continue;
            const seen = see(review, viewer(person));
            expect(freeze(sight === 'hidden' ? seen : apply(seen, sight.change))).toBe(
              freeze(see(after, viewer(person))),
            );
            if (sight === 'hidden') hidden += 1;
            else shown += 1;
          }
          review = after;
        }
      }),
      { numRuns: 300 },
    );
    expect(Math.min(shown, hidden)).toBeGreaterThan(100);
  });

  it('hides a private memo from everybody else, the lead too', () => {
    const telling = told().does('BH', 'memo.made', {
      id: 'm',
      about: 'kettles',
      text: 'I doubt this',
      audience: 'author',
    });
    expect(freeze(see(telling.review, viewer('AT')))).not.toContain('doubt');
    expect(freeze(see(telling.review, viewer('BH')))).toContain('doubt');
    expect(seeChange(told().review, telling.last, viewer('AT'))).toBe('hidden');
  });

  it('asks for the room again when a memo is opened to the team', () => {
    const telling = told().does('BH', 'memo.made', {
      id: 'm',
      about: 'kettles',
      text: 'I doubt this',
      audience: 'author',
    });
    const before = telling.review;
    telling.does('BH', 'memo.edited', { id: 'm', set: { audience: 'team' } });
    expect(seeChange(before, telling.last, viewer('AT'))).toBe('fetch again');
  });

  it('shows a change without its place in the log', () => {
    const telling = withArgument();
    const sight = seeChange(told().review, { ...telling.last, seq: 9 } as SeenChange, viewer('BH'));
    expect(JSON.stringify(sight)).not.toContain('seq');
  });
});
