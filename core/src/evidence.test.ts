import { describe, expect, it } from 'vitest';
import { type told, withArgument } from '../test/telling.js';
import { type Evidence, countEvidence, evidenceFor, gradeOfEvidence, reached, restsOn, whereIs } from './evidence.js';
import { anchorIn } from './read/anchor.js';

/** The walk as a trail of ids, first branch only. */
const trail = ({ id, rests: [first] }: Evidence): string[] => [id, ...(first === undefined ? [] : trail(first.to))];

const proposition = { on: 'synthesise.propositions', id: 'P1' } as const;
const text = 'The room was warm. "I come for the talk," said Ada. Repair was company.';

/** The whole walk, to words on a held page: two orders, a concept, a cell, a row, a construct. */
function withPassages() {
  const quote = anchorIn(text, 'I come for the talk,');
  return withArgument()
    .does('AT', 'document.made', {
      id: 'd1',
      report: 'p3',
      name: 'p3.txt',
      file: 'd'.repeat(64),
      text: 'e'.repeat(64),
      extractor: 'plain text 1',
      length: [...text].length,
    })
    .does('AT', 'passage.made', { id: 'w1', document: 'd1', order: 'first', page: '212', speaker: 'Ada', ...quote })
    .does('AT', 'second-order.made', { id: 's1', name: 'Repair as company', report: 'p3', passages: ['w1'] })
    .does('AT', 'concept.made', { id: 'c1', name: 'Company', order: 1 })
    .does('AT', 'cell.made', { id: 'x1', concept: 'c1', report: 'p3', sort: 'reciprocal', rests: ['s1'] })
    .does('AT', 'construct.edited', { id: 'T1', set: { concepts: ['c1'] } });
}

describe('the walk back', () => {
  it('goes from a proposition to the file and the source', () => {
    const walk = evidenceFor(withArgument().review, proposition);
    expect(trail(walk)).toEqual(['P1', 'L1', 'T1', 'CL1', 'p1', 'r.1', 'r', 'medline']);
  });

  it('goes through the translation to the words on the page', () => {
    const { review } = withPassages();
    const row = evidenceFor(review, { on: 'translate.concepts', id: 'c1' });
    expect(trail(row)).toEqual(['c1', 'x1', 's1', 'w1', 'd1', 'p3', 'r.3', 'r', 'medline']);
    const passage = evidenceFor(review, { on: 'read.passages', id: 'w1' });
    expect(passage.rests[0]).toMatchObject({ quote: 'I come for the talk,', page: '212' });
  });

  it('ends at the lines of the file that the source gave', () => {
    const record = evidenceFor(withArgument().review, { on: 'gather.records', id: 'r.2' });
    expect(record.rests[0]?.lines).toEqual([11, 19]);
  });

  it('ends, too, at the way by which a record came', () => {
    const telling = withArgument().does('AT', 'route.made', { id: 'way', record: 'r.1', by: 'alert', inferred: true });
    const record = evidenceFor(telling.review, { on: 'gather.records', id: 'r.1' });
    expect(record.rests[1]).toMatchObject({ to: { on: 'gather.routes', id: 'way' }, inferred: true });
  });

  it('says which steps are an inference', () => {
    const telling = withArgument().does('AT', 'proposition.made', {
      id: 'P2',
      text: 'x',
      order: 2,
      rests: [{ on: 'construct', id: 'T1' }],
      inferred: true,
    });
    expect(evidenceFor(telling.review, { ...proposition, id: 'P2' }).rests[0]?.inferred).toBe(true);
  });

  it('comes by every record of a duplicate group', () => {
    const telling = withArgument().does('AT', 'duplicate-group.made', { id: 'g', records: ['r.1', 'r.3'] });
    expect(reached(evidenceFor(telling.review, { on: 'read.reports', id: 'p1' }), 'gather.records')).toEqual([
      'r.1',
      'r.3',
    ]);
  });

  it('counts reports and studies (L10)', () => {
    const telling = withArgument().does('AT', 'study.made', { id: 'S', name: 'one project', reports: ['p1', 'p2'] });
    const counts = countEvidence(telling.review, evidenceFor(telling.review, proposition));
    expect(counts).toEqual({ reports: ['p1', 'p2'], studies: ['S'] });
  });
});

describe('the grade of a statement (L11)', () => {
  const grade = (telling: ReturnType<typeof told>, on: Evidence['on'], id: string) =>
    gradeOfEvidence(evidenceFor(telling.review, { on, id }));

  it('is locator for a typed page, citation for a report, unsupported for nothing', () => {
    const claim = { text: 'x', home: { on: 'construct', id: 'T1' }, order: 2 };
    const telling = withArgument()
      .does('AT', 'claim.made', { ...claim, id: 'CL2', support: [{ by: 'citation', report: 'p1' }] })
      .does('AT', 'claim.made', { ...claim, id: 'CL3', support: [] });
    expect(['CL1', 'CL2', 'CL3'].map((id) => grade(telling, 'synthesise.claims', id))).toEqual([
      'locator',
      'citation',
      'unsupported',
    ]);
  });

  it('is passage where the words are marked in a held document', () => {
    expect(grade(withPassages(), 'synthesise.constructs', 'T1')).toBe('passage');
  });
});

describe('the walk forward', () => {
  it('goes from a source to the line of argument', () => {
    const { review } = withPassages();
    const ids = restsOn(review, { on: 'gather.sources', id: 'medline' }).map(({ id }) => id);
    for (const id of ['r', 'r.3', 'p3', 'd1', 'w1', 's1', 'x1', 'c1', 'T1', 'L1', 'P1', 'CL1'])
      expect(ids).toContain(id);
  });

  it('goes from a passage only to what rests on it', () => {
    const ids = restsOn(withPassages().review, { on: 'read.passages', id: 'w1' }).map(({ id }) => id);
    expect(ids).toEqual(['s1', 'x1', 'c1', 'T1', 'L1', 'P1']);
  });
});

describe('finding a thing by its id', () => {
  it('looks on every shelf, records too', () => {
    const { review } = withArgument();
    expect(whereIs(review, 'r.2')).toEqual({ on: 'gather.records', id: 'r.2' });
    expect(whereIs(review, 'CL1')).toEqual({ on: 'synthesise.claims', id: 'CL1' });
    expect(whereIs(review, 'nothing')).toBeUndefined();
  });
});
