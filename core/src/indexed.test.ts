import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryIndexes, foundBy } from './indexed.js';
import { Shelf } from './shelf.js';
import { type Held, makeThing } from './thing.js';

type Line = Held<{ readonly colours: readonly string[] }>;
const stamp = { change: 'c', by: 'AT', at: '' } as never;
const line = (id: string, colours: readonly string[]) => makeThing(id, { colours }, stamp) as Line;
const withColour = foundBy<Line>(({ colours }) => colours);

const put = (shelf: Shelf<Line>, thing: Line): Shelf<Line> => {
  const next = shelf.put(thing.id, thing);
  carryIndexes(shelf, next, thing);
  return next;
};
const ids = (found: readonly Line[]) => found.map(({ id }) => id);

describe('an index of a shelf', () => {
  it('finds what looking at everything finds, in the same order, at every state of the shelf', () => {
    const colour = fc.constantFrom('red', 'green', 'blue');
    const step = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      colours: fc.uniqueArray(colour, { maxLength: 2 }),
      asks: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25, size: 'max' }), (steps) => {
        const states: Shelf<Line>[] = [Shelf.empty()];
        for (const { id, colours, asks } of steps) {
          const last = states.at(-1) as Shelf<Line>;
          if (asks) withColour(last, 'red');
          states.push(put(last, line(id, colours)));
        }
        for (const state of states) {
          for (const asked of ['red', 'green', 'blue', 'grey'])
            expect(ids(withColour(state, asked))).toEqual(
              ids([...state].filter(({ colours }) => colours.includes(asked))),
            );
        }
      }),
    );
  });

  it('looks at the others only once, however many things follow', () => {
    let looked = 0;
    const counted = foundBy<Line>(({ colours }) => {
      looked += 1;
      return colours;
    });
    let shelf = Shelf.of(Array.from({ length: 5000 }, (_, at) => [`l${at}`, line(`l${at}`, ['red'])] as const));
    counted(shelf, 'blue');
    looked = 0;
    for (let at = 0; at < 100; at += 1) {
      shelf = put(shelf, line(`m${at}`, ['blue']));
      expect(counted(shelf, 'blue')).toHaveLength(at + 1);
    }
    expect(looked).toBe(100);
  });

  it('looks only at what was put, where it says something else now', () => {
    let looked = 0;
    const counted = foundBy<Line>(({ colours }) => {
      looked += 1;
      return colours;
    });
    let shelf = Shelf.of(Array.from({ length: 5000 }, (_, at) => [`l${at}`, line(`l${at}`, ['red'])] as const));
    counted(shelf, 'blue');
    looked = 0;
    for (const at of [700, 30, 4000]) shelf = put(shelf, line(`l${at}`, ['blue']));
    expect(ids(counted(shelf, 'blue'))).toEqual(['l30', 'l700', 'l4000']);
    expect(counted(shelf, 'red')).toHaveLength(4997);
    expect(looked).toBe(6);
  });
});
