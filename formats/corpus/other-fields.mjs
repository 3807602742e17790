import { letters } from './plain/letters.mjs';

/**
 * Fields beside title, abstract and DOI that another program's tests expect. Programs differ in taste here (which name
 * of a journal, what belongs to a page range), so nothing is promised: every difference is listed, to be looked at.
 */
const others = {
  year: [({ date }) => /[12]\d{3}/.exec(date ?? '')?.[0], ({ year }) => String(year ?? '')],
  authors: [
    ({ creators = [] }) => namesOf(creators).join('|'),
    ({ authors = [] }, wanted) =>
      wanted
        .split('|')
        .filter((name) => said(authors.join(' ')).includes(name))
        .join('|'),
  ],
  journal: [
    ({ publicationTitle, bookTitle, proceedingsTitle }) => publicationTitle ?? bookTitle ?? proceedingsTitle,
    ({ journal }) => journal,
  ],
  volume: [({ volume }) => volume, (ours) => ours.volume],
  issue: [({ issue }) => issue, (ours) => ours.issue],
  pages: [({ pages }) => pages, (ours) => ours.pages],
  publisher: [({ publisher }) => publisher, (ours) => ours.publisher],
  place: [({ place }) => place, (ours) => ours.place],
  issn: [({ ISSN }) => numberIn(ISSN), ({ issn }) => issn],
  isbn: [({ ISBN }) => numberIn(ISBN), ({ isbn }) => isbn],
  language: [({ language }) => language, (ours) => ours.language],
};

/** Each such field of each item: what is expected, and what is there. Only of files with as many records as items. */
export function otherFields(items, records) {
  if (items.length !== records.length) return [];
  return items.flatMap((item, index) =>
    Object.entries(others).flatMap(([field, [wantedOf, oursOf]]) => {
      const wanted = said(wantedOf(item), field);
      if (wanted === '') return [];
      const ours = said(oursOf(records[index], wanted), field);
      return [{ record: index + 1, from: records[index].from, field, wanted, ours, same: wanted === ours }];
    }),
  );
}

/** Letters and digits of each name, names apart. */
const said = (value, field) =>
  String(value ?? '')
    .split('|')
    .map((part) => letters(part, { latex: field !== 'pages' }))
    .join('|');

/** The first, where there are several. */
const numberIn = (text) => /[\d-]+[\dXx]/.exec(text ?? '')?.[0];

function namesOf(creators) {
  return creators
    .filter(({ creatorType }) => creatorType === 'author')
    .map(({ lastName, name }) => said(lastName ?? name));
}
