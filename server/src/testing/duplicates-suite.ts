import type {
  Disagreements,
  DuplicateCounts,
  GroupedSure,
  Problem,
  ProposalAnswer,
  Questions,
  RecordView,
  SourceOverlaps,
  StandingGroups,
  SureGroups,
} from '@throughline/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFile } from '../import-file.js';
import type { AtThePlace, Place } from './place.js';
import { ana, ben, done, proposal, reviewId } from './review-file.js';

interface Paper {
  readonly title: string;
  readonly by?: string;
  readonly year?: number;
  readonly doi?: string;
  readonly start?: number;
  readonly abstract?: string;
}

const ris = (papers: readonly Paper[]): Uint8Array =>
  new TextEncoder().encode(
    papers
      .map(({ title, by = 'Moffatt, Suzanne', year = 2017, doi, start = 40, abstract }) =>
        [
          'TY  - JOUR',
          `AU  - ${by}`,
          `TI  - ${title}`,
          `PY  - ${year}`,
          'JO  - BMJ Open',
          'VL  - 7',
          `SP  - ${start}`,
          `EP  - ${start + 9}`,
          ...(doi === undefined ? [] : [`DO  - ${doi}`]),
          ...(abstract === undefined ? [] : [`AB  - ${abstract}`]),
          'ER  - \n\n',
        ].join('\n'),
      )
      .join(''),
  );

const links: Paper = { title: 'Link worker social prescribing for long-term conditions', doi: '10.1136/bmjopen-a' };
const lonely: Paper = { title: 'Time with people who are alone: a qualitative study', by: 'Steer, Mary', start: 77 };
/** Nobody groups it unasked: all is the same but where it stands in the volume. */
const elsewhere: Paper = { ...lonely, start: 11 };
const kettles: Paper = { title: 'Kettles in the consulting room', by: 'Okafor, Ben', doi: '10.1136/bmjopen-k' };

