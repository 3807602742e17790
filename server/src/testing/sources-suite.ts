import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OpenReview, openSqlite, sha256Of } from '@throughline/storage';
import type { ImportAnswer, Problem } from '@throughline/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { ana, proposal, reviewId, temporaryFolder } from './review-file.js';
import type { AtThePlace, Place } from './place.js';

/** Files that arrive and are taken away, wherever the workbench stands. */
export function sourcesSuite(place: Place): void {
  describe(place.name, { timeout: 20_000 }, () => {
    let folder: string;
    let remove: () => Promise<void>;
    let at: AtThePlace;
    beforeEach(async () => {
      ({ folder, remove } = await temporaryFolder());
      at = await place.open({ largestUpload: 3_000_000 });
    });
    afterEach(async () => {
      await at.leave();
      await remove();
    });

    const ris = 'TY  - JOUR\nTI  - Link workers\nPY  - 2017\nER  - \n\nstray words\n';
    const where = `/api/reviews/${reviewId}`;
    async function upload(fields: Record<string, string>, file?: { text: string | Blob; name: string }) {
      const body = new FormData();
      for (const [field, value] of Object.entries(fields)) body.append(field, value);
      if (file !== undefined) body.append('file', new Blob([file.text]), file.name);
      const answer = await at.ask(`${where}/sources`, { method: 'POST', body });
      return { status: answer.status, said: (await answer.json()) as ImportAnswer & Problem };
    }
    const medline = { kind: 'database', name: 'MEDLINE', platform: 'Ovid', searched: '2021-08' };
    const records = async () => (await (await at.ask(`${where}/records`)).json()) as { total: number };

    describe('an uploaded file', () => {
      it('is read, with a list of what was not', async () => {
        const { status, said } = await upload(medline, { text: ris, name: 'C:\\searches\\medline.ris' });
        expect(status).toBe(200);
        expect(said).toMatchObject({
          format: 'ris',
          read: 1,
          unread: [{ from: 6, to: 6, reason: 'lines.outside-record', text: 'stray words' }],
        });
        const history = await (await at.ask(`${where}/history?limit=2`)).json();
        expect(history).toMatchObject({
          changes: [
            { payload: { file: { name: 'medline.ris' } } },
            { payload: { platform: 'Ovid', searched: '2021-08' } },
          ],
        });
      });

      it('that breaks off in its form is no upload', async () => {
        const answer = await at.ask(`${where}/sources`, {
          method: 'POST',
          headers: { 'content-type': 'multipart/form-data; boundary=B' },
          body: '--B\r\nContent-Disposition: form-data; name="kind"\r\n\r\ndata',
        });
        expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'request.invalid' }]);
      });

      it('goes into a source that is there, and is noticed the second time', async () => {
        const first = await upload(medline, { text: ris, name: 'a.ris' });
        const again = await upload({ source: first.said.source }, { text: ris, name: 'a.ris' });
        expect([again.status, again.said]).toMatchObject([
          409,
          { code: 'import.again', values: { import: first.said.import } },
        ]);
        expect((await upload({ source: first.said.source, again: 'true' }, { text: ris, name: 'a.ris' })).status).toBe(
          200,
        );
        expect((await records()).total).toBe(2);
      });

      it('that is larger than allowed stores nothing', async () => {
        const { status, said } = await upload(medline, { text: ris.repeat(80_000), name: 'a.ris' });
        expect([status, said]).toEqual([413, { code: 'server.tooLarge', values: { limit: 3 } }]);
        expect((await records()).total).toBe(0);
      });

      it('that is no list of references is refused as what it is', async () => {
        const { status, said } = await upload(medline, { text: '%PDF-1.7 …', name: 'search.ris' });
        expect([status, said]).toEqual([
          400,
          { code: 'format.binary', values: { name: 'search.ris', looksLike: 'pdf' } },
        ]);
      });

      it('needs its source before it', async () => {
        expect((await upload({ name: 'MEDLINE' }, { text: ris, name: 'a.ris' })).said).toMatchObject({
          code: 'request.invalid',
          values: { where: 'kind' },
        });
        expect((await upload(medline)).said).toMatchObject({ code: 'request.invalid', values: { where: 'file' } });
        expect((await upload({ ...medline, kind: 'oracle' }, { text: ris, name: 'a.ris' })).said).toMatchObject({
          values: { where: 'kind' },
        });
        expect((await upload({ source: 'nowhere' }, { text: ris, name: 'a.ris' })).said).toMatchObject({
          code: 'thing.missing',
        });
      });
    });

    describe('what can be taken away', () => {
      it('is the whole review as a file of its own', async () => {
        await upload(medline, { text: ris, name: 'a.ris' });
        const answer = await at.ask(`${where}/copy`);
        expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''shared-care.throughline");
        const copy = join(folder, 'copy.throughline');
        await writeFile(copy, Buffer.from(await answer.arrayBuffer()));
        expect((await stat(copy)).size).toBeGreaterThan(0);
        const keeper = await openSqlite(copy);
        const review = await OpenReview.open(keeper, reviewId);
        expect(review.review.gather.records.size).toBe(1);
        expect(await keeper.content(sha256Of(ris))).toMatchObject({ name: 'a.ris' });
        expect(await keeper.integrity()).toEqual([]);
        await review.close();
        await keeper.close();
      });

      it('is the frozen text of a document', async () => {
        const { said } = await upload({ ...medline, import: 'imp' }, { text: ris, name: 'a.ris' });
        expect(said.import).toBe('imp');
        const text = new TextEncoder().encode('Nobody asked. 🙂 <script>');
        await at.inOtherHands(async (open) => {
          const hash = sha256Of(text);
          const made = [
            proposal('report.made', { id: 'r', record: 'imp.1', label: 'A', title: 'A', authors: [] }),
            proposal('document.made', {
              id: 'd',
              report: 'r',
              name: 'A',
              file: hash,
              text: hash,
              extractor: 'plain text 1',
              length: 24,
            }),
          ];
          await open.propose(made, ana.person, { beside: { contents: [{ hash, bytes: text }] } });
        });
        await expect.poll(async () => (await at.ask(`${where}/texts/d`)).status).toBe(200);
        const answer = await at.ask(`${where}/texts/d`);
        expect([answer.headers.get('content-type'), await answer.text()]).toEqual([
          'text/plain; charset=utf-8',
          'Nobody asked. 🙂 <script>',
        ]);
      });
    });
  });
}
