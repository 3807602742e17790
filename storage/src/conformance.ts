import { describe } from 'vitest';
import { appending } from './conformance/appending.js';
import { beside } from './conformance/beside.js';
import { copying } from './conformance/copying.js';
import { following } from './conformance/following.js';
import { moving } from './conformance/moving.js';
import { searching } from './conformance/searching.js';
import type { At, Place } from './conformance/under-test.js';

export type { Place } from './conformance/under-test.js';

/**
 * What every keeper keeps to, whatever it stands on: all keepers run this one suite. Numbers are those of the rules
 * that the tests hold.
 */
export function conformance(name: string, make: () => Promise<Place>): void {
  const at: At = (work) => async () => {
    const place = await make();
    try {
      await work(place);
    } finally {
      await place.remove();
    }
  };
  // No test waits for a clock; the time is what a busy machine may take.
  describe(`${name} keeps to the contract`, { timeout: 60_000 }, () => {
    appending(at);
    beside(at);
    searching(at);
    following(at);
    copying(at);
    moving(at);
  });
}
