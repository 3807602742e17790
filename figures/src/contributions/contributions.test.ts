import { contributions } from '@throughline/core';
import { describe, expect, it } from 'vitest';
import { large, longNames, nightShift } from '../gallery/cases.js';
import { reviewOf } from '../gallery/review.js';
import { contributionsFigure } from './figure.js';

const counted = contributions(reviewOf(nightShift));
const figure = contributionsFigure(counted);
const texts = figure.texts.map(({ text }) => text);

describe('the contribution table', () => {
  it('has a dot for every mark, and the dot of the key', () => {
    expect([...figure.svg.matchAll(/<circle /g)]).toHaveLength(counted.marks + 1);
  });

  it('names report and construct of every mark', () => {
    const [mark] = figure.targets.filter(
      ({ report, ref }) => report !== undefined && ref.on === 'synthesise.constructs',
    );
    expect(mark).toMatchObject({
      ref: { id: 'construct-0' },
      report: 'report-0',
      label: 'Abara 2014 contributes to Sleep as a second job',
    });
    expect(figure.svg).toContain('<g data-on="synthesise.constructs" data-id="construct-0" data-report="report-0">');
  });

  it('counts every row in reports and in studies', () => {
    const at = texts.indexOf('Sleep as a second job');
    expect(texts.slice(at + 1, at + 3)).toEqual(['5', '4']);
  });

  it('counts the constructs of every report in the last row', () => {
    const at = texts.indexOf('Constructs per report');
    const columns = counted.columns.map(({ report }) => report.label);
    const numbers = texts.slice(at + 1, at + 1 + columns.length).map(Number);
    expect(numbers.reduce((sum, each) => sum + each, 0)).toBe(counted.marks);
    expect(numbers[columns.indexOf('Abara 2014')]).toBe(3);
  });

  it('puts the reports of one study under one bracket', () => {
    const study = figure.targets.filter(({ ref }) => ref.on === 'read.studies');
    expect(study.map(({ label }) => label)).toEqual(Array(2).fill('one study: Ward Nights project (3 reports)'));
    expect(study[0]?.width).toBeCloseTo(3 * 22 - 6);
  });

  it('shows constructs without a level and without a report', () => {
    const shown = contributionsFigure(contributions(reviewOf(longNames))).texts.map(({ text }) => text);
    expect(shown).toContain('On no level');
    expect(shown).toContain('Tags <b>&amp;</b> "quotes" and a bell in a name');
  });

  it('fits twenty-one reports and twelve constructs on a landscape page', () => {
    const reports = Array.from({ length: 21 }, (_, at) => `Featherstone ${2000 + at}`);
    const constructs = Array.from({ length: 3 }, (_, at) => ({
      name: `A construct with a name of the usual length ${at}`,
      reports: [at],
    }));
    const levels = ['One', 'Two', 'Three', 'Four'].map((name) => ({ name, constructs }));
    const { width, height } = contributionsFigure(contributions(reviewOf({ reports, levels })));
    // A4 less margins of 20 mm, at 96 pixels an inch.
    expect(width).toBeLessThanOrEqual(971);
    expect(height).toBeLessThanOrEqual(642);
  });

  it('draws the largest table in one piece', () => {
    const { texts: all } = contributionsFigure(contributions(reviewOf(large)));
    expect(all.length).toBeGreaterThan(40 * 2 + 60 * 3);
  });
});
