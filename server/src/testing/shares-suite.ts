import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asId, nextToRead, shareMark, thawReview } from '@throughline/core';
import { personCard } from '@throughline/storage';
import type { House, Me, NextToRead, Problem, TakenBack } from '@throughline/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listening } from './listening.js';
import type { AtThePlace, Place } from './place.js';
import { ana, ben, done, inOtherHands, proposal, reviewId, temporaryFolder } from './review-file.js';

const where = `/api/reviews/${reviewId}`;
const cai: Me = { person: asId('cai'), name: 'Cai Lund' };
const records = 20;

/** A sample goes to a second reviewer as a file and comes back, wherever the workbench stands. */
export function sharesSuite(place: Place): void {
  describe(`shares ${place.name}`, { timeout: 60_000 }, () => {
    let folder: string;
    let remove: () => Promise<void>;
    let at: AtThePlace;
    beforeEach(async () => {
      ({ folder, remove } = await temporaryFolder());
      at = await place.open({ largestUpload: 3_000_000 });
      for (const who of [ben, cai]) {
        const card = personCard(who.name, 'salt');
        const joining = proposal('person.made', { id: who.person, role: 'reviewer', card: card.hash });
        await at.served.open.propose([joining], ana.person, { beside: { contents: [card] } });
      }
      await uploaded('sources', 'medline.ris', ris, { kind: 'database', name: 'MEDLINE' });
    });
    afterEach(async () => {
      await at.leave();
      await remove();
    });

    async function uploaded(
      to: string,
      name: string,
      bytes: string | Uint8Array<ArrayBuffer>,
      fields: Record<string, string> = {},
    ) {
      const body = new FormData();
      for (const [field, value] of Object.entries(fields)) body.append(field, value);
      body.append('file', new Blob([bytes]), name);
      const answer = await at.ask(`${where}/${to}`, { method: 'POST', body });
      return { status: answer.status, said: (await answer.json()) as TakenBack & Problem };
    }
    const asked = { person: ben.person, stage: 'title-abstract', percent: 20, seed: 'spring' };
    const handOver = (more: object = {}) => at.send('POST', `${where}/shares`, { ...asked, ...more });
    async function share(more: object = {}): Promise<string> {
      const path = join(folder, 'share.throughline');
      await writeFile(path, (await handOver(more)).rawPayload);
      return path;
    }
    const takeBack = async (path: string) => uploaded('returns', 'share.throughline', await bytesOf(path));

    it('go out as a file with the sample, and come back, twice the same', async () => {
      const path = await share();
      const read = await inOtherHands(path, async (away) => {
        const { works } = nextToRead(away.review, ben.person, 'title-abstract');
        await done(away, ben, ...works.map(({ id }, n) => vote(id, n === 0 ? 'exclude' : 'include')));
        return works.length;
      });
      expect(read).toBe(4);
      const first = await takeBack(path);
      expect(first).toEqual({ status: 200, said: { person: 'ben', taken: 4, known: 0, refused: [] } });
      expect((await takeBack(path)).said).toEqual({ person: 'ben', taken: 0, known: 4, refused: [] });
      const votes = [...at.served.review.screen.votes];
      expect(votes.map(({ trail }) => trail.made.by)).toEqual(votes.map(() => ben.person));
      expect(votes).toHaveLength(4);
    });

    it('are named after the review and the person', async () => {
      const { headers } = await handOver();
      expect(headers['content-type']).toBe('application/octet-stream');
      expect(headers['content-disposition']).toContain("filename*=UTF-8''shared-care-for-ben-okafor.throughline");
    });

    it('show what contradicts, without a place in the log', async () => {
      const criterion = { id: 'k', sort: 'inclusion', heading: 'Who', text: 'Adults', order: 1 };
      const edit = (text: string) => proposal('criterion.edited', { id: 'k', set: { text } });
      await done(at.served.open, ana, proposal('criterion.made', criterion));
      const path = await share();
      await done(at.served.open, ana, edit('Adults over 18'));
      await inOtherHands(path, (away) => done(away, ben, edit('All people')));
      const { said } = await takeBack(path);
      expect(said).toMatchObject({
        taken: 0,
        refused: [
          {
            change: { by: 'ben', kind: 'criterion.edited' },
            refusal: { code: 'field.changedSince', values: { present: 'Adults over 18', proposed: 'All people' } },
          },
        ],
      });
      expect(JSON.stringify(said)).not.toContain('"seq"');
    });

    it('are refused in words where they are not what was handed over', async () => {
      const path = await share();
      await inOtherHands(path, (away) => done(away, cai, proposal('memo.made', memo)));
      const before = at.served.head;
      const other = await takeBack(path);
      expect(other).toEqual({
        status: 409,
        said: { code: 'share.otherPerson', values: { person: 'Ben Okafor', by: 'Cai Lund' } },
      });
      expect((await uploaded('returns', 'x.throughline', 'a shopping list')).said.code).toBe('archive.notOne');
      expect(at.served.head).toBe(before);
      expect(at.failed).toEqual([]);
    });

    it.each([
      [{ person: 'nobody' }, 409, 'thing.missing'],
      [{ percent: 0 }, 400, 'request.invalid'],
      [{ percent: 101 }, 400, 'request.invalid'],
      [{ stage: 'abstract' }, 400, 'request.invalid'],
      [{ stage: 'full-text' }, 409, 'share.nothingToRead'],
    ])('are not handed over with %j', async (more, status, code) => {
      const answer = await handOver(more);
      expect([answer.statusCode, answer.json<Problem>().code]).toEqual([status, code]);
      expect(at.served.review.screen.handed.size).toBe(0);
    });

    it('are worked in as the person they were handed to, whoever opens them', async () => {
      const path = await share();
      const away = await listening({ reviews: [path], me: { person: asId('laptop-7'), name: 'Somebody' } });
      const send = (method: string, to: string, body: object) =>
        away.ask(to, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
      try {
        const next = await away.ask(`${where}/next?stage=title-abstract&limit=200`);
        const { works } = (await next.json()) as NextToRead;
        expect(works).toHaveLength(4);
        const voting = await send('POST', `${where}/changes`, { changes: [vote(works[0]?.record ?? '', 'maybe')] });
        expect(await voting.json()).toMatchObject({ answers: [{ accepted: { by: 'ben' } }] });
        const { frozen } = (await (await away.ask(`${where}/rooms/house`)).json()) as House;
        const review = thawReview(frozen);
        expect(shareMark(review)).toMatchObject({ person: 'ben', percent: 20 });
        expect(review.floor.people.has('laptop-7')).toBe(false);
        expect((await send('PUT', '/api/me', { name: 'Benjamin' })).status).toBe(200);
      } finally {
        await away.bench.close();
      }
      expect((await takeBack(path)).said).toMatchObject({ taken: 1, refused: [] });
    });
  });
}

const vote = (record: string, answer: string) =>
  proposal('vote.made', { id: `v-${record}`, record, stage: 'title-abstract', answer });
const memo = { id: 'm', about: reviewId, text: 'By somebody else', audience: 'team' };
const ris = Array.from({ length: records }, (_, n) => `TY  - JOUR\nTI  - Link workers ${n}\nPY  - 2017\nER  - \n`).join(
  '\n',
);
const bytesOf = async (path: string) => new Uint8Array(await readFile(path));
