import { asId, type PersonId } from '@throughline/core';
import type { Problem } from '@throughline/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AtTheServer, atTheServer } from '../testing/at-the-server.js';
import { keptInAFolder } from '../testing/places.js';
import { ana, ben, done, proposal, reviewId } from '../testing/review-file.js';

let at: AtTheServer;
let headers: Readonly<Record<string, string>>;
beforeEach(async () => {
  at = await atTheServer(await keptInAFolder());
  const known = await at.door.knows(ben.name);
  ({ headers } = known);
  await at.register.members.bind(reviewId, known.account, ben.person);
  const joins = { id: ben.person, role: 'reviewer', card: 'b'.repeat(64) };
  await done(at.served.open, ana, proposal('person.made', joins));
});
afterEach(() => at.leave());

const noted = 'TY  - JOUR\nTI  - Kettles\nN1  - Throughline: {"decision":{"answer":"include"}}\nER  - \n';

async function benBrings(person: PersonId) {
  const body = new FormData();
  body.append('kind', 'database');
  body.append('name', 'MEDLINE');
  body.append('votes', JSON.stringify([{ by: '', person, stage: 'title-abstract' }]));
  body.append('file', new Blob([noted]), 'rayyan.ris');
  const answer = await at.ask(`/api/reviews/${reviewId}/sources`, { method: 'POST', headers, body });
  return { status: answer.status, said: (await answer.json()) as Problem };
}

describe('decisions on a server', () => {
  it('are one’s own, where one is no lead', async () => {
    expect(await benBrings(ana.person)).toEqual({
      status: 403,
      said: { code: 'import.votesOfOthers', values: { person: 'ana' } },
    });
    expect(at.served.review.gather.records.size).toBe(0);
    expect(await benBrings(ben.person)).toMatchObject({ status: 200, said: { votes: [{ person: 'ben', made: 1 }] } });
  });

  it('are nobody’s who is not on the team', async () => {
    expect(await benBrings(asId<PersonId>('stranger'))).toMatchObject({ status: 400, said: { code: 'thing.missing' } });
  });
});
