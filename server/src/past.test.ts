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

  it('hides votes while they are blind, and tells all of them once they are open', async () => {
    const { open, shown, screening } = await withRecord();
    const vote = (me: typeof ana, answer: string) =>
      done(open, me, proposal('vote.made', { id: `v.${me.person}`, record: 'f.1', stage: 'title-abstract', answer }));
    await vote(ana, 'include');
    await vote(ben, 'maybe');
    const votes = async () => screening(await shown(ana));
    expect(await votes()).toEqual(['ana']);
    await done(open, ben, proposal('vote-opening.made', { id: 'u', stage: 'title-abstract' }));
    expect(await votes()).toEqual(['ben', 'ana']);
    await done(open, ben, proposal('vote-opening.removed', { id: 'u' }));
    expect(await votes()).toEqual(['ana']);
  });

  it('tells a commenter what was done in the rooms that are open to them', async () => {
    const { open, shown } = await withRecord();
    await done(
      open,
      ben,
      proposal('person.edited', { id: 'ana', set: { role: 'commenter' } }),
      proposal('level.made', { id: 'l', name: 'Staff', order: 1 }),
    );
    const before = kindsOf(await shown(ana));
    expect(new Set(before)).toEqual(new Set(['person.edited', 'person.made', 'review.made']));
    await done(open, ben, proposal('room-opening.made', { id: 'o', room: 'synthesise' }));
    expect(kindsOf(await shown(ana))).toEqual(['room-opening.made', 'level.made', ...before]);
  });

  it('shows whoever holds the file every vote, and no draft of another', async () => {
    const { open, past } = await withRecord();
    await done(
      open,
      ben,
      proposal('vote.made', { id: 'v', record: 'f.1', stage: 'title-abstract', answer: 'include' }),
      proposal('memo.made', { id: 'n', about: 'x', text: 'Hidden', audience: 'author' }),
    );
    const kinds = kindsOf((await past()).shown(open.review, viewerIn(open.review, ana.person, true), { limit: 50 }));
    expect(kinds).toContain('vote.made');
    expect(kinds).not.toContain('memo.made');
  });
});

async function withRecord() {
  const all = await shared();
  const records = [{ id: 'f.1', number: 1, lines: [1, 2], label: 'Ito 2019' }];
  const file = { name: 'a.ris', content: 'c'.repeat(64), bytes: 9 };
  await done(
    all.open,
    ben,
    proposal('source.made', { id: 'medline', kind: 'database', name: 'MEDLINE' }),
    proposal('source.imported', { id: 'f', source: 'medline', file, format: 'ris', unread: 0, records }),
  );
  /** Who voted, of what is shown. */
  const screening = ({ changes }: { changes: readonly { kind: string; by: string }[] }) =>
    changes.filter(({ kind }) => kind === 'vote.made').map(({ by }) => by);
  return { ...all, screening };
}
