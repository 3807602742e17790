import { emptyReview, fullFlow } from '@throughline/core';
import { describe, expect, it } from 'vitest';
import { justImported, nightShift, publishedSearch } from '../gallery/cases.js';
import type { InventedReview } from '../gallery/invented.js';
import { reviewOf } from '../gallery/review.js';
import { flowFigure } from './figure.js';

const drawn = (invented: InventedReview) => flowFigure(fullFlow(reviewOf(invented)));
const said = (invented: InventedReview) => drawn(invented).texts.map(({ text }) => text);

describe('the flow', () => {
  it('prints stated numbers as stated, and says by whom', () => {
    const texts = said(publishedSearch);
    expect(texts).toContain('n = 1,874†');
    expect(texts.join(' ')).toContain(
      'as stated by the source: Results, first paragraph (records identified, records screened)',
    );
  });

  it('marks numbers that are worked out, and says from what', () => {
    const texts = said(publishedSearch);
    expect(texts).toContain('n = 1,816‡');
    expect(texts.join(' ')).toContain('worked out: screened less full texts (records excluded)');
  });

  it('gives the stated number of studies beside the held one', () => {
    expect(said(publishedSearch)).toContain('8 studies (inferred grouping; 9 stated†)');
    expect(said(nightShift)).toContain('6 studies');
  });

  it('says in words what is not reported', () => {
    const texts = said(publishedSearch);
    expect(texts.slice(texts.indexOf('n not reported for'))).toContain('MEDLINE (Ovid)');
    expect(texts.filter((text) => text === 'n not reported').length).toBeGreaterThan(3);
  });

  it('lists what other methods gave by kind, with nothing as 0', () => {
    const texts = said(publishedSearch);
    const at = texts.indexOf('alerts');
    expect(texts.slice(at, at + 6)).toEqual(['alerts', 'n = 2', 'reference lists', 'n = 1', 'organisations', 'n = 0']);
  });

  it('carries no sign where every number is held', () => {
    expect(said(nightShift).filter((text) => /[†‡]/.test(text))).toEqual([]);
  });

  it('leaves an arm away that nobody searched', () => {
    const texts = said(justImported);
    expect(texts).toContain('Databases and registers');
    expect(texts).not.toContain('Other methods');
  });

  it('opens a stated number, a source and a held number', () => {
    const refs = drawn(publishedSearch).targets.map(({ ref }) => `${ref.on} ${ref.id}`);
    expect(refs).toEqual(
      expect.arrayContaining([
        'floor.counts stated-0',
        'gather.sources source-0',
        'screen.flow database.included',
        'screen.flow included.studies',
      ]),
    );
  });

  it('says what belongs here while it is empty', () => {
    const figure = flowFigure(fullFlow(emptyReview));
    expect(figure.targets).toEqual([]);
    expect(figure.texts.map(({ text }) => text)).toContain('The flow of records will stand here.');
  });
});
