import { type Sentence, type Values, fill } from './sentence.js';

/** What a reader of files found that is no plain record, by the reasons of the formats folder. */
const unreadWords: Readonly<Record<string, Sentence>> = {
  'line.too-long': 'A line too long to be text was left out.',
  'lines.outside-record': 'Text that belongs to no record.',
  'lines.search-strategy': 'The search that the database printed beside its records.',
  'record.too-long': 'The rest of a record that is too long to be one.',
  'list.other': 'A numbered list that is not the reference list.',
  'list.interrupted': 'Text between two references of the list.',
  'list.missing': 'No numbered reference list was found in this file.',
  'record.unfinished':
    'The file ends in the middle of this record. It was read as far as it goes; the file may have been cut off.',
  'record.end-missing': '{records} records had no end mark; each was closed where the next one begins.',
  'record.type-missing': '{records} records had no type line; they were read all the same.',
  'record.line-too-long': 'A very long line in this record was shortened.',
  'encoding.windows-1252':
    'Not all of this file is UTF-8; lines that are not ({lines}) were read as Windows-1252. Look at names with accents.',
  'record.unreadable': 'This record could not be read, and is not among those that were.',
  'number.missing': 'The numbers of the list jump here: missing {numbers}.',
  'number.repeated': 'A number of the list stands twice.',
  'number.out-of-order': 'The numbers of the list do not run on here.',
  'reference.unparted': 'This reference could not be taken apart; its whole text stands as its title.',
};

/** Debris that is known and means nothing to a review. */
export const passedOverWords: Readonly<Record<string, Sentence>> = {
  'running-number': 'running numbers before records',
  'record-header': 'headings of records',
  'full-text-link': 'links to full texts',
  'stray-end': 'end marks without a record',
  'link-words': 'link words of the publisher’s page',
  'list-heading': 'the heading of the list',
  'list-end': 'the end of the list',
  'text-around-list': 'the text around the list',
};

export const sayUnread = (reason: string, values: Values = {}): string => fill(unreadWords[reason] ?? reason, values);
