import { connect } from 'node:net';
import { apply, freeze, thawReview } from '@throughline/core';
import type { House } from '@throughline/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { ben, done, proposal, reviewId } from './review-file.js';
import type { AtThePlace, Place } from './place.js';

/** What reaches an open window, wherever the workbench stands. */
export function liveSuite(place: Place): void {
  describe(place.name, { timeout: 20_000 }, () => {
    let at: AtThePlace;
    beforeEach(async () => {
      at = await place.open();
    });
    afterEach(() => at.leave());

    const live = `/api/reviews/${reviewId}/live`;
    const level = (id: string, name = id) => proposal('level.made', { id, name, order: 1 });
    const propose = (...changes: object[]) =>
      at.ask(`/api/reviews/${reviewId}/changes`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ changes }),
      });
    const house = async () => (await (await at.ask(`/api/reviews/${reviewId}/rooms/house`)).json()) as House;

    describe('live changes', () => {
      it('reach every other browser, in the order of the log', async () => {
        const [one, other] = [await at.follow(live), await at.follow(live)];
        await propose(level('a'), level('b'));
        await propose(level('c'));
        for (const stream of [one, other]) {
          const ids = [await stream.next('change'), await stream.next('change'), await stream.next('change')].map(
            ({ change }) => (change.payload as { id: string }).id,
          );
          expect(ids).toEqual(['a', 'b', 'c']);
          expect(stream.text()).not.toContain('"seq"');
        }
      });

      it('keep a review that is folded in the browser what the server would send', async () => {
        const stream = await at.follow(live);
        let review = thawReview((await house()).frozen);
        await propose(level('a'), proposal('level.edited', { id: 'a', set: { name: 'Staff' } }));
        for (const _ of [1, 2]) review = apply(review, (await stream.next('change')).change);
        expect(freeze(review)).toBe((await house()).frozen);
      });

      it('bring the numbers after them', async () => {
        const stream = await at.follow(live);
        await propose(level('a'), level('b'));
        expect(await stream.next('counts')).toMatchObject({
          counts: { levels: 2 },
          progress: { synthesise: { levels: 2 } },
        });
      });

      it('that another program made on the same file arrive as well', async () => {
        const stream = await at.follow(live);
        await at.inOtherHands(async (open) => {
          await done(
            open,
            ben,
            proposal('person.made', { id: 'ben', role: 'reviewer', card: 'b'.repeat(64) }),
            level('from-outside'),
          );
        });
        expect((await stream.next('change')).change).toMatchObject({ kind: 'person.made', by: 'ben' });
        expect((await stream.next('change')).change).toMatchObject({ payload: { id: 'from-outside' } });
      });

      it('that were missed come first, after a cursor', async () => {
        const { cursor } = await house();
        await propose(level('a'));
        const stream = await at.follow(`${live}?since=${cursor}`);
        const missed = await stream.next('change');
        stream.leave();
        await propose(level('b'));
        const back = await at.follow(live, missed.cursor);
        await propose(level('c'));
        expect([(await back.next('change')).change.payload, (await back.next('change')).change.payload]).toMatchObject([
          { id: 'b' },
          { id: 'c' },
        ]);
      });

      it('after a cursor that is not known are fetched again', async () => {
        const stream = await at.follow(`${live}?since=made-up`);
        const { cursor } = await stream.next('again');
        await propose(level('a'));
        expect((await stream.next('change')).change).toMatchObject({ payload: { id: 'a' } });
        const back = await at.follow(live, cursor);
        expect((await back.next('change')).change).toMatchObject({ payload: { id: 'a' } });
      });

      it('among what does not travel are not told, and what begins to travel is fetched again', async () => {
        const stream = await at.follow(live);
        const body = new FormData();
        for (const [field, value] of Object.entries({ kind: 'database', name: 'MEDLINE', import: 'imp' }))
          body.append(field, value);
        body.append('file', new Blob(['TY  - JOUR\nTI  - A\nER  - \n\nTY  - JOUR\nTI  - B\nER  - \n']), 'a.ris');
        await at.ask(`/api/reviews/${reviewId}/sources`, { method: 'POST', body });
        expect(await stream.next('progress')).toMatchObject({ task: 'imp', done: expect.any(Number) });
        await stream.next('again');
        await propose(proposal('vote.made', { id: 'v', record: 'imp.1', stage: 'title-abstract', answer: 'include' }));
        expect(await stream.next('change', 'again', 'counts')).toMatchObject({
          type: 'counts',
          progress: { screen: { works: 2, read: 1 } },
        });
        await propose(proposal('report.made', { id: 'r', record: 'imp.1', label: 'A', title: 'A', authors: [] }));
        expect((await stream.next('change', 'again')).type).toBe('again');
        expect([...thawReview((await house()).frozen).screen.votes].map(({ id }) => id)).toEqual(['v']);
      });

      it('of a draft reach nobody else, and give no sign (L8)', async () => {
        const stream = await at.follow(live);
        await at.inOtherHands(async (open) => {
          await done(open, ben, proposal('person.made', { id: 'ben', role: 'reviewer', card: 'b'.repeat(64) }));
          await done(
            open,
            ben,
            proposal('memo.made', { id: 'secret', about: 'x', text: 'A private doubt', audience: 'author' }),
          );
          await done(open, ben, level('after'));
        });
        await stream.next('change');
        expect((await stream.next('change', 'again')).type === 'change').toBe(true);
        expect(stream.text()).toContain('"after"');
        expect(stream.text()).not.toMatch(/secret|memo\./);
        const counted = await stream.next('counts');
        expect(counted.progress.notes).toEqual({ memos: 0, discussions: 0 });
      });

      it('that show what was hidden are fetched again (L8)', async () => {
        const stream = await at.follow(live);
        await at.inOtherHands(async (open) => {
          await done(open, ben, proposal('person.made', { id: 'ben', role: 'reviewer', card: 'b'.repeat(64) }));
          await done(open, ben, proposal('memo.made', { id: 'n', about: 'x', text: 'A doubt', audience: 'author' }));
          await done(open, ben, proposal('memo.edited', { id: 'n', set: { audience: 'team' } }));
        });
        await stream.next('again');
        expect(stream.text()).not.toContain('A doubt');
        expect(thawReview((await house()).frozen).notes.memos.get('n')?.text).toBe('A doubt');
      });

      it('leave a reader behind that does not read, tell the others, and bring back what it missed', async () => {
        const { cursor } = await house();
        const beside = await at.follow(live);
        const lazy = connect(at.port, '127.0.0.1');
        const closed = new Promise<number>((resolve) =>
          lazy.on('error', () => {}).on('close', () => resolve(lazy.bytesRead)),
        );
        lazy.write(
          `GET ${live}?since=${cursor} HTTP/1.1\r\nHost: 127.0.0.1:${at.port}\r\nCookie: ${at.headers.cookie}\r\n\r\n`,
        );
        lazy.pause();
        const long = 'x'.repeat(20_000);
        for (let round = 0; round < 70; round += 1) {
          await propose(...Array.from({ length: 20 }, (_, each) => level(`l${round}-${each}`, long)));
          // Whoever reads beside it hears everything meanwhile, in order.
          for (let each = 0; each < 20; each += 1)
            expect((await beside.next('change')).change.payload).toMatchObject({ id: `l${round}-${each}` });
        }
        lazy.resume();
        expect(await closed).toBeLessThan(1400 * long.length);
        const back = await at.follow(live, cursor);
        expect(await back.next('change', 'again')).toHaveProperty('cursor');
      }, 30_000);

      it('end when the workbench closes', async () => {
        const stream = await at.follow(live);
        await at.leave();
        await stream.ended;
        await expect(at.ask('/api/reviews')).rejects.toThrow();
      });
    });
  });
}
