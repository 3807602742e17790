import { describe, expect, it } from 'vitest';
import type { ReportLikeness, ToldOfStudies } from './likeness.js';
import { suggestStudies } from './suggest.js';

const report = (id: string, authors: string, more: Partial<ReportLikeness> = {}): ReportLikeness => ({
  id,
  authors: authors.split(', '),
  year: 2019,
  title: `Paper ${id}`,
  ...more,
});
const told = (given: Partial<ToldOfStudies>): ToldOfStudies => ({ studies: [], apart: [], ...given });
const groups = (reports: readonly ReportLikeness[], said?: Partial<ToldOfStudies>) =>
  suggestStudies(reports, said && told(said)).map((each) => each.reports.join(' '));
const abstract = (text: string) => ({ abstract: text });

describe('reports of one study', () => {
  it('are suggested where one who leads and another wrote both', () => {
    expect(groups([report('a', 'Reyes A, Moss K'), report('b', 'Reyes A, Moss K')])).toEqual(['a b']);
    expect(groups([report('a', 'Reyes A, Moss K'), report('b', 'Lind P, Reyes A, Moss K')])).toEqual(['a b']);
  });

  it('are not suggested for a supervisor alone', () => {
    expect(groups([report('a', 'Reyes A, Moss K'), report('b', 'Lind P, Moss K')])).toEqual([]);
    expect(groups([report('a', 'Reyes A'), report('b', 'Reyes A')])).toEqual([]);
  });

  it('are not suggested for the last two authors of a department', () => {
    const two = [report('a', 'Reyes A, Brandt O, Moss K'), report('b', 'Lind P, Brandt O, Moss K')];
    expect(groups(two)).toEqual([]);
    const three = [report('a', 'Reyes A, Idris F, Brandt O, Moss K'), report('b', 'Lind P, Idris F, Brandt O, Moss K')];
    expect(groups(three)).toEqual(['a b']);
  });

  it('are not suggested for two common names', () => {
    expect(groups([report('a', 'Wang Y, Li J'), report('b', 'Wang Y, Li J')])).toEqual([]);
    const inFull = [
      { ...report('a', ''), authors: ['Wang, Ying', 'Li, Jun'] },
      { ...report('b', ''), authors: ['Wang, Ying', 'Li, Jun'] },
    ];
    expect(groups(inFull)).toEqual(['a b']);
  });

  it('are suggested for one author and the programme that both name', () => {
    const both = [
      report('a', 'Reyes A, Moss K', abstract('Interviews with clients of Ways to Wellness were held.')),
      report('b', 'Lind P, Moss K', abstract('Staff of Ways to Wellness were observed.')),
    ];
    expect(suggestStudies(both)).toMatchObject([
      { reports: ['a', 'b'], signs: [{ kind: 'programme', text: 'Ways to Wellness', reports: ['a', 'b'] }] },
    ]);
  });

  it('are suggested for one author, the place and the number of those who took part', () => {
    const of = (whom: string) => abstract(`We interviewed 23 ${whom} in Gateshead.`);
    const both = [report('a', 'Reyes A, Moss K', of('clients')), report('b', 'Lind P, Moss K', of('clients'))];
    expect(suggestStudies(both)[0]?.signs.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'place Gateshead',
      'sample 23',
    ]);
    const place = abstract('We talked in Gateshead.');
    expect(groups([report('a', 'Reyes A, Moss K', place), report('b', 'Lind P, Moss K', place)])).toEqual([]);
  });

  it('are suggested for the study’s own number, whoever wrote them', () => {
    const number = abstract('Registered as NCT01234567.');
    expect(groups([report('a', 'Reyes A', number), report('b', 'Lind P', number)])).toEqual(['a b']);
    const grant = abstract('Funded by NIHR130247.');
    expect(groups([report('a', 'Reyes A', grant), report('b', 'Lind P', grant)])).toEqual([]);
  });

  it('are not suggested for words that everybody uses', () => {
    const usual = abstract('We follow the Normalisation Process Theory throughout.');
    const papers = 'Reyes A|Lind P|Brandt O|Idris F|Castellane J'.split('|');
    const all = papers.map((name, at) => report(`p${at}`, `${name}, Author${at} X`, usual));
    expect(groups([...all, report('p9', 'Okafor N, Reyes A', usual)])).toEqual([]);
  });

  it('are doubted where numbers, countries or years contradict', () => {
    const pair = (one: Partial<ReportLikeness>, other: Partial<ReportLikeness>) =>
      groups([report('a', 'Reyes A, Moss K', one), report('b', 'Reyes A, Moss K', other)]);
    expect(pair(abstract('NCT01234567'), abstract('NCT07654321'))).toEqual([]);
    const from = (value: string) => ({ characteristics: [{ name: 'Country', value }] });
    expect(pair(from('Scotland'), from('Kenya'))).toEqual([]);
    expect(pair(from('Scotland'), from('England and Scotland'))).toEqual(['a b']);
    expect(pair({ year: 2005 }, { year: 2019 })).toEqual([]);
    expect(pair({ year: 2013 }, { year: 2019 })).toEqual(['a b']);
  });

  it('say what speaks against them, where more speaks for them', () => {
    const four = 'Reyes A, Moss K, Lind P, Brandt O';
    const [found] = suggestStudies([report('a', four, { year: 2005 }), report('b', four, { year: 2013 })]);
    expect(found?.joint).toMatchObject({ strength: 'strong', doubts: [{ kind: 'years', apart: 8 }] });
  });
});

