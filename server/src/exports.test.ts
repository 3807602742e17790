import { type Format, type FoundRecord, formats, summarise } from '@throughline/formats';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writableFormats } from './exports/writable.js';
import type { AtThePlace } from './testing/place.js';
import { desk, onAFolder } from './testing/places.js';
import { ben, done, proposal, reviewId } from './testing/review-file.js';

const where = `/api/reviews/${reviewId}`;
const ris = ['Link workers', 'Waiting rooms', 'Neighbours who knock']
  .map(
    (title) => `TY  - JOUR\nTI  - ${title}\nAU  - Okafor, Chidi\nPY  - 2017\nDO  - 10.5555/${title.length}\nER  - \n`,
  )
  .join('\n');

async function* once(bytes: Uint8Array) {
  yield bytes;
}

async function readIn(format: Format, bytes: Uint8Array): Promise<FoundRecord[]> {
  const records: FoundRecord[] = [];
  await summarise(format.read(once(bytes)), (record) => {
    records.push(record);
  });
  return records;
}

for (const place of [desk, onAFolder]) {
  describe(`records taken away, ${place.name}`, () => {
    let at: AtThePlace;
    beforeEach(async () => {
      at = await place.open();
      const body = new FormData();
      for (const [name, value] of Object.entries({ kind: 'database', name: 'MEDLINE', import: 'i' }))
        body.append(name, value);
      body.append('file', new Blob([ris]), 'medline.ris');
      expect((await at.ask(`${where}/sources`, { method: 'POST', body })).status).toBe(200);
    });
    afterEach(() => at.leave());

    const does = async (...changes: readonly ReturnType<typeof proposal>[]) =>
      expect((await at.send('POST', `${where}/changes`, { changes })).json()).not.toMatchObject({
        answers: expect.arrayContaining([{ refused: expect.anything() }]),
      });
    const vote = (record: string, stage: string, answer: string, more: object = {}) =>
      proposal('vote.made', { id: `v-${record}-${stage}`, record, stage, answer, ...more });
    const taken = async (format: Format, question = '') => {
      const answer = await at.get(`${where}/exports/${format.name}${question}`);
      return { answer, records: await readIn(format, new Uint8Array(answer.rawPayload)) };
    };

    it.each(writableFormats.map((format) => [format.label, format] as const))(
      'read again from %s with decisions, reasons and groups',
      async (_, format) => {
        await does(
          vote('i.1', 'title-abstract', 'include'),
          vote('i.1', 'full-text', 'exclude', { reason: 'No voices; "design"', note: 'Ask Ben,\nhe knows' }),
          vote('i.2', 'title-abstract', 'maybe'),
          proposal('duplicate-group.made', { id: 'g1', records: ['i.2', 'i.3'] }),
        );
        const { records } = await taken(format);
        expect(records.map(({ reference: { title } }) => title)).toEqual([
          'Link workers',
          'Waiting rooms',
          'Neighbours who knock',
        ]);
        expect(records.map(({ group }) => group)).toEqual([undefined, 'g1', 'g1']);
        const by = 'Ana Reyes';
        const nothing = { reasons: [], labels: [], notes: [] };
        expect(records.map(({ decided = [] }) => decided)).toEqual([
          [
            { ...nothing, by, stage: 'title-abstract', answer: 'include' },
            {
              ...nothing,
              ...{ by, stage: 'full-text', answer: 'exclude' },
              reasons: ['No voices; "design"'],
              notes: ['Ask Ben,\nhe knows'],
            },
          ],
          [{ ...nothing, by, stage: 'title-abstract', answer: 'maybe' }],
          [],
        ]);
      },
    );

    it('are only those that came through, where that is asked', async () => {
      await does(vote('i.3', 'title-abstract', 'include'), vote('i.3', 'full-text', 'include'));
      const [format] = formats;
      if (format === undefined) return;
      const { records, answer } = await taken(format, '?only=included');
      expect(records.map(({ reference: { title } }) => title)).toEqual(['Neighbours who knock']);
      expect(answer.headers['content-disposition']).toBe("attachment; filename*=UTF-8''shared-care.ris");
    });

    it('have no votes that are hidden from whoever takes them', async () => {
      await does(proposal('person.made', { id: ben.person, role: 'reviewer', card: 'b'.repeat(64) }));
      const hidden = { id: 'v-ben', record: 'i.1', stage: 'title-abstract', answer: 'exclude' };
      await at.inOtherHands((open) => done(open, ben, proposal('vote.made', hidden)));
      const [format] = formats;
      if (format === undefined) return;
      await expect.poll(() => at.served.open.review.screen.votes.size).toBe(1);
      const { records } = await taken(format);
      expect(records.flatMap(({ decided = [] }) => decided)).toHaveLength(place.holder ? 1 : 0);
    });

    it('say what was corrected, and not what the source said', async () => {
      await does(proposal('correction.made', { id: 'c1', record: 'i.2', title: 'Waiting', without: ['year'] }));
      const [format] = formats;
      if (format === undefined) return;
      const [, second] = (await taken(format)).records;
      expect(second?.reference).toMatchObject({ title: 'Waiting', authors: ['Okafor, Chidi'] });
      expect(second?.reference.year).toBeUndefined();
    });

    it('come in formats that there are', async () => {
      expect((await at.get(`${where}/exports/papyrus`)).statusCode).toBe(404);
    });
  });
}
