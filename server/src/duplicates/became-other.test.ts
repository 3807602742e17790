import { type Review, emptyReview } from '@throughline/core';
import { MemoryStore, type OpenReview, memoryKeeper, startReview } from '@throughline/storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFile } from '../import-file.js';
import { ana, done, proposal } from '../testing/review-file.js';
import { recordsBecameOther, saidOtherwise } from './became-other.js';

describe('what became other', () => {
  let open: OpenReview;
  let before: Review['gather'];
  beforeEach(async () => {
    const keeper = memoryKeeper(new MemoryStore());
    open = await startReview(keeper, { title: 'Shared care', by: ana.person, name: ana.name });
    await brings('a');
    await brings('b');
    before = open.review.gather;
  });
  afterEach(() => open.close());

  async function brings(id: string): Promise<void> {
    const bytes = new TextEncoder().encode('TY  - JOUR\nTI  - Kettles\nER  - \n\n'.repeat(2));
    const file = { name: `${id}.ris`, bytes };
    const source = { kind: 'database', name: id } as const;
    await importFile(open, { source, file, import: id as never, by: ana.person });
  }
  const does = (kind: string, payload: object) => done(open, ana, proposal(kind, payload));
  const told = () => {
    const { held, gone } = recordsBecameOther(before, open.review);
    return { held: held.map(({ id }) => id), gone };
  };
  const takesBack = (id: string) => {
    const change = open.review.gather.imports.get(id)?.trail.made.change;
    return does('change.undone', { change, writes: [{ do: 'remove', on: 'gather.imports', id }] });
  };

  it('is every held record where nothing was told yet, and none where nothing happened', () => {
    const held = recordsBecameOther(emptyReview.gather, open.review).held.map(({ id }) => id);
    expect(held).toEqual(['a.1', 'a.2', 'b.1', 'b.2']);
    expect(told()).toEqual({ held: [], gone: [] });
  });

  it('are the records of new imports, and those whose import was taken back', async () => {
    await brings('c');
    await takesBack('a');
    expect(told()).toEqual({ held: ['c.1', 'c.2'], gone: ['a.1', 'a.2'] });
  });

  it('are records that were corrected, and those whose correction went', async () => {
    await does('correction.made', { id: 'c', record: 'b.2', title: 'Teapots' });
    expect(told()).toEqual({ held: ['b.2'], gone: [] });
    before = open.review.gather;
    await does('correction.removed', { id: 'c' });
    expect(told()).toEqual({ held: ['b.2'], gone: [] });
  });

  it('are all records of a source that was said to be of another kind', async () => {
    const source = open.review.gather.imports.get('a')?.source;
    await does('source.edited', { id: source, set: { kind: 'alert' } });
    expect(told()).toEqual({ held: ['a.1', 'a.2'], gone: [] });
  });

  it('are groups that stand now or no more, and what was found different', async () => {
    await does('duplicate-group.made', { id: 'g', records: ['a.1', 'b.1'] });
    await does('distinct.made', { id: 'd', records: ['a.2', 'b.2'] });
    expect(told()).toEqual({ held: [], gone: [] });
    expect(saidOtherwise(before, open.review.gather)).toEqual({
      groups: [{ id: 'g', records: ['a.1', 'b.1'] }],
      distinct: [{ id: 'd', records: ['a.2', 'b.2'] }],
    });
    before = open.review.gather;
    await does('duplicate-group.removed', { id: 'g' });
    expect(saidOtherwise(before, open.review.gather)).toEqual({ groups: [{ id: 'g' }], distinct: [] });
  });
});
