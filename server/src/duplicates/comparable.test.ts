import { type Reference, type Review, type SourceKind, sourceKinds } from '@throughline/core';
import { MemoryStore, memoryKeeper, startReview } from '@throughline/storage';
import { describe, expect, it } from 'vitest';
import { importFile } from '../import-file.js';
import { ana, done, proposal } from '../testing/review-file.js';
import { comparableOf } from './comparable.js';

const bytes = new TextEncoder().encode('TY  - JOUR\nTI  - Kettles\nER  - \n\n');

/** A review with one record of a source of this kind, which somebody corrected. */
async function reviewWith(kind: SourceKind): Promise<Review> {
  const keeper = memoryKeeper(new MemoryStore());
  const open = await startReview(keeper, { title: 'Shared care', by: ana.person, name: ana.name });
  const file = { name: 'a.ris', bytes };
  await importFile(open, { source: { kind, name: 'A' }, file, import: 'a' as never, by: ana.person });
  await done(open, ana, proposal('correction.made', { id: 'c', record: 'a.1', year: 2011, without: ['volume'] }));
  await open.close();
  return open.review;
}

const reference: Reference = {
  ...{ type: 'article', title: 'Kettles', authors: ['Okafor, B'], year: 2012, volume: '3', doi: '10.1136/k' },
  ...{ keywords: ['tea'], tags: [{ tag: 'TI', value: 'Kettles' }], etAl: true, accession: 'K-1', database: 'Embase' },
};

async function compared(kind: SourceKind, more: Partial<Reference> = {}, said: Reference = reference) {
  const review = await reviewWith(kind);
  const row = review.gather.records.get('a.1');
  if (row === undefined) throw new Error('the record is there');
  return comparableOf(review, row, { ...said, ...more });
}

describe('a record as it is compared', () => {
  it('says what its source said, as it was corrected', async () => {
    expect(await compared('database')).toEqual({
      ...{ id: 'a.1', type: 'article', title: 'Kettles', authors: ['Okafor, B'], etAl: true, year: 2011 },
      ...{ doi: '10.1136/k', accession: 'K-1', database: 'Embase' },
    });
  });

  it('is sparse where its source cut it, or, without a DOI, is of a kind that does', async () => {
    expect((await compared('database', { cut: ['title'] })).sparse).toBe(true);
    const { doi: _, ...withoutDoi } = reference;
    const kinds: SourceKind[] = [];
    for (const kind of sourceKinds) if ((await compared(kind, {}, withoutDoi)).sparse) kinds.push(kind);
    expect(kinds).toEqual(['alert', 'reference-list', 'website', 'hand', 'bibliography']);
    expect((await compared('alert')).sparse).toBeUndefined();
  });
});
