import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withArgument } from '../test/telling.js';
import { countEvidence, evidenceFor, gradeOfEvidence, restsOn } from './evidence.js';
import { findingsOf } from './findings.js';
import { asId } from './ids.js';
import { shelfOf } from './kind.js';
import { claimsByGrade, fullFlow, heldCounts } from './report/counts.js';
import { includedWithoutReport } from './read/report-of.js';
import { type Review, things } from './review.js';
import { rooms } from './rooms.js';
import { disagreements } from './screen/decisions.js';
import { nextToRead } from './screen/to-read.js';
import { see } from './see.js';
import { contributions } from './synthesise/contributions.js';
import { lineOfArgument } from './synthesise/line-of-argument.js';
import { thawReview, freeze } from './stored.js';

/** A review with something in every room. */
const filled = () =>
  withArgument()
    .does('AT', 'criterion.made', { id: 'K1', heading: 'Setting', text: 'Repair cafés', sort: 'inclusion', order: 1 })
    .does('AT', 'duplicate-group.made', { id: 'g', records: ['r.2', 'r.3'] })
    .does('AT', 'study.made', { id: 'st', name: 'The café study', reports: ['p1', 'p2'] })
    .does('AT', 'document.made', {
      id: 'doc',
      report: 'p1',
      name: 'Paper 1',
      file: 'c'.repeat(64),
      text: 'd'.repeat(64),
      extractor: 'text 1',
      length: 100,
    })
    .does('AT', 'passage.made', {
      id: 'pa',
      document: 'doc',
      order: 'first',
      from: 0,
      to: 20,
      quote: 'Nobody asked me',
      before: '',
      after: '',
    })
    .does('AT', 'second-order.made', { id: 'so', name: 'Being asked', report: 'p1', passages: ['pa'] })
    .does('AT', 'concept.made', { id: 'co', name: 'Asking', order: 1 })
    .does('AT', 'cell.made', {
      id: 'ce',
      concept: 'co',
      report: 'p1',
      sort: 'reciprocal',
      reading: 'As asked',
      rests: ['so'],
    })
    .does('AT', 'claim.made', {
      id: 'CL2',
      text: 'Asking is company',
      home: { on: 'level', id: 'L1' },
      support: [{ by: 'passage', passage: 'pa' }],
      order: 2,
    })
    .does('AT', 'count.made', { id: 'n', of: 'screened', value: 3, source: 'Findings' })
    .does('AT', 'memo.made', { id: 'm', about: 'CL2', text: 'Is it so', audience: 'team' });

const whole = filled();

/** As a commenter sees it to whom these rooms are open. */
function withRooms(open: readonly string[]): Review {
  const { review } = open.reduce(
    (all, room, at) => all.does('AT', 'room-opening.made', { id: `o${at}`, room }),
    filled(),
  );
  return see(review, { person: asId('CP'), role: 'commenter' });
}

describe('a review of which only some rooms are open', () => {
  it('is counted, checked and walked through without a fault, and travels', () => {
    fc.assert(
      fc.property(fc.subarray(rooms.map(({ name }) => name)), (open) => {
        const seen = withRooms(open);
        for (const { on } of [...things, { on: 'gather.records' as const }]) {
          // Ids of what is not seen are asked for too: an address in a browser may hold any.
          for (const { id } of shelfOf(whole.review, on)) {
            const evidence = evidenceFor(seen, { on, id });
            countEvidence(seen, evidence);
            gradeOfEvidence(evidence);
            restsOn(seen, { on, id });
          }
        }
        const counts = heldCounts(seen);
        expect(counts.claims).toBe(open.includes('synthesise') ? 2 : 0);
        expect(counts.records).toBe(open.includes('gather') ? 3 : 0);
        for (const derive of [findingsOf, fullFlow, claimsByGrade, contributions, lineOfArgument, disagreements])
          expect(derive(seen)).toBeDefined();
        expect(includedWithoutReport(seen).length).toBeLessThanOrEqual(3);
        expect(nextToRead(seen, asId('CP'), 'title-abstract', whole.review).done).toBe(0);
        expect(freeze(thawReview(freeze(seen)))).toBe(freeze(seen));
      }),
    );
  });
});
