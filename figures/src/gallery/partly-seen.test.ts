import {
  type PersonId,
  type Review,
  apply,
  asId,
  contributions,
  decide,
  fullFlow,
  lineOfArgument,
  rooms,
  see,
} from '@throughline/core';
import { describe, expect, it } from 'vitest';
import { contributionsFigure } from '../contributions/figure.js';
import { flowFigure } from '../flow/figure.js';
import { lineOfArgumentFigure } from '../line-of-argument/figure.js';
import { nightShift } from './cases.js';
import { xmlFault } from './faults.js';
import { reviewOf } from './review.js';

/** As a commenter sees it to whom one room is open. */
function withOneRoom(review: Review, room: string): Review {
  const by = asId<PersonId>('ada');
  const verdict = decide(
    review,
    { id: asId('opening'), kind: 'room-opening.made', version: 1, payload: { id: 'o', room } },
    by,
  );
  if ('refused' in verdict) throw new Error(verdict.refused.code);
  const opened = apply(review, { ...verdict.accepted, by, at: '2024-03-01T10:00:00.000Z' });
  return see(opened, { person: asId('cem'), role: 'commenter' });
}

describe('of a review with one room open', () => {
  const review = reviewOf(nightShift);

  it.each(rooms.map(({ name }) => name))('every figure can be drawn: %s', (room) => {
    const seen = withOneRoom(review, room);
    const figures = [
      flowFigure(fullFlow(seen)),
      contributionsFigure(contributions(seen)),
      lineOfArgumentFigure(lineOfArgument(seen)),
    ];
    for (const { svg } of figures) expect(xmlFault(svg)).toBeUndefined();
  });
});