/** Duplicates as they are found, asked about, grouped and taken back, wherever the workbench stands. */
export function duplicatesSuite(place: Place): void {
  describe(`duplicates ${place.name}`, { timeout: 20_000 }, () => {
    let at: AtThePlace;
    beforeEach(async () => {
      at = await place.open();
    });
    afterEach(() => at.leave());

    const where = `/api/reviews/${reviewId}`;
    const brings = (id: string, papers: readonly Paper[], kind: 'database' | 'alert' = 'database') =>
      importFile(at.served.open, {
        source: { kind, name: id.toUpperCase() },
        file: { name: `${id}.ris`, bytes: ris(papers) },
        import: id as never,
        by: ana.person,
      });
    async function asks<T>(path: string): Promise<T> {
      const answer = await at.get(`${where}/${path}`);
      expect([path, answer.statusCode]).toEqual([path, 200]);
      return answer.json<T>();
    }
    const counts = () => asks<DuplicateCounts>('duplicates');
    const groups = async (body: object = {}) =>
      (await at.send('POST', `${where}/duplicates/sure`, body)).json<GroupedSure>();
    const undoes = async (id: string, change: string | undefined) =>
      (await at.send('POST', `${where}/undo`, { id, change })).json<ProposalAnswer>();

    it('are nothing in an empty review, and compared for nobody', async () => {
      expect(await counts()).toEqual({
        ...{ records: 0, groups: 0, leftOut: 0, sureGroups: 0, sureLeave: 0, questions: 0, distinct: 0 },
      });
      expect(await groups()).toEqual({ groups: 0, records: 0, changes: [] });
    });

    it('that are sure are told with their records, sources and reasons', async () => {
      await brings('medline', [links, lonely]);
      await brings('embase', [kettles, links]);
      expect(await counts()).toMatchObject({ records: 4, groups: 0, leftOut: 0, sureGroups: 1, sureLeave: 1 });
      const sure = await asks<SureGroups>('duplicates/sure');
      expect(sure).toMatchObject({ total: 1, groups: [{ id: 'embase.2', takes: [] }] });
      expect(sure.groups[0]?.records.map(({ id, source }) => [id, source])).toEqual([
        ['embase.2', 'EMBASE'],
        ['medline.1', 'MEDLINE'],
      ]);
      expect(sure.groups[0]?.why.agree).toContain('doi');
      expect(sure.groups[0]?.why.contradict).toEqual([]);
    });

    it('that are sure become groups by one change, and one undo takes all of them back', async () => {
      await brings('medline', [links, kettles, lonely]);
      await brings('embase', [kettles, links]);
      const made = await groups();
      expect(made).toMatchObject({ groups: 2, records: 4, changes: [expect.any(String)] });
      expect(await counts()).toMatchObject({ records: 5, groups: 2, leftOut: 2, sureGroups: 0, sureLeave: 0 });
      const standing = await asks<StandingGroups>('duplicates/groups');
      expect(standing).toMatchObject({ total: 2, groups: [{ how: 'sure', by: 'ana', votes: 0, disagree: false }, {}] });
      expect((await asks<RecordView>('records/medline.1')).group).toBe(
        standing.groups.find(({ records }) => records.some(({ id }) => id === 'medline.1'))?.id,
      );
      expect(await groups()).toEqual({ groups: 0, records: 0, changes: [] });
      expect(await undoes('undo-1', made.changes[0])).toMatchObject({ accepted: { kind: 'change.undone' } });
      expect(await undoes('undo-1', made.changes[0])).toMatchObject({ accepted: { id: 'undo-1' } });
      expect(await counts()).toMatchObject({ groups: 0, leftOut: 0, sureGroups: 2 });
      expect((await asks<RecordView>('records/medline.1')).group).toBeUndefined();
    });

    it('are grouped one by one where only some are named', async () => {
      await brings('medline', [links, kettles]);
      await brings('embase', [kettles, links]);
      expect(await groups({ only: ['embase.1', 'nowhere.1'] })).toMatchObject({ groups: 1, records: 2 });
      expect((await asks<SureGroups>('duplicates/sure')).groups.map(({ id }) => id)).toEqual(['embase.2']);
    });

    it('join a group that stands when a later file brings one more', async () => {
      await brings('medline', [links]);
      await brings('embase', [links]);
      await groups();
      const [before] = (await asks<StandingGroups>('duplicates/groups')).groups;
      await brings('scopus', [links, lonely]);
      expect(await counts()).toMatchObject({ records: 4, groups: 1, leftOut: 1, sureGroups: 1, sureLeave: 1 });
      expect((await asks<SureGroups>('duplicates/sure')).groups[0]?.takes).toEqual([before?.id]);
      const { changes } = await groups();
      expect(await counts()).toMatchObject({ groups: 1, leftOut: 2, sureGroups: 0 });
      expect((await undoes('undo-1', changes[0])) as object).toHaveProperty('accepted');
      expect((await asks<StandingGroups>('duplicates/groups')).groups.map(({ id }) => id)).toEqual([before?.id]);
    });

    it('are asked about once, and never again once they are found different', async () => {
      await brings('medline', [lonely, links]);
      await brings('embase', [elsewhere]);
      const { questions, total } = await asks<Questions>('duplicates/questions');
      expect(total).toBe(1);
      expect(questions[0]).toMatchObject({
        a: { id: 'embase.1', source: 'EMBASE' },
        b: { id: 'medline.1', source: 'MEDLINE' },
        works: [['embase.1'], ['medline.1']],
      });
      expect(questions[0]?.why.agree).toContain('title');
      expect(questions[0]?.why.contradict).toContain('pages');
      const distinct = proposal('distinct.made', { id: 'd', records: ['embase.1', 'medline.1'] });
      await at.send('POST', `${where}/changes`, { changes: [distinct] });
      expect(await asks<Questions>('duplicates/questions')).toEqual({ questions: [], total: 0 });
      expect(await counts()).toMatchObject({ questions: 0, distinct: 1 });
      expect(await undoes('undo-1', distinct.id)).toHaveProperty('accepted');
      expect((await asks<Questions>('duplicates/questions')).questions[0]?.id).toBe(questions[0]?.id);
    });

    it('are told page by page, and go on where they were when something is answered meanwhile', async () => {
      const pairs = Array.from({ length: 7 }, (_, n) => ({
        ...lonely,
        title: `Time with people who are alone in ${towns[n]}: a qualitative study`,
        by: `${towns[n]}, Mary`,
      }));
      await brings('medline', pairs);
      await brings(
        'embase',
        pairs.map((each) => ({ ...each, start: 11 })),
      );
      const first = await asks<Questions>('duplicates/questions?limit=3');
      expect(first).toMatchObject({ total: 7, questions: [{}, {}, {}] });
      const [answered] = first.questions;
      const records = [answered?.a.id, answered?.b.id];
      await done(at.served.open, ana, proposal('distinct.made', { id: 'd', records }));
      const seen = first.questions.map(({ id }) => id);
      let next = first.next;
      while (next !== undefined) {
        const page: Questions = await asks(`duplicates/questions?limit=3&after=${encodeURIComponent(next)}`);
        seen.push(...page.questions.map(({ id }) => id));
        ({ next } = page);
      }
      expect(seen).toHaveLength(7);
      expect(new Set(seen).size).toBe(7);
    });

    it('are compared as they are corrected, and as long as their import stands', async () => {
      await brings('medline', [lonely, links]);
      await brings('embase', [elsewhere]);
      await brings('scopus', [kettles]);
      expect(await counts()).toMatchObject({ questions: 1, sureGroups: 0 });
      const { title, doi } = links;
      const said = { title, doi, authors: ['Moffatt, Suzanne'], pages: '40-49' };
      await done(at.served.open, ana, proposal('correction.made', { id: 'c', record: 'scopus.1', ...said }));
      expect(await counts()).toMatchObject({ sureGroups: 1 });
      const { made } = at.served.review.gather.imports.get('embase')?.trail ?? {};
      expect(await undoes('undo-1', made?.change)).toHaveProperty('accepted');
      expect(await counts()).toMatchObject({ records: 3, questions: 0 });
    });

    it('of an alert are asked about and never sure', async () => {
      await brings('medline', [links]);
      const { doi: _, ...cut } = links;
      await brings('google', [cut], 'alert');
      expect(await counts()).toMatchObject({ sureGroups: 0, questions: 1 });
    });

    it('in groups are found by their words, the newest first', async () => {
      await brings('medline', [links, kettles]);
      await brings('embase', [{ ...links, abstract: 'What link workers do.' }, kettles]);
      await done(
        at.served.open,
        ana,
        proposal('duplicate-group.made', { id: 'g1', records: ['medline.1', 'embase.1'] }, { because: 'One DOI' }),
        proposal('duplicate-group.made', { id: 'g2', records: ['medline.2', 'embase.2'] }),
      );
      const first = await asks<StandingGroups>('duplicates/groups?limit=1');
      expect([first.groups[0]?.id, first.total, first.next]).toEqual(['g2', 2, 'g2']);
      const rest = await asks<StandingGroups>('duplicates/groups?limit=1&after=g2');
      expect(rest).toMatchObject({ groups: [{ id: 'g1', how: 'hand', because: 'One DOI' }], total: 2 });
      expect(rest.next).toBeUndefined();
      const found = await asks<StandingGroups>('duplicates/groups?text=prescribing conditions');
      expect(found).toMatchObject({ total: 1, groups: [{ id: 'g1' }] });
      expect(found.groups[0]?.shown).toMatchObject({ abstract: 'What link workers do.', doi: '10.1136/bmjopen-a' });
      expect(found.groups[0]?.from.abstract).toBe('embase.1');
      expect(await asks<StandingGroups>('duplicates/groups?text=nothing')).toEqual({ groups: [], total: 0 });
      expect(await asks<StandingGroups>('duplicates/groups?group=g1')).toMatchObject({
        total: 1,
        groups: [{ id: 'g1' }],
      });
      expect(await asks<StandingGroups>('duplicates/groups?group=none')).toEqual({ groups: [], total: 0 });
      expect(await asks<SourceOverlaps>('overlap')).toMatchObject({
        sources: [
          { name: 'MEDLINE', records: 2, works: 2, only: 0, also: 2 },
          { name: 'EMBASE', records: 2, works: 2, only: 0, also: 2 },
        ],
        shared: [
          [2, 2],
          [2, 2],
        ],
      });
    });

    it('whose votes disagree say so, and are read with the best of each field', async () => {
      await brings('medline', [links]);
      await brings('embase', [{ ...links, abstract: 'What link workers do.' }]);
      await at.inOtherHands((open) =>
        done(open, ana, proposal('person.made', { id: ben.person, role: 'lead', card: 'b'.repeat(64) })),
      );
      const vote = (record: string, answer: string) =>
        proposal('vote.made', { id: `v-${record}`, record, stage: 'title-abstract', answer });
      await done(at.served.open, ana, vote('medline.1', 'include'));
      await done(at.served.open, ben, vote('embase.1', 'exclude'));
      await done(at.served.open, ana, proposal('vote-opening.made', { id: 'o', stage: 'title-abstract' }));
      await groups();
      const { works } = await asks<Disagreements>('disagreements');
      expect(works).toMatchObject([
        { records: ['embase.1', 'medline.1'], reference: { abstract: 'What link workers do.' } },
      ]);
      expect((await asks<StandingGroups>('duplicates/groups')).groups).toMatchObject([{ votes: 2, disagree: true }]);
    });

    it('that were settled otherwise say which settlements a new one settles anew', async () => {
      await brings('medline', [links]);
      await brings('embase', [links]);
      await at.inOtherHands((open) =>
        done(open, ana, proposal('person.made', { id: ben.person, role: 'lead', card: 'b'.repeat(64) })),
      );
      const said = (id: string, record: string, answer: string) => ({ id, record, stage: 'title-abstract', answer });
      for (const record of ['medline.1', 'embase.1']) {
        const answer = record === 'medline.1' ? 'include' : 'exclude';
        await done(at.served.open, ana, proposal('vote.made', said(`a-${record}`, record, 'include')));
        await done(at.served.open, ben, proposal('vote.made', said(`b-${record}`, record, 'exclude')));
        await done(at.served.open, ana, proposal('settlement.made', said(`s-${record}`, record, answer)));
      }
      await done(at.served.open, ana, proposal('vote-opening.made', { id: 'o', stage: 'title-abstract' }));
      await groups();
      const { works } = await asks<Disagreements>('disagreements');
      expect(works).toMatchObject([{ votes: [{}, {}, {}, {}] }]);
      expect(works[0]?.settlements?.toSorted()).toEqual(['s-embase.1', 's-medline.1']);
    });

    it('of somebody else’s that may not be seen cannot be told from none by taking it back', async () => {
      await at.inOtherHands((open) =>
        done(open, ana, proposal('person.made', { id: ben.person, role: 'lead', card: 'b'.repeat(64) })),
      );
      const note = proposal('memo.made', { id: 'secret', about: 'x', text: 'Private', audience: 'author' });
      await done(at.served.open, ben, note);
      const refused = (change: string) => ({ refused: { code: 'undo.nothing', values: { change } } });
      expect(await undoes('undo-1', note.id)).toEqual(refused(note.id));
      expect(await undoes('undo-2', 'nowhere')).toEqual(refused('nowhere'));
    });

    it('are refused in words where the call is a wrong one', async () => {
      const answer = await at.send('POST', `${where}/duplicates/sure`, { only: 'all' });
      expect([answer.statusCode, answer.json<Problem>().code]).toEqual([400, 'request.invalid']);
    });
  });
}

const towns = ['Leeds', 'Hull', 'Crewe', 'Truro', 'Derry', 'Perth', 'Neath'];
