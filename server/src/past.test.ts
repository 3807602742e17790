import { memoryKeeper, startReview } from '@throughline/storage';
import { describe, expect, it } from 'vitest';
import { Past } from './past.js';
import { ana, ben, done, proposal, reviewId } from './testing/review-file.js';
import { viewerIn } from './viewer.js';

async function shared() {
  const keeper = memoryKeeper();
  const open = await startReview(keeper, { title: 'Shared care', id: reviewId, by: ana.person, name: ana.name });
  await done(open, ben, proposal('person.made', { id: 'ben', role: 'lead', card: 'b'.repeat(64) }));
  const past = () => Past.of(keeper, reviewId, () => open.head);
  const shown = async (me = ana, asked = {}) =>
    (await past()).shown(open.review, viewerIn(open.review, me.person), { limit: 50, ...asked });
  return { keeper, open, past, shown };
}
const kindsOf = ({ changes }: { changes: readonly { kind: string }[] }) => changes.map(({ kind }) => kind);

describe('L8 the past', () => {
  it('is told newest first, without places in the log', async () => {
    const { open, shown } = await shared();
    await done(open, ana, proposal('level.made', { id: 'l', name: 'Staff', order: 1 }));
    const all = await shown();
    expect(kindsOf(all)).toEqual(['level.made', 'person.made', 'person.made', 'review.made']);
    expect(JSON.stringify(all)).not.toContain('seq');
  });

  it('comes in pages that say whether there are more', async () => {
    const { shown } = await shared();
    const first = await shown(ana, { limit: 2 });
    expect(kindsOf(first)).toEqual(['person.made', 'person.made']);
    const rest = await shown(ana, { limit: 2, before: first.more });
    expect(kindsOf(rest)).toEqual(['review.made']);
    expect(rest.more).toBeUndefined();
  });

  it('can be asked for one thing', async () => {
    const { open, shown } = await shared();
    await done(
      open,
      ana,
      proposal('level.made', { id: 'l', name: 'Staff', order: 1 }),
      proposal('level.made', { id: 'm', name: 'System', order: 2 }),
    );
    await done(open, ana, proposal('level.edited', { id: 'l', set: { name: 'People' } }));
    expect(kindsOf(await shown(ana, { thing: { on: 'synthesise.levels', id: 'l' } }))).toEqual([
      'level.edited',
      'level.made',
    ]);
  });

  it('hides a draft from everybody else, and what it was before it was shared', async () => {
    const { open, shown } = await shared();
    await done(
      open,
      ben,
      proposal('memo.made', { id: 'n', about: 'shared-care', text: 'A private doubt', audience: 'author' }),
    );
    expect(JSON.stringify(await shown(ana))).not.toContain('memo');
    expect(kindsOf(await shown(ben))).toContain('memo.made');
    await done(open, ben, proposal('memo.edited', { id: 'n', set: { audience: 'team', text: 'A doubt' } }));
    expect(JSON.stringify(await shown(ana))).not.toContain('A private doubt');
    await done(open, ben, proposal('memo.edited', { id: 'n', set: { text: 'A shared doubt' } }));
    expect(JSON.stringify(await shown(ana))).toContain('A shared doubt');
  });

  it('hides what was said of a memo that has become a draft again', async () => {
    const { open, shown } = await shared();
    await done(
      open,
      ben,
      proposal('memo.made', { id: 'n', about: 'shared-care', text: 'Too early', audience: 'team' }),
    );
    expect(JSON.stringify(await shown(ana))).toContain('Too early');
    await done(open, ben, proposal('memo.edited', { id: 'n', set: { audience: 'author' } }));
    expect(JSON.stringify(await shown(ana))).not.toContain('memo');
  });

  it('gives no sign of hidden changes in its pages', async () => {
    const { open, shown } = await shared();
    for (const id of ['n1', 'n2', 'n3'])
      await done(open, ben, proposal('memo.made', { id, about: 'x', text: 'Hidden', audience: 'author' }));
    const page = await shown(ana, { limit: 3 });
    expect(page.changes).toHaveLength(3);
    expect(page.more).toBeUndefined();
  });

  it('keeps why things were done, for those who may see them', async () => {
    const { open, past } = await shared();
    const stated = proposal('level.made', { id: 'l', name: 'Staff', order: 1 }, { because: 'As the protocol says' });
    const hidden = proposal(
      'memo.made',
      { id: 'n', about: 'x', text: 'Hidden', audience: 'author' },
      { because: 'My own reason' },
    );
    await done(open, ben, stated, hidden);
    const reasons = (await past()).reasons(open.review, viewerIn(open.review, ana.person));
    expect([...reasons]).toEqual([[stated.id, 'As the protocol says']]);
  });
});
