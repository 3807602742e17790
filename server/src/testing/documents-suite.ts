import type { DocumentAnswer, Problem } from '@throughline/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { proposal, reviewId } from './review-file.js';
import type { AtThePlace, Place } from './place.js';

/** Texts of reports that arrive, wherever the workbench stands. */
export function documentsSuite(place: Place): void {
  describe(place.name, { timeout: 20_000 }, () => {
    const where = `/api/reviews/${reviewId}`;
    let at: AtThePlace;
    beforeEach(async () => {
      at = await place.open({ largestUpload: 100_000 });
      await form('sources', { kind: 'database', name: 'MEDLINE', import: 'm' }, [
        'TY  - JOUR\nTI  - Repair\nER  - \n',
        'm.ris',
      ]);
      const report = { id: 'p', record: 'm.1', label: 'Okafor 2017', title: 'Repair', authors: [] };
      const answer = await at.ask(`${where}/changes`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ changes: [proposal('report.made', report)] }),
      });
      expect(await answer.json()).toMatchObject({ answers: [{ accepted: { kind: 'report.made' } }] });
    });
    afterEach(() => at.leave());

    async function form(path: string, fields: Record<string, string>, [text, name]: [string | Uint8Array, string]) {
      const body = new FormData();
      for (const [field, value] of Object.entries(fields)) body.append(field, value);
      body.append('file', new Blob([text]), name);
      const answer = await at.ask(`${where}/${path}`, { method: 'POST', body });
      return { status: answer.status, said: (await answer.json()) as DocumentAnswer & Problem };
    }
    const attach = (text: string | Uint8Array, name: string, report = 'p') =>
      form('documents', { report, document: 'd' }, [text, name]);

    describe('an attached text', () => {
      it('is frozen with its printed pages, and told to whoever follows', async () => {
        const live = await at.follow(`${where}/live`);
        const text = '[page 41]\nWe talk 🫖.\n[page 42]\nThey come back.';
        expect(await attach(text, 'C:\\papers\\okafor 2017.txt')).toEqual({
          status: 200,
          said: { document: 'd', length: [...text].length },
        });
        const { change } = await live.next('change');
        expect(change).toMatchObject({
          kind: 'document.made',
          payload: {
            id: 'd',
            report: 'p',
            name: 'okafor 2017',
            pages: [
              { from: 0, printed: '41' },
              { from: 21, printed: '42' },
            ],
          },
        });
        live.leave();
        expect(await (await at.ask(`${where}/texts/d`)).text()).toBe(text);
      });

      it.each([
        ['with another ending', 'words', 'okafor.pdf', 'text.unreadable'],
        ['that is no text', new Uint8Array([0xff, 0xfe, 0x41]), 'okafor.txt', 'text.unreadable'],
        ['with zero bytes in it', 'a\0b', 'okafor.txt', 'text.unreadable'],
        ['that is empty', '', 'okafor.txt', 'text.empty'],
      ])('%s is refused', async (_, text, name, code) => {
        expect(await attach(text, name)).toEqual({ status: 400, said: { code, values: { name } } });
        expect((await at.ask(`${where}/texts/d`)).status).toBe(404);
      });

      it('that is too large is refused', async () => {
        expect(await attach('a'.repeat(200_000), 'okafor.txt')).toMatchObject({
          status: 413,
          said: { code: 'server.tooLarge' },
        });
      });

      it('needs a report that is there', async () => {
        expect(await attach('words', 'okafor.txt', 'nobody')).toEqual({
          status: 400,
          said: { code: 'thing.missing', values: { thing: 'read.reports', id: 'nobody' } },
        });
        expect((await form('documents', {}, ['words', 'a.txt'])).said).toMatchObject({
          code: 'request.invalid',
          values: { where: 'report' },
        });
      });
    });
  });
}
