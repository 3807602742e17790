import { describe, expect, it } from 'vitest';
import { knownNumbers, samplesIn } from './numbers.js';

describe('numbers of a study', () => {
  it.each([
    ['Registered at ClinicalTrials.gov (NCT01234567).', 'NCT01234567'],
    ['Trial registration: ISRCTN 12345678', 'ISRCTN12345678'],
    ['isrctn12345678', 'ISRCTN12345678'],
    ['ACTRN12619000123456p', undefined],
    ['ACTRN12619000123456', 'ACTRN12619000123456'],
    ['DRKS00012345', 'DRKS00012345'],
    ['approved by the committee (15/NE/0123)', '15/NE/0123'],
    ['IRAS project ID: 212345', 'IRAS 212345'],
    ['On 12/03/2019 we met.', undefined],
  ])('are found in %s', (text, number) => {
    expect(knownNumbers(text).registrations).toEqual(number === undefined ? [] : [number]);
  });

  it.each([
    ['funded by NIHR 130247', ['NIHR130247']],
    ['(NIHR130247)', ['NIHR130247']],
    ['the ESRC (ES/R005257/1)', ['ES/R005257/1']],
    ['under grant number 2017-0431', ['2017-0431']],
    ['grant agreement No. 847612', ['847612']],
    ['HS&DR programme (13/54/12)', ['13/54/12']],
    ['the project coordinator said', []],
    ['funding reference lists', []],
  ])('of grants are found in %s', (text, numbers) => {
    expect(knownNumbers(text).funding).toEqual(numbers);
  });
});

describe('a number of participants', () => {
  it.each([
    ['patients (n = 23) and staff (n=9)', [23, 9]],
    ['We interviewed 14 link workers.', [14]],
    ['Twenty-three semi-structured interviews', [23]],
    ['thirty women and eleven men', [30, 11]],
    ['In 2019 people came', []],
    ['two participants, aged 45', []],
    ['23 of them', []],
  ])('is found in %s', (text, numbers) => {
    expect([...samplesIn(text)].toSorted()).toEqual(numbers.toSorted());
  });
});
