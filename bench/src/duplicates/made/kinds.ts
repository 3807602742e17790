import { searchedWord } from '../../import/made-words.js';
import { type Shelf, type Work, article, doiFor, pagesBy, phrase, team, titleFrom } from './work.js';

/** Works that are easily taken for one another, made together; and how often, of a thousand. */
interface Kind {
  readonly often: number;
  readonly make: (shelf: Shelf) => Work[];
}

/** Each kind is told apart by another field. */
const kinds: readonly Kind[] = [
  { often: 720, make: (shelf) => [article(shelf)] },
  { often: 50, make: siblings },
  { often: 20, make: successors },
  { often: 30, make: parts },
  { often: 30, make: twoYears },
  { often: 30, make: withErratum },
  { often: 30, make: withReply },
  { often: 20, make: conferenceAndArticle },
  { often: 10, make: preprintAndArticle },
  { often: 20, make: supplement },
  { often: 20, make: headings },
  { often: 10, make: wrongDoi },
  { often: 10, make: bookAndChapters },
];
const together = kinds.reduce((sum, { often }) => sum + often, 0);

/** One work, or a few that belong together. */
export function someWorks(shelf: Shelf): Work[] {
  let at = shelf.chance.next() * together;
  for (const { often, make } of kinds) {
    at -= often;
    if (at < 0) return make(shelf);
  }
  return [article(shelf)];
}

/** The rest of a later work by the same people in the same journal. */
const nextIn = (shelf: Shelf, first: Work): Work => ({
  ...article(shelf),
  ...{ authors: first.authors, journal: first.journal, type: first.type },
});

/** One team, one year, one journal, nearly one title. */
function siblings(shelf: Shelf): Work[] {
  const { chance } = shelf;
  const about = phrase(chance, 2, 4);
  const [one, other, place] = [searchedWord(chance), searchedWord(chance), searchedWord(chance)];
  const first = article(shelf, { title: `${about} among ${one} in ${place}` });
  const { year, volume } = first;
  // Where chance gave both the same word, the titles would be one.
  const title = `${about} among ${other === one ? 'neighbours' : other} in ${place}`;
  return [first, { ...nextIn(shelf, first), title, year, volume }];
}

/** What a station or a programme reports, and a year later of something else: titles that begin otherwise and end alike. */
function successors(shelf: Shelf): Work[] {
  const { chance } = shelf;
  const about = phrase(chance, 2, 4).toLowerCase();
  const begun = (word: string) => `${word[0]?.toUpperCase()}${word.slice(1)} for ${about}`;
  const [one, other] = [searchedWord(chance), searchedWord(chance)];
  const first = article(shelf, { title: begun(one), authors: team(chance).slice(0, 2) });
  const [year, volume] = [first.year + 1, first.volume + 1];
  return [first, { ...nextIn(shelf, first), title: begun(other === one ? 'nothing' : other), year, volume }];
}

/** Somebody typed the DOI of another paper of the same issue. */
function wrongDoi(shelf: Shelf): Work[] {
  const { year, volume, issue, journal, doi } = article(shelf);
  return [0, 1].map(() => article(shelf, { year, volume, issue, journal, doi }));
}

/** A book, and chapters that some databases give with the book's own DOI. */
function bookAndChapters(shelf: Shelf): Work[] {
  const { chance } = shelf;
  const title = titleFrom(shelf);
  const press = { name: title, short: title, began: 1900 };
  const book = { ...article(shelf, { title, type: 'book' }), volume: 0, issue: '', pages: '' };
  const { year, doi } = book;
  const chapter = () => ({ ...article(shelf, { year, doi, journal: press, type: 'chapter' }), volume: 0, issue: '' });
  return [book, ...chance.some(1, 4, chapter)];
}

function parts(shelf: Shelf): Work[] {
  const { chance } = shelf;
  const named = chance.oneOf([
    ['Part I', 'Part II'],
    ['part 1', 'part 2'],
    ['I', 'II'],
  ] as const);
  const about = titleFrom(shelf);
  const first = article(shelf, { pages: [chance.between(1, 900), chance.between(901, 920)] });
  const { year, volume, issue } = first;
  const subtitle = chance.next() < 0.5 ? '' : `: ${phrase(chance, 1, 3)}`;
  const second = { ...nextIn(shelf, first), year, volume, issue, pages: [921, 935] as const };
  return [
    { ...first, title: `${about}. ${named[0]}${subtitle}` },
    { ...second, title: `${about}. ${named[1]}${subtitle === '' ? '' : `: ${phrase(chance, 1, 3)}`}` },
  ];
}

