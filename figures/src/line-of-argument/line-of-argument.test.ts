import { lineOfArgument } from '@throughline/core';
import { describe, expect, it } from 'vitest';
import { large, longNames, nightShift } from '../gallery/cases.js';
import { struckTexts } from '../gallery/faults.js';
import type { InventedReview } from '../gallery/invented.js';
import { reviewOf } from '../gallery/review.js';
import { lineOfArgumentFigure } from './figure.js';

const drawn = (invented: InventedReview) => lineOfArgumentFigure(lineOfArgument(reviewOf(invented)));
const figure = drawn(nightShift);
const refs = figure.targets.map(({ ref }) => `${ref.on} ${ref.id}`);
const texts = figure.texts.map(({ text }) => text);

describe('the line of argument', () => {
  it('has every level, construct, proposition, arrow and relation', () => {
    const named = ['level-2', 'construct-4', 'proposition-2'].map((id) => `synthesise.${id.split('-')[0]}s ${id}`);
    const links = ['arrow-0', 'arrow-1', 'arrow-2', 'relation-0'].map((id) => `synthesise.links ${id}`);
    expect(refs).toEqual(expect.arrayContaining([...named, ...links]));
  });

  it('gives both counts with every construct and proposition', () => {
    expect(texts.filter((text) => /^\d+ reports? · \d+ stud(y|ies)$/.test(text))).toHaveLength(5 + 3);
  });

  it('reads from the first proposition down to the last', () => {
    const tops = [0, 1, 2].map((at) => figure.targets.find(({ ref }) => ref.id === `proposition-${at}`)?.y ?? 0);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  });

  it('says what each proposition rests on', () => {
    expect(texts).toContain('rests on construct 2');
    const feeds = figure.targets.filter(({ label }) => label.includes(' rests on '));
    expect(feeds.map(({ label }) => label).sort()).toEqual([
      'P1 rests on The hospital',
      'P2 rests on The nurse',
      'P2 rests on The ward',
      'P3 rests on The nurse',
    ]);
  });

  it('dashes what the team inferred, and says so', () => {
    expect([...figure.svg.matchAll(/stroke-dasharray="5 3"/g)]).toHaveLength(2 + 1);
    expect(texts).toContain('inferred by the team');
    expect(drawn({ ...nightShift, propositions: [], arrows: [] }).svg).not.toContain(
      'stroke-dasharray="5 3" stroke-linejoin',
    );
  });

  it('marks related constructs with the letter of the relation', () => {
    expect(texts.filter((text) => text === 'a')).toHaveLength(3);
    expect(texts).toContain('5 → 4 explains: nobody senior is planned for the night');
  });

  it('says a proposition drawn from others alone to be that', () => {
    const propositions = [{ text: 'First', levels: [0] }, { text: 'Second' }, { text: 'Third' }];
    const shown = drawn({ ...nightShift, propositions, arrows: [{ from: 0, to: 1, sort: 'leads to' }] });
    const all = shown.texts.map(({ text }) => text);
    expect(all).toContain('drawn from P1');
    expect(all).toContain('rests on nothing yet');
  });

  it('names the end of the argument in its description', () => {
    expect(figure.description).toContain('The argument ends with: Nurses pay for both with their sleep.');
  });

  it('lists arrows in full that had no room for words', () => {
    const labels = drawn(longNames)
      .texts.map(({ text }) => text)
      .join(' ');
    expect(labels).toContain('P1 makes it, over the years and by no intention of anyone, more likely that P2');
  });

  it.each([nightShift, longNames, large])('runs no line through a text', (invented) => {
    expect(struckTexts(drawn(invented))).toEqual([]);
  });

  it('says what is still missing', () => {
    const all = drawn({
      levels: [{ name: 'Services', constructs: [] }],
      loose: [{ name: 'Waiting', reports: [] }],
    }).texts;
    const said = all.map(({ text }) => text).join(' ');
    expect(said).toContain('No construct yet.');
    expect(said).toContain('No proposition has been written yet.');
  });
});
