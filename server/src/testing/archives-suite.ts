import type { ArchivePeople, Problem, ReviewCard } from '@throughline/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AtThePlace, Place } from './place.js';
import { ana, done, proposal, reviewId } from './review-file.js';

/** A review that moves, away from and into wherever the workbench stands. */
export function archivesSuite(place: Place, other: Place): void {
  describe(`an archive taken ${place.name} and brought ${other.name}`, { timeout: 20_000 }, () => {
    let here: AtThePlace;
    let there: AtThePlace;
    beforeEach(async () => {
      here = await place.open();
      there = await other.open({ empty: true });
      await upload(here, `/api/reviews/${reviewId}/sources`, { kind: 'database', name: 'MEDLINE' }, [
        Buffer.from('TY  - JOUR\nTI  - Link workers\nER  - \n'),
        'a.ris',
      ]);
      await done(here.served.open, ana, proposal('level.made', { id: 'staff', name: 'Staff', order: 1 }));
    });
    afterEach(async () => {
      await here.leave();
      await there.leave();
    });

    const taken = async (what: 'archive' | 'copy'): Promise<[Uint8Array, string]> => {
      const answer = await here.ask(`/api/reviews/${reviewId}/${what}`);
      expect(answer.status).toBe(200);
      const name = answer.headers.get('content-disposition')?.split("''")[1] ?? '';
      return [new Uint8Array(await answer.arrayBuffer()), name];
    };

    it.each(['archive', 'copy'] as const)('is the same review there, as %s', async (what) => {
      const file = await taken(what);
      const people = await upload(there, '/api/archives/people', {}, file);
      expect((await people.json()) as ArchivePeople).toEqual({
        title: 'Shared care',
        people: [{ person: 'ana', name: 'Ana Reyes', role: 'lead' }],
      });
      const brought = await upload(there, '/api/reviews/archives', { as: 'ana' }, file);
      expect([brought.status, (await brought.json()) as ReviewCard]).toMatchObject([
        201,
        { id: reviewId, title: 'Shared care' },
      ]);
      const records = await (await there.ask(`/api/reviews/${reviewId}/records`)).json();
      expect(records).toEqual(await (await here.ask(`/api/reviews/${reviewId}/records`)).json());
      const level = `/api/reviews/${reviewId}/history?thing=synthesise.levels/staff`;
      expect(await (await there.ask(level)).json()).toEqual(await (await here.ask(level)).json());
    });

    it('is refused where the review is already, and nothing is changed', async () => {
      const file = await taken('archive');
      const again = await upload(here, '/api/reviews/archives', { as: 'ana' }, file);
      expect([again.status, ((await again.json()) as Problem).code]).toEqual([409, 'file.exists']);
      expect((await here.ask(`/api/reviews/${reviewId}/rooms/house`)).status).toBe(200);
    });

    it('that is damaged leaves nothing behind, and can be brought whole afterwards', async () => {
      const [bytes, name] = await taken('archive');
      const cut = await upload(there, '/api/reviews/archives', { as: 'ana' }, [bytes.slice(0, -100), name]);
      expect([cut.status, ((await cut.json()) as Problem).code]).toEqual([400, expect.stringMatching(/^archive\./)]);
      expect(await (await there.ask('/api/reviews')).json()).toEqual({ reviews: [] });
      expect((await upload(there, '/api/reviews/archives', { as: 'ana' }, [bytes, name])).status).toBe(201);
    });

    it('that is no archive is refused as what it is', async () => {
      const none = await upload(there, '/api/archives/people', {}, [Buffer.from('dear all'), 'C:\\letters\\a.zip']);
      expect([none.status, await none.json()]).toEqual([400, { code: 'archive.notOne', values: { file: 'a.zip' } }]);
    });

    it.runIf(!other.holder)('is brought as one of its people', async () => {
      const file = await taken('archive');
      const nobody = await upload(there, '/api/reviews/archives', { as: 'stranger' }, file);
      expect([nobody.status, ((await nobody.json()) as Problem).code]).toEqual([400, 'thing.notFound']);
      const unsaid = await upload(there, '/api/reviews/archives', {}, file);
      expect(await unsaid.json()).toMatchObject({ code: 'request.invalid', values: { where: 'as' } });
    });
  });
}

async function upload(
  { ask }: AtThePlace,
  path: string,
  fields: Readonly<Record<string, string>>,
  [bytes, name]: readonly [Uint8Array, string],
): Promise<Response> {
  const body = new FormData();
  for (const [field, value] of Object.entries(fields)) body.append(field, value);
  body.append('file', new Blob([Buffer.from(bytes)]), name);
  return ask(path, { method: 'POST', body });
}
