import type { OpenReview } from '@throughline/storage';
import type {
  FileReading,
  GoodReading,
  ImportAnswer,
  ImportReport,
  Problem,
  Readings,
  ReadingOfFile,
  RecordList,
  RecordView,
} from '@throughline/wire';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Of } from '@throughline/storage';
import { ben, done, ana, proposal, reviewId } from './review-file.js';
import type { AtThePlace, Place } from './place.js';

/** Files of references as people look at them, take them in, and come back to them, wherever the workbench stands. */
export function gatheringSuite(place: Place): void {
  describe(`gathering ${place.name}`, { timeout: 20_000 }, () => {
    let at: AtThePlace;
    beforeEach(async () => {
      at = await place.open({ largestUpload: 3_000_000 });
    });
    afterEach(() => at.leave());

    const where = `/api/reviews/${reviewId}`;
    type Fields = Readonly<Record<string, string>>;
    async function sent<T>(path: string, fields: Fields, file: string | Uint8Array<ArrayBuffer>, name = 'search.ris') {
      const body = new FormData();
      for (const [field, value] of Object.entries(fields)) body.append(field, value);
      body.append('file', new Blob([file]), name);
      const answer = await at.ask(`${where}/${path}`, { method: 'POST', body });
      return { status: answer.status, said: (await answer.json()) as T & Problem };
    }
    const looks = (fields: Fields, file: string | Uint8Array<ArrayBuffer>, name?: string) =>
      sent<Readings>('readings', fields, file, name);
    const takes = (fields: Fields, file: string | Uint8Array<ArrayBuffer>, name?: string) =>
      sent<ImportAnswer>('sources', fields, file, name);
    async function asks<T>(path: string): Promise<T> {
      const answer = await at.ask(`${where}/${path}`);
      expect(answer.status).toBe(200);
      return (await answer.json()) as T;
    }
    const does = (...changes: Parameters<typeof proposal>[]) =>
      at.inOtherHands((open) => done(open, ana, ...changes.map((change) => proposal(...change))));
    const benJoins = () => does(['person.made', { id: ben.person, role: 'reviewer', card: 'b'.repeat(64) }]);
    const votes = () => at.inOtherHands(async ({ review }: OpenReview) => [...review.screen.votes]);

    describe('a file that is looked at', () => {
      it('is shown as it would be read, and nothing is stored', async () => {
        const { head } = at.served;
        const text = `${ris({ TI: 'Kettles', PY: '2011', ZZ: 'odd' })}stray words\n`;
        const { said } = await looks({}, text);
        const [file] = said.files as [ReadingOfFile & GoodReading];
        expect(file).toMatchObject({
          name: 'search.ris',
          bytes: text.length,
          content: sha256Of(text),
          format: { id: 'ris' },
          report: { read: 1, refused: 0, unread: [{ from: 6, to: 6, text: 'stray words' }], unreadTotal: 1 },
          first: [{ lines: [1, 5], reference: { title: 'Kettles', year: 2011, tags: [] } }],
          people: [],
          groups: 0,
        });
        expect(file.first[0]?.raw).toContain('TI  - Kettles');
        expect(file.others.map(({ id }) => id)).toContain('reference-list');
        expect(file).not.toHaveProperty('before');
        expect(at.served.head).toBe(head);
      });

      it('shows ten records, and says whose decisions and which groups are in all', async () => {
        const text = [...Array(12).keys()]
          .map((n) =>
            ris({
              TI: `Kettles ${n}`,
              N1: `Throughline: {"decision":{"by":"Nneka","answer":"${n < 8 ? 'exclude' : 'include'}","stage":"title-abstract","labels":["tea"]}}`,
              ...(n < 2 ? { C1: 'x' } : {}),
            }),
          )
          .join('');
        const [file] = (await looks({}, text)).said.files as [ReadingOfFile & GoodReading];
        expect(file.first).toHaveLength(10);
        expect(file.people).toEqual([
          { by: 'Nneka', stage: 'title-abstract', include: 4, exclude: 8, maybe: 0, labels: 12, notes: 0 },
        ]);
      });

      it('is told apart where an archive holds several, each for itself', async () => {
        const archive = zipFile({
          'ovid/medline.ris': ris({ TI: 'Kettles' }),
          'picture.png': '\u0000\u0001',
          'empty/': '',
        });
        const { said } = await looks({}, archive, 'searches.zip');
        expect(said.files).toMatchObject([
          { part: 'ovid/medline.ris', format: { id: 'ris' }, report: { read: 1 } },
          { part: 'picture.png', problem: { code: 'format.binary' }, others: [] },
        ]);
        expect(said.passedOver).toEqual([{ path: 'empty/', reason: 'folder' }]);
        const one = await looks({ part: 'ovid/medline.ris' }, archive, 'searches.zip');
        expect(one.said.files).toHaveLength(1);
        expect(await looks({ part: 'nowhere' }, archive, 'searches.zip')).toMatchObject({
          status: 400,
          said: { code: 'import.partMissing' },
        });
      });

      it('is read in another format where somebody says so', async () => {
        const list = '1. Okafor N. Kettles. Mending. 2011;3:1–9.\n2. Lund C. Tea. Mending. 2012;4:2–8.\n';
        const [file] = (await looks({ format: 'reference-list' }, list, 'refs.ris')).said.files;
        expect(file).toMatchObject({ format: { id: 'reference-list' }, report: { read: 2 } });
        expect((await looks({ format: 'nonsense' }, list)).said.code).toBe('request.invalid');
      });

      it('says that it was imported before, and what a comparison would find', async () => {
        const first = ris({ TI: 'Kettles', AN: 'E-1' }) + ris({ TI: 'Tea', AN: 'E-2' });
        const { source } = (await takes(medline, first)).said;
        const again = (await looks({ source }, first)).said.files[0];
        expect(again).toMatchObject({
          before: { source, sourceName: 'MEDLINE', read: 2 },
          compared: { fresh: 0, known: 2, gone: 0 },
        });
        const later = ris({ TI: 'Kettles, revised', AN: 'E-1' }) + ris({ TI: 'Cups', AN: 'E-3' });
        expect((await looks({ source }, later)).said.files[0]).toMatchObject({
          compared: { fresh: 1, known: 1, gone: 1 },
        });
      });

      it('has a problem with words where it cannot be read', async () => {
        const files: FileReading[] = (await looks({}, '\u0000\u0001\u0002', 'noise.ris')).said.files as FileReading[];
        expect(files).toMatchObject([
          { problem: { code: 'format.binary', values: { name: 'noise.ris' } }, others: [] },
        ]);
      });
    });

    describe('a file of an archive', () => {
      it('is taken in by its path, and remembers what it came in', async () => {
        const archive = zipFile({ 'a.ris': ris({ TI: 'Kettles' }), 'b.ris': ris({ TI: 'Tea' }) });
        expect(await takes(medline, archive, 'all.zip')).toMatchObject({
          status: 400,
          said: { code: 'import.whichPart', values: { name: 'all.zip', parts: ['a.ris', 'b.ris'] } },
        });
        const { said } = await takes({ ...medline, part: 'b.ris' }, archive, 'all.zip');
        expect(said).toMatchObject({
          read: 1,
          file: { name: 'b.ris', within: 'all.zip', content: sha256Of(ris({ TI: 'Tea' })) },
        });
        expect(await asks<ImportReport>(`imports/${said.import}/report`)).toMatchObject({
          read: 1,
          file: { name: 'b.ris', within: 'all.zip' },
        });
      });

      it('needs no path where it is the only one', async () => {
        expect((await takes(medline, zipFile({ 'a.ris': ris({ TI: 'Kettles' }) }), 'one.zip')).said.read).toBe(1);
      });
    });

    describe('a search that was run again', () => {
      it('brings only what is new, and says what was known and what did not come again', async () => {
        const old = ['E-1', 'E-2', 'E-3'].map((AN) => ris({ TI: `Paper ${AN}`, AN })).join('');
        const { source } = (await takes(medline, old)).said;
        const later = ['E-3', 'E-4', 'E-1'].map((AN) => ris({ TI: `Paper ${AN}`, AN, Y2: '2026' })).join('');
        const { said } = await takes({ source, compare: 'true', import: 'again' }, later);
        expect(said).toMatchObject({ read: 3, entered: 1, knownTotal: 2, gone: 1 });
        expect(said.known.map(({ number, label }) => [number, label])).toEqual([
          [1, 'Paper E-3'],
          [3, 'Paper E-1'],
        ]);
        const { records, total } = await asks<RecordList>(`records?source=${source}`);
        expect([total, records.map(({ reference }) => reference.accession)]).toEqual([4, ['E-1', 'E-2', 'E-3', 'E-4']]);
        const report = await asks<ImportReport>('imports/again/report');
        expect(report).toMatchObject({ read: 3, entered: 1, known: said.known, knownTotal: 2 });
        expect((await asks<RecordList>('records?import=again')).records.map(({ number }) => number)).toEqual([2]);
      });
    });

    describe('decisions that come along', () => {
      const decided = (by: string, answer: string, stage: string, more = '') =>
        `Throughline: {"decision":{"by":"${by}","answer":"${answer}","stage":"${stage}"${more}}}`;

      it('become votes of those whose they are, with reasons, labels and notes', async () => {
        await benJoins();
        const text =
          ris({
            TI: 'Kettles',
            N1: decided(
              'B.O.',
              'exclude',
              'title-abstract',
              ',"reasons":["wrong setting"],"labels":["tea"],"notes":["ask Ana"]',
            ),
          }) +
          ris({ TI: 'Tea', N1: decided('B.O.', 'exclude', 'full-text') }) +
          ris({ TI: 'Cups', N1: decided('Somebody', 'include', 'title-abstract') });
        const said = [{ by: 'B.O.', person: ben.person, stage: 'title-abstract' }];
        const answer = await takes({ ...medline, votes: JSON.stringify(said), import: 'i' }, text);
        expect(answer.said.votes).toEqual([
          { by: 'B.O.', person: 'ben', made: 2, standing: 0, refused: {}, unanswered: 0 },
        ]);
        const [first, second, third] = await votes();
        expect(first).toMatchObject({
          record: 'i.1',
          stage: 'title-abstract',
          answer: 'exclude',
          reason: 'wrong setting',
          note: 'ask Ana\nLabels: tea.',
          trail: { made: { by: 'ben', because: 'Decided by B.O. in search.ris.' } },
        });
        expect(second).toMatchObject({
          record: 'i.2',
          stage: 'full-text',
          reason: 'No reason was given in search.ris.',
        });
        expect(third).toBeUndefined();
      });

      it('never touch a vote that stands', async () => {
        await benJoins();
        const text = (TI: string, answer: string) => ris({ TI, AN: 'E-1', N1: decided('', answer, 'title-abstract') });
        const said = JSON.stringify([{ by: '', person: ben.person, stage: 'full-text' }]);
        const { source } = (await takes({ ...medline, votes: said }, text('Kettles', 'include'))).said;
        const again = await takes({ source, compare: 'true', votes: said }, text('Kettles again', 'exclude'));
        expect(again.said).toMatchObject({ entered: 0, votes: [{ made: 0, standing: 1 }] });
        expect((await votes()).map(({ answer }) => answer)).toEqual(['include']);
      });

      it('follow, where the same file comes once more with whose they are', async () => {
        const text = ris({ TI: 'Kettles', N1: decided('', 'include', 'title-abstract') });
        const said = JSON.stringify([{ by: '', person: ana.person, stage: 'full-text' }]);
        await takes(medline, text);
        for (const _ of ['once', 'and once more'])
          expect((await takes({ ...medline, votes: said }, text)).said).toMatchObject({
            entered: 0,
            votes: [{ made: 1 }],
          });
        expect((await votes()).map(({ answer }) => answer)).toEqual(['include']);
        expect((await asks<RecordList>('records')).total).toBe(1);
      });

      it('are those of somebody on the team', async () => {
        const said = JSON.stringify([{ by: '', person: 'nobody', stage: 'full-text' }]);
        expect(await takes({ ...medline, votes: said }, ris({ TI: 'Kettles' }))).toMatchObject({
          status: 400,
          said: { code: 'thing.missing', values: { thing: 'person', id: 'nobody' } },
        });
        expect((await takes({ ...medline, votes: '[' }, ris({ TI: 'Kettles' }))).said.code).toBe('request.invalid');
        expect((await asks<RecordList>('records')).total).toBe(0);
      });

      it('and duplicate groups, where they are wanted', async () => {
        const text = ['g', 'g', 'h']
          .map((group, n) => ris({ TI: `Tea ${n}`, N1: `Throughline: {"group":"${group}"}` }))
          .join('');
        const [file] = (await looks({}, text)).said.files as [ReadingOfFile & GoodReading];
        expect(file.groups).toBe(1);
        expect((await takes({ ...medline, groups: 'true', import: 'i' }, text)).said.groups).toBe(1);
        const groups = await at.inOtherHands(async ({ review }) => [...review.gather.groups]);
        expect(groups.map(({ records, how }) => [records, how])).toEqual([[['i.1', 'i.2'], 'file']]);
      });

      it('whole, where one person decided on two records of one group', async () => {
        await benJoins();
        const decided = (answer: string) =>
          `Throughline: {"decision":{"by":"B. Okafor","answer":"${answer}","stage":"title-abstract"}}`;
        const text = ['include', 'exclude']
          .map((answer, n) => ris({ TI: `Tea ${n}`, N1: `Throughline: {"group":"g"}\nN1  - ${decided(answer)}` }))
          .join('');
        const votesOfBen = JSON.stringify([{ by: 'B. Okafor', person: ben.person, stage: 'title-abstract' }]);
        const { said } = await takes({ ...medline, groups: 'true', votes: votesOfBen }, text);
        expect(said).toMatchObject({ groups: 1, votes: [{ made: 2, standing: 0, refused: {} }] });
        expect((await votes()).map(({ record, answer }) => [record.split('.')[1], answer])).toEqual([
          ['1', 'include'],
          ['2', 'exclude'],
        ]);
      });
    });

    describe('the report of an import', () => {
      it('is the same again, from the bytes that are kept', async () => {
        const text = `stray words\n${ris({ TI: 'Kettles', ZZ: 'odd' })}`;
        const { said } = await takes({ ...medline, said: '5', limits: 'none' }, text);
        const report = await asks<ImportReport>(`imports/${said.import}/report`);
        const { read, refused, inPart, unread, unreadTotal, passedOver, notUnderstood, vendors, file } = said;
        expect(report).toMatchObject({
          read,
          refused,
          inPart,
          unread,
          unreadTotal,
          passedOver,
          notUnderstood,
          vendors,
          file,
        });
        expect(report).toMatchObject({ by: 'ana', entered: 1 });
        expect((await at.ask(`${where}/imports/nothing/report`)).status).toBe(404);
        const { findings } = await asks<{ findings: { code: string; values: object }[] }>('findings');
        expect(findings).toContainEqual(
          expect.objectContaining({ code: 'source.saidUnlikeRead', values: { name: 'MEDLINE', said: 5, read: 1 } }),
        );
      });

      it('is no more where the file was withdrawn', async () => {
        const text = ris({ TI: 'Kettles' });
        const { said } = await takes(medline, text);
        const withdrawn = { id: 'w', content: sha256Of(text), reason: 'not ours to keep' };
        const change = proposal('withdrawal.made', withdrawn);
        const answer = await at.send('POST', `${where}/changes`, { changes: [change] });
        expect(answer.json()).toMatchObject({ answers: [{ accepted: { id: change.id } }] });
        const asked = await at.ask(`${where}/imports/${said.import}/report`);
        expect([asked.status, await asked.json()]).toEqual([
          410,
          { code: 'import.withdrawn', values: { name: 'search.ris', reason: 'not ours to keep' } },
        ]);
      });
    });

    describe('a corrected record', () => {
      beforeEach(async () => {
        await takes(
          { ...medline, import: 'i' },
          ris({ TI: 'Kettels', AB: 'Copyright.', PY: '2011' }) + ris({ TI: 'Kettles and tea' }),
        );
        const made = { id: 'k', record: 'i.1', title: 'Kettles', without: ['abstract'] };
        await does(['correction.made', made, { because: 'as printed' }]);
        await does(['correction.edited', { id: 'k', set: { year: 2012 } }]);
        await expect.poll(() => at.served.review.gather.corrections.get('k')?.year).toBe(2012);
      });

      it('is shown as corrected, with what was read and who corrected it', async () => {
        const view = await asks<RecordView>('records/i.1');
        expect(view.reference).toMatchObject({ title: 'Kettles', year: 2012 });
        expect(view.reference).not.toHaveProperty('abstract');
        expect(view.asRead).toMatchObject({ title: 'Kettels', year: 2011, abstract: 'Copyright.' });
        expect(view.correction).toMatchObject({
          id: 'k',
          because: 'as printed',
          fields: { title: { by: 'ana' }, year: { by: 'ana' }, abstract: { by: 'ana' } },
        });
        expect(view.raw).toContain('Kettels');
        expect(await asks<RecordView>('records/i.2')).not.toHaveProperty('asRead');
      });

      it('is found by its corrected words, and by its own', async () => {
        const found = async (text: string) => {
          const { records, total } = await asks<RecordList>(`records?text=${text}`);
          return [total, records.map(({ id }) => id)];
        };
        expect(await found('kettles')).toEqual([2, ['i.1', 'i.2']]);
        expect(await found('kettels')).toEqual([1, ['i.1']]);
        expect(await found('copyright')).toEqual([1, ['i.1']]);
        expect(await found('kettles%20tea')).toEqual([1, ['i.2']]);
      });
    });
  });
}

const medline = { kind: 'database', name: 'MEDLINE', platform: 'Ovid', searched: '2021-08' };

/** One record in RIS. */
const ris = (tags: Readonly<Record<string, string>>): string =>
  `TY  - JOUR\n${Object.entries(tags)
    .map(([tag, value]) => `${tag}  - ${value}\n`)
    .join('')}ER  - \n`;

const zipFile = (files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));
