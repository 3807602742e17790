import type { Disagreements, NextToRead, Problem, Unreported } from '@throughline/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ImportId, asId } from '@throughline/core';
import { importFile } from '../import-file.js';

import { ana, ben, done, proposal, reviewId } from './review-file.js';
import type { AtThePlace, Place } from './place.js';

/** What a person has before them, wherever the workbench stands. */
export function readingSuite(place: Place): void {
  describe(place.name, { timeout: 20_000 }, () => {
    let desk: AtThePlace;
    const at = (path: string) => `/api/reviews/${reviewId}/${path}`;
    const asked = async <T>(path: string): Promise<T> => (await desk.get(at(path))).json<T>();
    const next = (stage: string, limit = 50) => asked<NextToRead>(`next?stage=${stage}&limit=${limit}`);
    const paper = (title: string, abstract = '') =>
      `TY  - JOUR\nAU  - Okafor, Ngozi\nTI  - ${title}\nPY  - 2017\nJO  - Sociology of Repair\n${abstract}ER  - \n\n`;
    const vote = (record: string, stage: string, answer: string, more: object = {}) =>
      proposal('vote.made', { id: `${record}.${stage}.${answer}`, record, stage, answer, ...more });

    beforeEach(async () => {
      desk = await place.open();
      const imported = async (name: string, id: string, text: string) => {
        const file = { name: `${id}.ris`, bytes: new TextEncoder().encode(text) };
        await importFile(desk.served.open, {
          source: { kind: 'database', name },
          file,
          import: asId<ImportId>(id),
          by: ana.person,
        });
      };
      await imported('MEDLINE', 'm', paper('Repair as company') + paper('Tools') + paper('Kettles'));
      await imported('Embase', 'e', paper('Repair as company', 'AB  - They talk.\n'));
      await done(desk.served.open, ana, proposal('duplicate-group.made', { id: 'g', records: ['m.1', 'e.1'] }));
    });
    afterEach(() => desk.leave());

    describe('the next records', () => {
      it('come with their fullest text and every source', async () => {
        const { works, left, done: read } = await next('title-abstract', 2);
        expect([works.length, left, read]).toEqual([2, 3, 0]);
        expect(works[0]).toMatchObject({
          record: 'm.1',
          records: ['m.1', 'e.1'],
          sources: ['MEDLINE', 'Embase'],
          reference: { title: 'Repair as company', abstract: 'They talk.', journal: 'Sociology of Repair', tags: [] },
        });
      });

      it('follow the votes to full text and to the reports', async () => {
        await done(
          desk.served.open,
          ana,
          vote('m.1', 'title-abstract', 'include'),
          vote('m.2', 'title-abstract', 'exclude'),
        );
        expect(await next('title-abstract')).toMatchObject({ left: 1, done: 2, works: [{ record: 'm.3' }] });
        expect(await next('full-text')).toMatchObject({ left: 1, done: 0, works: [{ record: 'm.1' }] });
        await done(desk.served.open, ana, vote('m.1', 'full-text', 'include'));
        expect(await next('full-text')).toMatchObject({ left: 0, done: 1, works: [] });
        expect(await asked<Unreported>('unreported')).toMatchObject({ total: 1, works: [{ record: 'm.1' }] });
        const report = { id: 'p', record: 'e.1', label: 'A', title: 'A', authors: [] };
        await done(desk.served.open, ana, proposal('report.made', report));
        expect(await asked<Unreported>('unreported')).toEqual({ total: 0, works: [] });
      });

      it('are asked for by a stage', async () => {
        expect(await asked<Problem>('next?stage=twice')).toMatchObject({
          code: 'request.invalid',
          values: { where: 'stage' },
        });
      });
    });

    describe('votes that differ', () => {
      it('are told with who said what, until they are settled', async () => {
        const card = 'a'.repeat(64);
        await done(desk.served.open, ana, vote('m.1', 'title-abstract', 'include', { note: 'unsure' }));
        await desk.inOtherHands(async (open) => {
          await done(open, ben, proposal('person.made', { id: 'ben', role: 'reviewer', card }));
          await done(open, ben, vote('e.1', 'title-abstract', 'exclude'));
        });
        if (!place.holder) {
          await desk.served.open.refresh();
          expect((await asked<Disagreements>('disagreements')).total).toBe(0);
          await done(desk.served.open, ana, proposal('vote-opening.made', { id: 'o', stage: 'title-abstract' }));
        }
        await expect.poll(async () => (await asked<Disagreements>('disagreements')).total).toBe(1);
        expect((await asked<Disagreements>('disagreements')).works).toMatchObject([
          {
            record: 'm.1',
            stage: 'title-abstract',
            votes: [
              { by: 'ana', answer: 'include', note: 'unsure' },
              { by: 'ben', answer: 'exclude' },
            ],
          },
        ]);
        const settled = { id: 's', record: 'm.1', stage: 'title-abstract', answer: 'include' };
        await done(desk.served.open, ana, proposal('settlement.made', settled));
        expect((await asked<Disagreements>('disagreements')).total).toBe(0);
      });
    });
  });
}