/** An update, or something that is written every year. */
function twoYears(shelf: Shelf): Work[] {
  const first = article(shelf);
  // A year after, the later one before its issue is out would say just what the first says: nobody could tell them.
  const later = shelf.chance.between(first.year < 1999 ? 1 : 2, 4);
  const second = { ...nextIn(shelf, first), title: first.title, abstract: undefined };
  return [first, { ...second, year: first.year + later, volume: first.volume + later }];
}

function withErratum(shelf: Shelf): Work[] {
  const { chance } = shelf;
  const first = article(shelf);
  const { title, year, volume } = first;
  const page = Array.isArray(first.pages) ? first.pages[0] : first.pages;
  const name = chance.oneOf([
    `Erratum: ${title}`,
    `Corrigendum to "${title}" [${first.journal.short} ${volume} (${year}) ${page}]`,
    // As the Web of Science names a correction.
    `${title} (vol ${volume}, pg ${page}, ${year})`,
  ]);
  const later = chance.between(0, 1);
  const notice = { title: name, year: year + later, volume: volume + later, abstract: undefined };
  return [first, { ...nextIn(shelf, first), ...notice, type: 'other' }];
}

function withReply(shelf: Shelf): Work[] {
  const { chance } = shelf;
  const first = article(shelf);
  const { title, year, volume } = first;
  const letter = { ...nextIn(shelf, first), year, volume, authors: team(chance), abstract: undefined };
  const answer = { ...nextIn(shelf, first), year, volume, abstract: undefined };
  const [asks, replies] = chance.oneOf([
    [`Re: ${title}`, `Re: ${title} - Reply`],
    [`Comment on: ${title}`, `Authors' reply to comment on: ${title}`],
    [title, `${title} - Reply`],
  ] as const);
  return [first, { ...letter, title: asks === title ? `${title}: comment` : asks }, { ...answer, title: replies }];
}

function conferenceAndArticle(shelf: Shelf): Work[] {
  const { chance } = shelf;
  const paper = article(shelf);
  const place = chance.oneOf(shelf.journals);
  const talk = {
    ...article(shelf, {
      title: paper.title,
      authors: paper.authors.slice(0, chance.between(1, 8)),
      abstract: undefined,
    }),
    journal: {
      ...place,
      name: `Proceedings of the Annual Meeting on ${place.name}`,
      short: `Proc Annu Meet ${place.short}`,
    },
  };
  return [paper, { ...talk, year: paper.year - chance.between(1, 2), type: 'conference' }];
}

const server = { name: 'medRxiv', short: 'medRxiv', began: 2018 };

function preprintAndArticle(shelf: Shelf): Work[] {
  const paper = article(shelf);
  const year = paper.year - shelf.chance.between(0, 1);
  shelf.count += 1;
  const doi = `10.1101/${year}.01.01.${shelf.count}`;
  return [paper, { ...paper, journal: server, year, doi, volume: 0, issue: '', pages: '', type: 'other' }];
}

/** Abstracts of a conference: one DOI for all of them, numbers for pages, a page of text each. */
function supplement(shelf: Shelf): Work[] {
  const { chance } = shelf;
  const { year, volume, journal } = article(shelf);
  const doi = doiFor(shelf);
  const issue = `Suppl ${chance.between(1, 4)}`;
  const first = chance.between(1, 400);
  return Array.from({ length: chance.between(3, 9) }, (_, n) =>
    article(shelf, { year, volume, journal, doi, issue, pages: `S${first + Math.floor(n / 2)}`, type: 'conference' }),
  );
}

/** What stands over a page in every issue. */
function headings(shelf: Shelf): Work[] {
  const { chance } = shelf;
  const title = chance.oneOf(['Editorial', "Editor's comments", 'Introduction', 'In this issue', 'Book reviews']);
  const first = article(shelf, { title, authors: team(chance).slice(0, chance.between(0, 1)), abstract: undefined });
  const others = Array.from({ length: chance.between(1, 3) }, (_, n) => ({
    ...first,
    issue: String(Number(first.issue) + n + 1),
    pages: pagesBy(chance),
    doi: doiFor(shelf),
  }));
  return [first, ...others];
}
