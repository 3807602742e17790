import { describe, expect, it } from 'vitest';
import { partReference } from './parted-reference.js';

function partsOf(text: string) {
  const { reference, parted } = partReference(text);
  expect(parted).toBe(true);
  const { keywords, tags, ...fields } = reference;
  expect([keywords, tags]).toEqual([[], []]);
  return fields;
}

const parked = { type: 'article', title: 'Being parked: a study', journal: 'Journal of Doors', year: 2005 };
const place = { volume: '61', issue: '3', pages: '327–335' };

describe('a reference of another style taken apart', () => {
  it.each<[string, string, object]>([
    [
      'APA',
      'Okafor, C. B., & Vale, R. (2005). Being parked: a study. Journal of Doors, 61(3), 327–335.',
      { ...parked, ...place, authors: ['Okafor, C. B.', 'Vale, R.'] },
    ],
    [
      'Springer',
      'Okafor CB, Vale R (2005) Being parked: a study. Journal of Doors 61(3):327–335',
      { ...parked, ...place, authors: ['Okafor CB', 'Vale R'] },
    ],
    [
      'Harvard',
      'Okafor, C.B. and Vale, R. (2005) ‘Being parked: a study’, Journal of Doors, 61(3), pp. 327–335.',
      { ...parked, ...place, authors: ['Okafor, C.B.', 'Vale, R.'] },
    ],
    [
      'Elsevier with names first',
      'Okafor, C.B., Vale, R., 2005. Being parked: a study. Journal of Doors 61, 327–335.',
      { ...parked, volume: '61', pages: '327–335', authors: ['Okafor, C.B.', 'Vale, R.'] },
    ],
    [
      'MLA',
      'Okafor, Chidi, and Ro Vale. “Being parked: a study.” Journal of Doors 61.3 (2005): 327–335. Print.',
      { ...parked, volume: '61.3', pages: '327–335', authors: ['Okafor, Chidi', 'Ro Vale'] },
    ],
    [
      'Chicago',
      'Okafor, Chidi. “Being parked: a study.” Journal of Doors 61, no. 3 (2005): 327–335.',
      { ...parked, ...place, authors: ['Okafor, Chidi'] },
    ],
    [
      'IEEE',
      'C. B. Okafor, R. Vale, and K. Ito, “Being parked: a study,” Journal of Doors, vol. 61, no. 3, pp. 327–335, Apr. 2005.',
      { ...parked, ...place, authors: ['C. B. Okafor', 'R. Vale', 'K. Ito'] },
    ],
    [
      'Nature',
      'Okafor, C. B. & Vale, R. Being parked: a study. Journal of Doors 61, 327–335 (2005).',
      { ...parked, volume: '61', pages: '327–335', authors: ['Okafor, C. B.', 'Vale, R.'] },
    ],
    [
      'names written out',
      'Chidi B. Okafor, Ro Vale, and Ken Ito. Being parked: a study. Journal of Doors, 61(3):327–335, 2005.',
      { ...parked, ...place, authors: ['Chidi B. Okafor', 'Ro Vale', 'Ken Ito'] },
    ],
    [
      'French guillemets and given names in brackets',
      'VALE (R.), « Être garé : une étude », Revue des portes, 61, 2005, p. 327–335.',
      {
        ...{ type: 'article', title: 'Être garé: une étude', journal: 'Revue des portes', year: 2005 },
        ...{ volume: '61', pages: '327–335', authors: ['VALE (R.)'] },
      },
    ],
  ])('reads %s', (_, text, fields) => {
    expect(partsOf(text.replace(/ :/g, ':'))).toEqual(fields);
  });

  it.each<[string, string, object]>([
    ['a year with a letter', 'Vale, R. (2005a). ', { authors: ['Vale, R.'], year: 2005 }],
    ['a day', 'Vale, R. (2005, March 3). ', { authors: ['Vale, R.'], year: 2005 }],
    ['work in press', 'Vale, R. (in press). ', { authors: ['Vale, R.'] }],
    [
      'a list that is cut',
      'Vale, R., Ito, K., et al. (2005). ',
      { authors: ['Vale, R.', 'Ito, K.'], etAl: true, year: 2005 },
    ],
    [
      'names left out in the middle',
      'Vale, R., … Ito, K. (2005). ',
      { authors: ['Vale, R.', 'Ito, K.'], etAl: true, year: 2005 },
    ],
    [
      'particles, hyphens and apostrophes',
      'van der Berg, M.-L., O’Brien, S., & García Márquez-Ruiz, L. (2005). ',
      { authors: ['van der Berg, M.-L.', 'O’Brien, S.', 'García Márquez-Ruiz, L.'], year: 2005 },
    ],
    ['names in capitals', 'ÅSTRÖM, B. och WEIß, A. (2005). ', { authors: ['ÅSTRÖM, B.', 'WEIß, A.'], year: 2005 }],
    ['an organisation', 'World Office of Doors. (2005). ', { authors: ['World Office of Doors'], year: 2005 }],
    ['editors', 'Vale, R., & Ito, K. (Eds.). (2005). ', { authors: ['Vale, R.', 'Ito, K.'], year: 2005 }],
    ['a generation', 'Vale, R., Jr., & Ito, K. (2005). ', { authors: ['Vale, R., Jr.', 'Ito, K.'], year: 2005 }],
  ])('reads %s', (_, head, fields) => {
    expect(partsOf(`${head}Being parked: A study. Journal of Doors, 61, 3–9.`)).toEqual({
      ...{ type: 'article', title: 'Being parked: A study', journal: 'Journal of Doors', volume: '61', pages: '3–9' },
      ...fields,
    });
  });

  it.each<[string, string, object]>([
    [
      'a book',
      'Vale, R. (2014). The book of rooms (2nd ed.). Hillside Press.',
      { type: 'book', title: 'The book of rooms', publisher: 'Hillside Press', year: 2014 },
    ],
    [
      'a book with its place in brackets',
      'Vale, R., The book of rooms (London: Hillside, 2014).',
      { type: 'book', title: 'The book of rooms', place: 'London', publisher: 'Hillside', year: 2014 },
    ],
    [
      'a chapter',
      'Vale, R. (2011). Benches. In C. Okafor & K. Ito (Eds.), Furniture of waiting (pp. 15–38). Hillside Press.',
      {
        ...{ type: 'chapter', title: 'Benches', journal: 'Furniture of waiting', publisher: 'Hillside Press' },
        ...{ editors: ['C. Okafor', 'K. Ito'], pages: '15–38', year: 2011 },
      },
    ],
    [
      'a paper of a conference',
      'Vale, R. Doors that open. In Proceedings of the 1992 Conference on Doors, pages 15–26, Leeds, May 1993.',
      {
        ...{ type: 'conference', title: 'Doors that open', journal: 'Proceedings of the 1992 Conference on Doors' },
        ...{ pages: '15–26', publisher: 'Leeds', year: 1993 },
      },
    ],
    [
      'a thesis',
      'Vale, R. (2016). Queueing in the rain [Doctoral dissertation, University of Lakeside]. Lakeside Repository.',
      { type: 'thesis', title: 'Queueing in the rain', publisher: 'University of Lakeside', year: 2016 },
    ],
    [
      'a report',
      'Vale, R. Queueing in the rain. Technical Report 12, University of Lakeside, 2016.',
      { type: 'report', title: 'Queueing in the rain', publisher: 'University of Lakeside', year: 2016 },
    ],
    [
      'a web page and the day it was read',
      'Vale, R. (2018) Waiting explained. Available at: https://times.example.org/e (Accessed: 4 May 2021).',
      { type: 'web', title: 'Waiting explained', url: 'https://times.example.org/e', year: 2018 },
    ],
  ])('reads %s', (_, text, fields) => {
    expect(partsOf(text)).toEqual({ authors: ['Vale, R.'], ...fields });
  });

  it('takes a title from before the year where nobody is named', () => {
    expect(partsOf('A guide to doors and rooms. (1991). London: Hillside.')).toEqual({
      ...{ type: 'book', title: 'A guide to doors and rooms', authors: [], year: 1991 },
      ...{ place: 'London', publisher: 'Hillside' },
    });
  });

  it('reads a journal and numbers without a title', () => {
    expect(partsOf('Vale R., Ito K., 2008, JInv, 134, 51')).toEqual({
      ...{ type: 'article', authors: ['Vale R.', 'Ito K.'], year: 2008, journal: 'JInv', volume: '134', pages: '51' },
    });
  });

  it('keeps a text that is too long for a reference whole', () => {
    const text = `Vale, R. (2005). ${'Doors, '.repeat(20_000)}`;
    expect(partReference(text)).toMatchObject({ parted: false, reference: { title: text, authors: [] } });
  });
});
