import { describe, expect, it } from 'vitest';
import { partReference } from './parted-reference.js';

/** The fields that are there, without the ones every reference has. */
function partsOf(text: string) {
  const { keywords, tags, ...fields } = partReference(text).reference;
  expect([keywords, tags]).toEqual([[], []]);
  return fields;
}

const persons = { authors: ['Okafor C', 'van der Berg M', 'O’Brien S'] };
const by = 'Okafor C, van der Berg M, O’Brien S.';
const article = { type: 'article', title: 'Being parked', journal: 'J Inv', year: 2018 };

describe('a reference taken apart', () => {
  it.each([
    ['volume, issue and pages', '2018;68(672):e487–94.', { volume: '68', issue: '672', pages: 'e487–94' }],
    ['an article number after a blank', '2018;7(10): e013384.', { volume: '7', issue: '10', pages: 'e013384' }],
    ['an issue without pages', '2018;7(7).', { volume: '7', issue: '7' }],
    ['pages where the volume would stand', '2018;1–7.', { pages: '1–7' }],
    ['an article number where the volume would stand', '2018;inv19X705569.', { pages: 'inv19X705569' }],
    ['a supplement', '2018;4 Suppl 1:S3–9.', { volume: '4 Suppl 1', pages: 'S3–9' }],
    ['a month and day', '2018 Jan 12;4(2):3–4', { volume: '4', issue: '2', pages: '3–4' }],
    ['pages right after the year', '2018:151–68.', { pages: '151–68' }],
    ['two issues in one', '2018;44(4–5):848–68.', { volume: '44', issue: '4–5', pages: '848–68' }],
    ['a DOI', '2018;4:3. doi: 10.5555/Abc.1.', { volume: '4', pages: '3', doi: '10.5555/abc.1' }],
  ])('reads %s', (_, where, parts) => {
    expect(partsOf(`${by} Being parked. J Inv. ${where}`)).toEqual({ ...article, ...persons, ...parts });
  });

  it.each([
    ['a question', 'Who waits?', 'Who waits?'],
    ['a question and a full stop', 'Who waits?.', 'Who waits?'],
    ['two sentences', 'Who waits? A review.', 'Who waits? A review'],
    ['a quotation that holds the full stop', 'On being ‘parked.’', 'On being ‘parked’'],
    ['a quotation that opens with the wrong mark', '”It hurt”: a study.', '“It hurt”: a study'],
    ['a question inside quotation marks', '“Who waits?”: a study.', '“Who waits?”: a study'],
    ['an abbreviation', 'Care vs. cure: a study.', 'Care vs. cure: a study'],
  ])('reads a title with %s', (_, printed, title) => {
    expect(partsOf(`Vale R. ${printed} J Inv. 2018;4:3.`)).toEqual({
      ...article,
      title,
      authors: ['Vale R'],
      volume: '4',
      pages: '3',
    });
  });

  it.each<[string, string, object]>([
    ['a list that the source cut', 'Vale R, Okafor CJ, et al.', { authors: ['Vale R', 'Okafor CJ'], etAl: true }],
    ['a list cut without a comma', 'Vale R et al.', { authors: ['Vale R'], etAl: true }],
    ['an organisation', 'Office of Doors and Windows.', { authors: ['Office of Doors and Windows'] }],
    ['names written out', 'Ro Vale; Chidi Okafor.', { authors: ['Ro Vale', 'Chidi Okafor'] }],
    ['family names alone', 'Stone-Vale, Okafor, Lind.', { authors: ['Stone-Vale', 'Okafor', 'Lind'] }],
    ['editors', 'Vale R, Okafor C, editors.', { authors: ['Vale R', 'Okafor C'] }],
  ])('reads %s', (_, head, names) => {
    expect(partsOf(`${head} Being parked. J Inv. 2018;4:3.`)).toEqual({
      ...article,
      ...names,
      volume: '4',
      pages: '3',
    });
  });

  it('reads an article without authors', () => {
    expect(partsOf('Being parked. J Inv. 2018;4:3.')).toEqual({ ...article, authors: [], volume: '4', pages: '3' });
  });

  it('reads a journal with abbreviating points', () => {
    expect(partsOf('Vale R. Being parked at night. Soc. Inv. Med. 2018;4:3.').journal).toBe('Soc. Inv. Med');
  });

  it.each<[string, string, object]>([
    [
      'a book with two places and a series',
      'Vale R. The book of rooms. Leeds; London: Hillside; 1988. (Rooms; v.11).',
      { type: 'book', title: 'The book of rooms', place: 'Leeds; London', publisher: 'Hillside', year: 1988 },
    ],
    [
      'a book with a page',
      'Vale R. Rooms: a history. London: Hillside; 2008. p. 160.',
      { type: 'book', title: 'Rooms: a history', place: 'London', publisher: 'Hillside', year: 2008, pages: '160' },
    ],
    [
      'a book without a place, with an address',
      'Vale R. Rooms. Hillside University Press; 2019. https://press.example.org/1. Accessed 6 June 2024.',
      {
        type: 'book',
        title: 'Rooms',
        publisher: 'Hillside University Press',
        year: 2019,
        url: 'https://press.example.org/1',
      },
    ],
    [
      'a chapter with its editor',
      'Vale R. Doors. In: Okafor C, editor. The book of rooms. London: Hillside; 2001. p. 3–20.',
      {
        type: 'chapter',
        title: 'Doors',
        journal: 'The book of rooms',
        place: 'London',
        publisher: 'Hillside',
        year: 2001,
        pages: '3–20',
      },
    ],
    [
      'a chapter with pages in brackets',
      'Vale R. Doors. In The book of rooms 2024 Mar 10 (pp. 1-13). London: Hillside.',
      {
        type: 'chapter',
        title: 'Doors',
        journal: 'The book of rooms',
        place: 'London',
        publisher: 'Hillside',
        year: 2024,
        pages: '1-13',
      },
    ],
    [
      'a volume and pages without a journal',
      'Vale R. Doors: a worked example. Vol. 7. 2002. p. 209–15.',
      { type: 'article', title: 'Doors: a worked example', volume: '7', year: 2002, pages: '209–15' },
    ],
    [
      'a web page, whose day of access is no year',
      'Vale R. Doors. https://doors.example.org/a.pdf .Accessed 6 June 2024.',
      { type: 'web', title: 'Doors', url: 'https://doors.example.org/a.pdf' },
    ],
    [
      'a web page with a year, addressed without a scheme',
      'Vale R. A guide to doors. 2017. doors.example.org/guide.pdf. Accessed 6 June 2024.',
      { type: 'web', title: 'A guide to doors', year: 2017, url: 'doors.example.org/guide.pdf' },
    ],
    [
      'a report cited from the internet',
      'Vale R. Doors [Internet]. London: Hillside; 2019 [cited 2020 Jan 3]. Available from: https://doors.example.org/r',
      {
        type: 'book',
        title: 'Doors',
        place: 'London',
        publisher: 'Hillside',
        year: 2019,
        url: 'https://doors.example.org/r',
      },
    ],
    ['a title and a year', 'Vale R. Doors. 2018.', { type: 'other', title: 'Doors', year: 2018 }],
  ])('reads %s', (_, text, parts) => {
    expect(partsOf(text)).toEqual({ authors: ['Vale R'], ...parts });
  });

  it.each([
    'A sentence that nobody can take apart.',
    'A sentence that ends with an address of a work: https://doi.org/10.5555/doors',
  ])('keeps what it cannot part as the title: %s', (text) => {
    const { reference, parted } = partReference(text);
    expect(parted).toBe(false);
    expect(reference).toMatchObject({ type: 'other', title: text, authors: [] });
    expect(reference.doi).toBe(text.includes('doi.org') ? '10.5555/doors' : undefined);
  });

  it('leaves out the link words of a page', () => {
    expect(partsOf('Vale R. Being parked. J Inv. 2018;4:3. Article PubMed Google Scholar')).toEqual({
      ...article,
      authors: ['Vale R'],
      volume: '4',
      pages: '3',
    });
  });
});