describe('more than two reports', () => {
  /** a–b and c–d closely, b–c by two authors; one of them, Moss K, wrote all. */
  const chain = [
    report('a', 'Reyes A, Lind P, Moss K'),
    report('b', 'Reyes A, Lind P, Okafor N, Moss K'),
    report('c', 'Okafor N, Idris F, Brandt O, Moss K'),
    report('d', 'Idris F, Brandt O, Moss K'),
  ];

  it('hang together where every part has something in common with the others', () => {
    const [found, ...others] = suggestStudies(chain);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ reports: ['a', 'b', 'c', 'd'], strength: 'some', joint: { a: 'b', b: 'c' } });
    expect(found?.parts.map((part) => part.join(' ')).toSorted()).toEqual(['a b', 'c d']);
    expect(found?.authors[0]).toEqual({ name: 'Moss K', reports: ['a', 'b', 'c', 'd'] });
    expect(found?.links.map(({ a, b }) => `${a}${b}`)).toEqual(['ab', 'bc', 'cd']);
  });

  it('make no chain from paper to paper', () => {
    const without = chain.map((each, at) => ({
      ...each,
      authors: each.authors.filter((name) => name !== 'Moss K' || at === 1 || at === 2),
    }));
    expect(groups(without)).toEqual(['a b', 'c d']);
  });

  it('that are not one study may be two', () => {
    const apart = [{ reports: ['d', 'c', 'b', 'a'] }];
    expect(groups(chain, { apart })).toEqual(['a b', 'c d']);
    expect(groups(chain, { apart: [{ reports: ['a', 'b', 'c', 'd'], anyTwo: true }] })).toEqual([]);
  });

  it('are not suggested with one that a study holds already, unless it grows', () => {
    const studies = [{ id: 's', reports: ['b', 'a'] }];
    expect(suggestStudies(chain.slice(0, 2), told({ studies }))).toEqual([]);
    expect(suggestStudies(chain, told({ studies }))).toMatchObject([
      { reports: ['a', 'b', 'c', 'd'], grows: 's', adds: ['c', 'd'] },
    ]);
  });

  it('never join two studies that stand', () => {
    const studies = [
      { id: 's', reports: ['a', 'b'] },
      { id: 't', reports: ['c', 'd'] },
    ];
    expect(groups(chain, { studies })).toEqual([]);
  });

  it('leave it to the team where a study holds what was found apart before', () => {
    const said = { studies: [{ id: 's', reports: ['a', 'b'] }], apart: [{ reports: ['a', 'b'] }] };
    expect(groups(chain, said)).toEqual(['a b c d']);
  });
});
