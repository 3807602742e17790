import { request } from 'node:http';
import type { ReviewId } from '@throughline/core';
import type { House, ProposeAnswer } from '@throughline/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../accounts/testing/browser.js';
import { done, startsReview } from '../accounts/testing/team.js';
import { startServer } from '../start-server.js';
import { type AWholeServer, aWholeServer, memberAs } from './a-whole-server.js';
import type { Kept } from './at-the-server.js';
import { type Followed, follow } from './following.js';
import { proposal } from './review-file.js';

/** A team's server as it is started: with accounts, by several, in several processes, until it stops. */
export function serverSuite(name: string, kept: () => Promise<Kept>): void {
  describe(`a team’s server ${name}`, { timeout: 30_000 }, () => {
    let at: AWholeServer;
    let lead: Browser;
    let review: ReviewId;
    beforeEach(async () => {
      at = await aWholeServer(await kept());
      lead = await at.joins('Lena');
      review = await startsReview(lead);
    }, 30_000);
    afterEach(() => at.leave(), 30_000);

    const where = (path: string) => `/api/reviews/${review}/${path}`;
    const level = (id: string) => proposal('level.made', { id, name: id, order: 1 });
    const propose = async (browser: Browser, ...changes: object[]): Promise<ProposeAnswer> =>
      (await done(browser.post(where('changes'), { changes }))) as ProposeAnswer;
    const headersOf = ({ cookies }: Browser, address = at.address) => ({
      origin: address,
      cookie: [...cookies].map(([cookie, value]) => `${cookie}=${value}`).join('; '),
    });
    const follows = (browser: Browser, address = at.address, last?: string): Promise<Followed> =>
      follow(
        (path, init) => fetch(address + path, { ...init, headers: { ...headersOf(browser), ...init?.headers } }),
        where('live'),
        last,
      );

    it('brings what one does to the windows of the others', async () => {
      const reviewer = await memberAs(at, review, 'reviewer');
      const stream = await follows(reviewer);
      await propose(lead, level('staff'));
      expect((await stream.next('change')).change).toMatchObject({ kind: 'level.made', payload: { id: 'staff' } });
      const { me } = (await done(reviewer.get(where('rooms/house')))) as House;
      expect(me.person).toBe('the-reviewer');
      const { answers } = await propose(reviewer, level('own'));
      expect(answers).toMatchObject([{ accepted: { by: me.person } }]);
    });

    it('refuses by role what a role may not, in the review’s own words', async () => {
      const commenter = await memberAs(at, review, 'commenter');
      expect((await propose(commenter, level('x'))).answers).toMatchObject([{ refused: { code: 'role.mayNot' } }]);
      const next = await commenter.get(where('next?stage=title-abstract'));
      expect([next.status, next.body]).toEqual([403, { code: 'server.mayNot', values: { standing: 'commenter' } }]);
    });

    it('goes on in another process with the same cursors and sessions', async () => {
      const other = await startServer({ ...at, port: 0, origin: at.address, webRoot: '/nowhere' });
      const address = `http://127.0.0.1:${other.port}`;
      const stream = await follows(lead);
      await propose(lead, level('a'));
      const seen = await stream.next('change');
      stream.leave();
      const there = await follows(lead, address, seen.cursor);
      await propose(lead, level('b'));
      expect(await there.next('change', 'again')).toMatchObject({ change: { payload: { id: 'b' } } });
      // What it has heard of since, it tells.
      const late = await follows(lead, address, seen.cursor);
      expect((await late.next('change', 'again')).type).toBe('change');
      await other.close();
      await there.ended;
    });

    it('tells who is present across processes', async () => {
      const other = await startServer({ ...at, port: 0, origin: at.address, webRoot: '/nowhere' });
      const there = await follows(lead, `http://127.0.0.1:${other.port}`);
      const { me } = (await done(lead.get(where('rooms/house')))) as House;
      await done(lead.post(where('presence'), { room: 'plan' }));
      const { people } = await there.next('present');
      expect(people).toEqual([{ person: me.person, room: 'plan' }]);
      await other.close();
    });

    it('stops when it is told to: what was begun is answered, windows are told goodbye', async () => {
      const stream = await follows(lead);
      const text = `TY  - JOUR\nTI  - ${'Link workers '.repeat(20)}\nER  - \n\n`;
      const upload = slowUpload(text);
      await upload.begun;
      const closing = at.running.close();
      await stream.ended;
      const answer = await upload.finish();
      expect([answer.status, answer.body]).toMatchObject([200, { read: 1 }]);
      await closing;
      await expect(lead.get('/api/session')).rejects.toThrow();
    });

    /** A file that is under way when the program is told to stop. */
    function slowUpload(text: string) {
      const lines = [
        ...['kind', 'name'].flatMap((field) => [
          '--B',
          `Content-Disposition: form-data; name="${field}"`,
          '',
          field === 'kind' ? 'database' : 'MEDLINE',
        ]),
        ...['--B', 'Content-Disposition: form-data; name="file"; filename="a.ris"', '', text],
      ];
      const sending = request(at.address + where('sources'), {
        method: 'POST',
        headers: { ...headersOf(lead), 'content-type': 'multipart/form-data; boundary=B' },
      });
      const answered = new Promise<{ status: number; body: unknown }>((resolve, reject) => {
        sending.on('error', reject).on('response', async (response) => {
          const chunks: Buffer[] = [];
          for await (const chunk of response) chunks.push(chunk as Buffer);
          resolve({ status: response.statusCode ?? 0, body: JSON.parse(String(Buffer.concat(chunks))) });
        });
      });
      // Once its first bytes are taken, the server has begun with it.
      const begun = new Promise<void>((resolve) => sending.write(`${lines.join('\r\n')}`, () => resolve()));
      const finish = () => {
        sending.end('\r\n--B--\r\n');
        return answered;
      };
      return { begun: begun.then(() => lead.get('/api/session')).then(() => {}), finish };
    }

    it('lets a lead take the review to a desk, and says so in its events', async () => {
      const archive = await fetch(at.address + where('archive'), { headers: headersOf(lead) });
      expect((await archive.arrayBuffer()).byteLength).toBeGreaterThan(100);
      await expect
        .poll(async () => (await done(lead.get(where('events')))) as object)
        .toMatchObject({ events: expect.arrayContaining([expect.objectContaining({ what: 'archive.taken' })]) });
    });

    it('leaves nothing in its log while all goes well', () => {
      expect(at.log).toEqual([]);
    });
  });
}
