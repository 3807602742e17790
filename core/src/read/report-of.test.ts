import { describe, expect, it } from 'vitest';
import { withRecords } from '../../test/telling.js';
import type { Reference } from '../gather/reference.js';
import { includedWithoutReport, reportFieldsOf } from './report-of.js';

const reference: Reference = {
  type: 'article',
  title: ' Repair as company ',
  authors: ['Okafor, Ngozi', ' '],
  etAl: true,
  year: 2019,
  journal: 'Sociology of Repair',
  volume: '7',
  pages: '404–15',
  doi: '10.1000/a',
  issue: '',
  keywords: [],
  tags: [],
};

describe('a report of a record', () => {
  it('takes its fields from the reference', () => {
    const fields = reportFieldsOf(reference);
    expect(fields).toEqual({
      label: 'Okafor 2019',
      title: 'Repair as company',
      authors: ['Okafor, Ngozi'],
      etAl: true,
      year: 2019,
      journal: 'Sociology of Repair',
      volume: '7',
      pages: '404–15',
      doi: '10.1000/a',
    });
    expect(withRecords(1).tries('AT', 'report.made', { id: 'p', record: 'r.1', ...fields })).toBeUndefined();
  });

  it('is labelled where the source gave almost nothing', () => {
    const fields = reportFieldsOf({ type: 'other', authors: [], keywords: [], tags: [] });
    expect(fields).toEqual({ label: 'Untitled', title: 'Untitled', authors: [] });
  });
});

describe('an included work', () => {
  it('waits for its report, whichever of its records that stands on', () => {
    const telling = withRecords(3).does('AT', 'duplicate-group.made', { id: 'g', records: ['r.1', 'r.2'] });
    for (const record of ['r.1', 'r.3'])
      telling.does('AT', 'vote.made', { id: `v.${record}`, record, stage: 'full-text', answer: 'include' });
    expect(includedWithoutReport(telling.review).map(({ id }) => id)).toEqual(['r.1', 'r.3']);
    telling.does('AT', 'report.made', { id: 'p', record: 'r.2', ...reportFieldsOf(reference) });
    expect(includedWithoutReport(telling.review).map(({ id }) => id)).toEqual(['r.3']);
  });
});
