import { describe, expect, it } from 'vitest';
import { bearersOf, mayBeOne, personOf, weightOf } from './person.js';

const person = (name: string) => {
  const found = personOf(name);
  if (found === undefined) throw new Error(`no name: ${name}`);
  return found;
};

describe('a name', () => {
  it.each([
    ['Wildman JM', 'wildman', 'jm', undefined],
    ['Wildman, Josephine M.', 'wildman', 'jm', 'josephine'],
    ['Wildman, J.-M.', 'wildman', 'jm', undefined],
    ['J. M. Wildman', 'wildman', 'jm', undefined],
    ['Josephine Wildman', 'wildman', 'j', 'josephine'],
    ['O’Brien N', 'obrien', 'n', undefined],
    ["O'Brien, Nicola", 'obrien', 'n', 'nicola'],
    ['van der Berg J', 'vanderberg', 'j', undefined],
    ['Calderón-Larrañaga S', 'calderonlarranaga', 's', undefined],
    ['Søholm, H', 'soholm', 'h', undefined],
    ['Smith, John, Jr.', 'smith', 'j', 'john'],
    ['Stocks-Rankin', 'stocksrankin', '', undefined],
    ['Office for Health Improvement and Disparities', 'officeforhealthimprovementanddisparities', '', undefined],
  ])('%s is taken apart', (name, family, initials, given) => {
    const { shown, ...parts } = person(name);
    expect(shown).toBe(name);
    expect(parts).toEqual({ family, initials, ...(given === undefined ? {} : { given }) });
  });

  it('without letters is nobody’s', () => {
    expect(personOf('—')).toBeUndefined();
    expect(personOf('')).toBeUndefined();
  });

  it.each([
    ['Pollard T', 'Pollard TM', true],
    ['Pollard, Tessa', 'Pollard TM', true],
    ['Pollard, Tess', 'Pollard, Tessa M', true],
    ['Pollard', 'Pollard T', true],
    ['Pollard T', 'Pollard J', false],
    ['Pollard TM', 'Pollard TJ', false],
    ['Wang, Ying', 'Wang, Yan', false],
    ['Griffith B', 'Griffiths C', false],
  ])('%s and %s: one person, %s', (one, other, may) => {
    expect(mayBeOne(person(one), person(other))).toBe(may);
    expect(mayBeOne(person(other), person(one))).toBe(may);
  });
});

describe('a shared name', () => {
  const bearers = (...reports: string[][]) => bearersOf(reports.map((names) => names.map(person)));
  const weight = (one: string, other: string, all = bearers([one], [other])) =>
    weightOf(person(one), person(other), all);

  it('says more where it is rare, and where it is told in full', () => {
    expect(weight('Shimonovich M', 'Shimonovich M')).toBe(1);
    expect(weight('Wang Y', 'Wang Y')).toBe(0.5);
    expect(weight('Wang, Ying', 'Wang, Ying')).toBe(1);
    expect(weight('Smith JK', 'Smith JK')).toBe(1);
    expect(weight('Shimonovich', 'Shimonovich M')).toBe(0.5);
  });

  it('says less where three of the set bear it', () => {
    const all = bearers(['Fixsen A', 'Fixsen B'], ['Fixsen A', 'Fixsen C']);
    expect(weight('Fixsen A', 'Fixsen A', all)).toBe(0.5);
  });

  it('says less of somebody who wrote most of the literature', () => {
    const all = bearers(...Array.from({ length: 9 }, () => ['Moffatt S']));
    expect(weight('Moffatt S', 'Moffatt S', all)).toBe(0.5);
  });
});
