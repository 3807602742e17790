import { describe, expect, it } from 'vitest';
import { withRecords } from '../../test/telling.js';
import { type RecordId, asId } from '../ids.js';
import { correctedReference, correctionOf } from './corrected.js';
import type { Reference } from './reference.js';

const record = asId<RecordId>('r.1');
const asRead: Reference = {
  type: 'article',
  title: 'Kettels and what they told us',
  authors: ['Okafor N', 'et al.'],
  etAl: true,
  year: 2011,
  abstract: 'Copyright of Mending Quarterly is the property of its publisher …',
  keywords: [],
  cut: ['title', 'abstract'],
  format: 'ris',
  tags: [{ tag: 'TI', value: 'Kettels and what they told us' }],
};

describe('a correction (L7)', () => {
  it('is laid over what the source said, and leaves the rest', () => {
    const { review } = withRecords(2).does('AT', 'correction.made', {
      id: 'k',
      record,
      title: 'Kettles and what they told us',
      authors: ['Okafor N', 'Lund C'],
      without: ['abstract'],
    });
    expect(correctedReference(review, record, asRead)).toEqual({
      type: 'article',
      title: 'Kettles and what they told us',
      authors: ['Okafor N', 'Lund C'],
      year: 2011,
      keywords: [],
      format: 'ris',
      tags: asRead.tags,
    });
    expect(correctedReference(review, asId<RecordId>('r.2'), asRead)).toBe(asRead);
  });

  it('stands once on a record, is edited, and goes again', () => {
    const telling = withRecords(1).does('AT', 'correction.made', {
      id: 'k',
      record,
      year: 2012,
      doi: '10.5555/kettle',
    });
    expect(telling.tries('BH', 'correction.made', { id: 'k2', record, year: 2013 })).toEqual({
      code: 'correction.twice',
      values: { record, correction: 'k' },
    });
    telling.does('BH', 'correction.edited', { id: 'k', set: { year: 2013, doi: null } });
    expect(correctedReference(telling.review, record, asRead)).toEqual({ ...asRead, year: 2013 });
    expect(correctionOf(telling.review, record)?.trail.set?.year).toMatchObject({ by: 'BH', was: 2012 });
    telling.does('BH', 'correction.removed', { id: 'k' });
    expect(correctedReference(telling.review, record, asRead)).toBe(asRead);
  });

  it('says nothing of records that are not there, and of fields that no reference has', () => {
    const telling = withRecords(1);
    expect(telling.tries('AT', 'correction.made', { id: 'k', record: 'r.9', year: 2012 })?.code).toBe('thing.missing');
    expect(telling.tries('AT', 'correction.made', { id: 'k', record, mood: 'glad' })?.code).toBe(
      'change.payloadInvalid',
    );
    expect(telling.tries('AT', 'correction.made', { id: 'k', record, without: ['type'] })?.code).toBe(
      'change.payloadInvalid',
    );
  });

  it('goes with the import of its record only after it was taken away itself', () => {
    const telling = withRecords(1);
    const imported = telling.last;
    telling.does('AT', 'correction.made', { id: 'k', record, year: 2012 });
    const undone = { change: imported.id, writes: [{ do: 'remove', on: 'gather.imports', id: 'r' }] };
    expect(telling.tries('AT', 'change.undone', undone)?.code).toBe('thing.stoodOn');
  });
});
