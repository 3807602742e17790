import { Shelf, thawReview } from '@throughline/core';
import type {
  Findings,
  History,
  House,
  ProposeAnswer,
  RecordList,
  RecordView,
  ReviewCard,
  ReviewList,
  RoomView,
} from '@throughline/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFile } from '../import-file.js';

import { ana, ben, done, proposal, reviewId } from './review-file.js';
import type { AtThePlace, Place } from './place.js';

/** Every call about a review, wherever the workbench stands. */
export function workbenchSuite(place: Place): void {
  describe(place.name, { timeout: 20_000 }, () => {
    let desk: AtThePlace;
    const at = (path: string) => `/api/reviews/${reviewId}/${path}`;
    const propose = (...changes: object[]) => desk.send('POST', at('changes'), { changes });

    const paper = (title: string, doi: string, author = 'Moffatt, Suzanne') =>
      `TY  - JOUR\nAU  - ${author}\nTI  - ${title}\nPY  - 2017\nVL  - 7\nSP  - 40\nDO  - ${doi}\nER  - \n\n`;
    const search = (...papers: string[]) => ({ name: 'search.ris', bytes: new TextEncoder().encode(papers.join('')) });

    beforeAll(async () => {
      desk = await place.open();
      const { open } = desk.served;
      const file = search(
        paper('Link worker social prescribing', '10.1186/a'),
        paper('What general practice makes of it', '10.1186/b', 'Popay J'),
      );
      await importFile(open, {
        source: { kind: 'database', name: 'MEDLINE' },
        file,
        import: 'medline' as never,
        by: ana.person,
      });
      const other = search(
        paper('Link worker social prescribing.', '10.1186/A'),
        paper('Time with people who are alone', '10.1186/c', 'Steer M'),
      );
      await importFile(open, {
        source: { kind: 'database', name: 'Embase' },
        file: other,
        import: 'embase' as never,
        by: ana.person,
      });
      await done(
        open,
        ana,
        proposal('report.made', {
          id: 'moffatt',
          record: 'medline.1',
          label: 'Moffatt 2017',
          title: 'Link worker',
          authors: ['Moffatt S'],
        }),
      );
    });
    afterAll(() => desk.leave());

    describe('the reviews', () => {
      it('are listed with their titles and files', async () => {
        const { reviews } = (await desk.get('/api/reviews')).json<ReviewList>();
        expect(reviews).toEqual([
          { id: reviewId, title: 'Shared care', invented: false, file: 'shared-care.throughline' },
        ]);
      });

      it('get a new one beside the others, named after its title', async () => {
        const answer = await desk.send('POST', '/api/reviews', { title: 'Ärger / im ../Alltag?' });
        expect(answer.statusCode).toBe(201);
        const card = answer.json<ReviewCard>();
        expect(card).toMatchObject({ title: 'Ärger / im ../Alltag?', file: 'arger-im-alltag.throughline' });
        const house = (await desk.get(`/api/reviews/${card.id}/rooms/house`)).json<House>();
        expect(Object.values(house.people)).toEqual(['Ana Reyes']);
        if (!place.holder) return;
        expect((await desk.send('POST', '/api/reviews', { title: 'Ärger im Alltag' })).json<ReviewCard>().file).toBe(
          'arger-im-alltag-2.throughline',
        );
      });

      it.runIf(place.holder)('show a new name of the person at the machine', async () => {
        expect((await desk.send('PUT', '/api/me', { name: ' Ana R. ' })).json()).toEqual({
          person: 'ana',
          name: 'Ana R.',
        });
        expect((await desk.get(at('rooms/house'))).json<House>().people).toEqual({ ana: 'Ana R.' });
      });
    });

    describe('the house', () => {
      it('brings the small rooms whole, and the records that reports stand for', async () => {
        const house = (await desk.get(at('rooms/house'))).json<House>();
        const review = thawReview(house.frozen);
        expect([...review.gather.records].map(({ id }) => id)).toEqual(['medline.1']);
        expect(review.gather.sources.size).toBe(2);
        expect(review.read.reports.get('moffatt')?.label).toBe('Moffatt 2017');
        expect(house.counts).toMatchObject({ records: 4, reports: 1 });
        expect(house.progress).toMatchObject({
          gather: { sources: 2, imports: 2, records: 4 },
          screen: { works: 4, read: 0 },
          read: { reports: 1, studies: 1 },
        });
        expect(JSON.stringify(house)).not.toContain('"seq"');
      });

      it('gives one room alone, the others empty', async () => {
        const room = (await desk.get(at('rooms/read'))).json<RoomView>();
        const review = thawReview(room.frozen);
        expect(review.read.reports.size).toBe(1);
        expect(review.gather.sources).toEqual(Shelf.empty());
        expect((await desk.get(at('rooms/cellar'))).json()).toEqual({ code: 'server.notFound', values: {} });
      });
    });

    describe('changes', () => {
      it('are answered each for itself, refusals among the accepted', async () => {
        const level = proposal('level.made', { id: 'staff', name: 'Staff', order: 1 });
        const answer = await propose(
          level,
          proposal('level.made', { id: 'staff', name: 'Again', order: 2 }),
          proposal('claim.made', { id: 'c' }),
        );
        expect(answer.statusCode).toBe(200);
        const { answers } = answer.json<ProposeAnswer>();
        expect(answers[0]).toMatchObject({ accepted: { id: level.id, by: 'ana', kind: 'level.made' } });
        expect(answers[0]).not.toHaveProperty('accepted.seq');
        expect(answers[1]).toMatchObject({ refused: { code: 'thing.exists' } });
        expect(answers[2]).toMatchObject({ refused: { code: 'change.payloadInvalid' } });
      });

      it('are stored once when they are sent twice (L14)', async () => {
        const level = proposal('level.made', { id: 'system', name: 'System', order: 2 });
        const [first, again] = [await propose(level), await propose(level)];
        expect(again.json()).toEqual(first.json());
      });

      it('show both texts where two edited one field (L5)', async () => {
        const level = proposal('level.made', { id: 'both', name: 'As made', order: 3 });
        await propose(level, proposal('level.edited', { id: 'both', set: { name: 'Ana’s' } }));
        const late = await propose(
          proposal('level.edited', { id: 'both', set: { name: 'Ben’s' } }, { saw: { name: level.id } }),
        );
        expect(late.json<ProposeAnswer>().answers[0]).toMatchObject({
          refused: { code: 'field.changedSince', values: { present: 'Ana’s', proposed: 'Ben’s' } },
        });
      });

      it('that need bytes beside them are made elsewhere', async () => {
        const answer = await propose(proposal('source.imported', {}));
        expect([answer.statusCode, answer.json()]).toEqual([
          400,
          { code: 'change.elsewhere', values: { kind: 'source.imported' } },
        ]);
      });

      it('withdraw a content and leave its hash and the reason (L17)', async () => {
        const { card } = desk.served.review.floor.people.get('ana') ?? { card: '' };
        const name = async () => (await desk.get(at('rooms/house'))).json<House>().people;
        expect(await name()).toHaveProperty('ana');
        const refused = await propose(proposal('withdrawal.made', { id: 'w', content: card }));
        expect(refused.json<ProposeAnswer>().answers[0]).toHaveProperty('refused');
        expect(await name()).toHaveProperty('ana');
        const taken = await propose(
          proposal('level.made', { id: 'w1', name: 'A', order: 9 }),
          proposal('withdrawal.made', { id: 'w', content: card, reason: 'Asked for' }),
        );
        expect(taken.json<ProposeAnswer>().answers.map((each) => Object.keys(each)[0])).toEqual([
          'accepted',
          'accepted',
        ]);
        expect(await name()).not.toHaveProperty('ana');
        expect(await desk.served.keeper.content(card as never)).toEqual({ withdrawn: 'Asked for' });
      });

      it.each([null, 'x', []])('refuse a withdrawal that says %j', async (payload) => {
        const answer = await propose({ id: 'odd', kind: 'withdrawal.made', version: 1, payload });
        expect(answer.json<ProposeAnswer>().answers).toMatchObject([{ refused: { code: 'change.payloadInvalid' } }]);
      });

      it('can be read back, one thing at a time, page by page', async () => {
        const all = (
          await desk.get(at(`history?thing=${encodeURIComponent('synthesise.levels/both')}`))
        ).json<History>();
        expect(all.changes.map(({ kind }) => kind)).toEqual(['level.edited', 'level.made']);
        const first = (await desk.get(at('history?limit=2'))).json<History>();
        const next = (await desk.get(at(`history?limit=200&before=${first.more}`))).json<History>();
        expect(next.more).toBeUndefined();
        expect(first.changes.length + next.changes.length).toBe(desk.served.head);
        const brought = next.changes.find(({ kind }) => kind === 'source.imported');
        expect(brought?.payload).toMatchObject({ source: expect.any(String), format: 'ris' });
        expect(brought?.payload).not.toHaveProperty('records');
      });
    });

    describe('records', () => {
      it('come in pages, in the order of import', async () => {
        const first = (await desk.get(at('records?limit=3'))).json<RecordList>();
        expect(first.records.map(({ id }) => id)).toEqual(['medline.1', 'medline.2', 'embase.1']);
        expect(first.total).toBe(4);
        const rest = (
          await desk.get(at(`records?limit=3&after=${encodeURIComponent(first.next ?? '')}`))
        ).json<RecordList>();
        expect(rest.records.map(({ id }) => id)).toEqual(['embase.2']);
        expect(rest.next).toBeUndefined();
      });

      it('are found by their words, and by their import', async () => {
        const found = (await desk.get(at('records?text=general practice'))).json<RecordList>();
        expect(found).toMatchObject({ total: 1, records: [{ id: 'medline.2', lines: [10, 17] }] });
        expect((await desk.get(at('records?import=embase'))).json<RecordList>().total).toBe(2);
      });

      it('show their lines as they came, and what was decided', async () => {
        const record = (await desk.get(at('records/medline.1'))).json<RecordView>();
        expect(record.raw).toContain('TI  - Link worker social prescribing');
        expect(record.decided).toEqual({
          titleAbstract: 'unread',
          fullText: 'unread',
          by: 'database',
          inferred: false,
        });
        expect((await desk.get(at('records/medline.9'))).json()).toEqual({
          code: 'thing.notFound',
          values: { id: 'medline.9' },
        });
      });

      it('of an import that was taken back are not there any more', async () => {
        const { open } = desk.served;
        const file = search(paper('Bread', '10.1186/x', 'Baker A'), paper('Butter', '10.1186/y', 'Dairy B'));
        await importFile(open, {
          source: { kind: 'hand', name: 'Shelf' },
          file,
          import: 'hand' as never,
          by: ana.person,
        });
        expect((await desk.get(at('records'))).json<RecordList>().total).toBe(6);
        const change = open.review.gather.imports.get('hand')?.trail.made.change;
        await done(
          open,
          ana,
          proposal('change.undone', { change, writes: [{ do: 'remove', on: 'gather.imports', id: 'hand' }] }),
        );
        const left = (await desk.get(at('records'))).json<RecordList>();
        expect([left.total, left.records.length]).toEqual([4, 4]);
        expect((await desk.get(at('records?import=hand'))).json<RecordList>()).toEqual({ records: [], total: 0 });
        expect((await desk.get(at('records/hand.1'))).statusCode).toBe(404);
      });
    });

    describe('what is counted and found', () => {
      it('is the flow, with its two arms', async () => {
        const flow = (await desk.get(at('flow'))).json();
        expect(flow).toMatchObject({
          databases: { identified: { basis: 'held', value: 4 } },
          includedReports: { basis: 'held', value: 0 },
        });
      });

      it('are the contradictions, and changes that no longer apply', async () => {
        await done(
          desk.served.open,
          ana,
          proposal('claim.made', {
            id: 'lonely',
            text: 'Nobody says so',
            home: { on: 'level', id: 'staff' },
            support: [],
            order: 1,
          }),
        );
        const { findings } = (await desk.get(at('findings'))).json<Findings>();
        expect(findings.map(({ code }) => code)).toContain('claim.noSupport');
      });
    });

    describe('figures and documents', () => {
      it('are drawn from the review', async () => {
        for (const name of ['flow', 'line-of-argument', 'contributions']) {
          const answer = await desk.get(at(`figures/${name}.svg`));
          expect([name, answer.statusCode, answer.headers['content-type']]).toEqual([
            name,
            200,
            'image/svg+xml; charset=utf-8',
          ]);
          expect(answer.body).toContain('</svg>');
        }
        expect((await desk.get(at('figures/toString'))).statusCode).toBe(404);
      });

      it('are one page that says what the review says', async () => {
        const answer = await desk.get(at('documents/report.html'));
        expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
        expect(answer.headers['content-security-policy']).toContain('sandbox');
        expect(answer.body).toContain('Shared care');
      });
    });

    describe('bad requests', () => {
      const asked = async (answer: Promise<{ statusCode: number; json: () => { code: string } }>) => {
        const { statusCode, json } = await answer;
        return [statusCode, json().code];
      };

      it('are answered with a code and values', async () => {
        expect(await asked(desk.get('/api/reviews/nowhere/rooms/house'))).toEqual([404, 'review.unknown']);
        expect(await asked(desk.get('/api/nothing'))).toEqual([404, 'server.notFound']);
        expect(await asked(desk.get(at('records?limit=many')))).toEqual([400, 'request.invalid']);
        expect(await asked(desk.get(at('history?thing=claim')))).toEqual([400, 'request.invalid']);
        expect(await asked(desk.send('POST', at('changes'), { changes: [] }))).toEqual([400, 'request.invalid']);
        expect(await asked(desk.send('POST', at('sources'), {}))).toEqual([415, 'request.invalid']);
        expect(await asked(desk.get(at('texts/nothing')))).toEqual([404, 'thing.notFound']);
      });

      it('that are no JSON, or too much of it, are told so', async () => {
        const headers = { ...desk.headers, 'content-type': 'application/json' };
        const post = (payload: string) => desk.inject({ method: 'POST', url: at('changes'), headers, payload });
        expect(await asked(post('{"changes": ['))).toEqual([400, 'request.notJson']);
        expect(await asked(post(`{"a":"${'x'.repeat(17_000_000)}"}`))).toEqual([413, 'server.tooLarge']);
        const start = {
          method: 'POST',
          url: '/api/reviews',
          headers,
          payload: `{"title":"${'x'.repeat(1_100_000)}"}`,
        } as const;
        expect((await desk.inject(start)).json()).toEqual({ code: 'server.tooLarge', values: { limit: 1 } });
        expect(await asked(post('{"__proto__": {"changes": 1}}'))).toEqual([400, 'request.notJson']);
      });

      it('never fail for a reason nobody foresaw', () => {
        expect(desk.failed).toEqual([]);
      });
    });

    describe('L8 a draft of somebody else', () => {
      it('is in no answer, and in no count', async () => {
        const before = (await desk.get(at('rooms/house'))).json<House>();
        await desk.inOtherHands(async (open) => {
          await done(open, ben, proposal('person.made', { id: 'ben', role: 'reviewer', card: 'b'.repeat(64) }));
          await done(
            open,
            ben,
            proposal('memo.made', { id: 'secret', about: 'moffatt', text: 'A private doubt', audience: 'author' }),
          );
          await done(open, ben, proposal('memo.edited', { id: 'secret', set: { text: 'A private doubt, revised' } }));
        });
        await desk.served.open.refresh();
        const house = await desk.get(at('rooms/house'));
        expect(house.json<House>().progress.notes).toEqual(before.progress.notes);
        const paths = [
          'rooms/house',
          'rooms/notes',
          'history?limit=200',
          'history?thing=notes.memos/secret',
          'findings',
          'flow',
          'records',
          'duplicates',
          'duplicates/questions',
          'duplicates/sure',
          'duplicates/groups',
          'documents/report.html',
        ];
        for (const path of paths) {
          const answer = await desk.get(at(path));
          expect([path, answer.statusCode, /secret|private doubt/.test(answer.body)]).toEqual([path, 200, false]);
        }
      });

      it('cannot be told from nothing by whoever guesses its name', async () => {
        const answer = (kind: string, id: string, payload: object) => propose(proposal(kind, { id, ...payload }));
        const real = (await answer('memo.edited', 'secret', { set: { text: 'x' } })).json<ProposeAnswer>();
        const none = (await answer('memo.edited', 'nothing', { set: { text: 'x' } })).json<ProposeAnswer>();
        expect(JSON.stringify(real).replace('secret', 'nothing')).toBe(JSON.stringify(none));
      });
    });
  });
}
