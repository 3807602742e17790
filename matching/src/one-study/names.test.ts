import { describe, expect, it } from 'vitest';
import { namesIn } from './names.js';

const named = (text: string) => {
  const { programmes, acronyms, places } = namesIn(text);
  return { programmes: [...programmes.values()], acronyms: [...acronyms], places: [...places.values()] };
};

describe('names in a text', () => {
  it('are words with capitals that begin no sentence', () => {
    expect(named('We talked in Gateshead. Everybody liked it. Kettles were mended.')).toEqual({
      programmes: [],
      acronyms: [],
      places: ['Gateshead'],
    });
  });

  it('of programmes are found in every length', () => {
    const { programmes } = named('an evaluation of the Deep End community Links Worker Programme in primary care');
    expect(programmes).toEqual(['Deep End', 'Links Worker', 'Links Worker Programme', 'Worker Programme']);
    expect(named('a study of Ways to Wellness and others').programmes).toEqual(['Ways to Wellness']);
  });

  it('of one word take what they are called by', () => {
    expect(named('results of the LINKS trial are told').programmes).toEqual(['LINKS trial']);
    expect(named('within the Kirklees project, people').programmes).toEqual(['Kirklees project']);
    expect(named('a qualitative study of kettles').programmes).toEqual([]);
  });

  it('leave out the headings of an abstract', () => {
    expect(named('Background: Kettles break. Methods Semi-structured talks. Results: They mend.').programmes).toEqual(
      [],
    );
  });

  it('leave out what every paper of a field names', () => {
    expect(named('during COVID-19 in the UK, by Braun and Clarke, with NVivo in England')).toEqual({
      programmes: [],
      acronyms: [],
      places: [],
    });
  });

  it('cannot be told in a title that is all capitals', () => {
    const nothing = { programmes: [], acronyms: [], places: [] };
    expect(named('LINK WORKERS IN THE NORTH OF ENGLAND')).toEqual(nothing);
    expect(named('Social Prescribing: Link Workers’ Perspectives on Service Delivery')).toEqual(nothing);
  });
});
