import { expect, test, vi } from 'vitest';
import type { At } from './under-test.js';
import { memo, review } from './made-up.js';

/** Hearing of what others append. */
export function following(at: At): void {
  test(
    'a follower hears of what another appends',
    at(async (place) => {
      await place.keeper.append(review, 0, [memo('c1')]);
      const other = await place.another();
      const moved = vi.fn();
      place.keeper.follow(review, moved);
      await other.append(review, 1, [memo('c2')]);
      await vi.waitFor(() => expect(moved).toHaveBeenCalled(), { timeout: 20_000 });
      await other.close();
    }),
  );

  test(
    'whoever stopped following hears nothing more',
    at(async (place) => {
      await place.keeper.append(review, 0, [memo('c1')]);
      const other = await place.another();
      const gone = vi.fn();
      const staying = vi.fn();
      const stop = place.keeper.follow(review, gone);
      place.keeper.follow(review, staying);
      stop();
      stop();
      await other.append(review, 1, [memo('c2')]);
      await vi.waitFor(() => expect(staying).toHaveBeenCalled(), { timeout: 20_000 });
      expect(gone).not.toHaveBeenCalled();
      await other.close();
    }),
  );
}
