import { type Sentence, type Values, fill } from './sentence.js';

/** What a reader of files found that is no plain record, by the reasons of the formats folder. */
const unreadWords: Readonly<Record<string, Sentence>> = {
  'line.too-long': 'A line too long to be text was left out.',
  'lines.outside-record': 'Text that belongs to no record.',
  'lines.search-strategy': 'The search that the database printed beside its records.',
  'record.too-long': 'The rest of a record that is too long to be one.',
  'list.other': 'A list that is not the reference list.',
  'list.interrupted': 'Text between two references of the list.',
  'list.missing': 'No reference list was found in this file.',
  'record.unfinished':
    'The file ends in the middle of this record. It was read as far as it goes; the file may have been cut off.',
  'record.end-missing': '{records} records had no end mark; each was closed where the next one begins.',
  'record.type-missing': '{records} records had no type line; they were read all the same.',
  'record.line-too-long': 'A very long line in this record was shortened.',
  'encoding.windows-1252':
    'Not all of this file is UTF-8; lines that are not ({lines}) were read as Windows-1252. Look at names with accents.',
  'encoding.mac-roman':
    'Not all of this file is UTF-8; lines that are not ({lines}) were read as an old Mac wrote them. Look at names with accents.',
  'record.unreadable': 'This record could not be read, and is not among those that were.',
  'message.unreadable': 'This message is too long, or nested too deep, to be a letter, and was not read.',
  'record.malformed':
    'This record breaks the rules of its format. It was read as far as it makes sense; look at it before you rely on it.',
  'record.unbalanced':
    'Braces or quotation marks of this record do not close. Its fields were told apart by their names; look at their ends.',
  'record.too-many-parts':
    'This record is nested deeper, or has more parts, than any real one. What lies beyond the limit was read as plain text.',
  'record.entity-unknown':
    'This record writes {entity} for a text that is declared elsewhere. Such texts are never filled in; it stands as written.',
  'number.missing': 'The numbers of the list jump here: missing {numbers}.',
  'number.repeated': 'A number of the list stands twice.',
  'number.out-of-order': 'The numbers of the list do not run on here.',
  'reference.unparted': 'This reference could not be taken apart; its whole text stands as its title.',
  'row.quote-open':
    'A quotation mark in this row is never closed. It was read up to the end of its line; look at the rows behind it.',
  'row.more-cells':
    'This row has {cells} cells where the table has {columns} columns; its values may stand under wrong names.',
};

/** Debris that is known and means nothing to a review. */
export const passedOverWords: Readonly<Record<string, Sentence>> = {
  'running-number': 'running numbers before records',
  'record-header': 'headings of records',
  'full-text-link': 'links to full texts',
  'stray-end': 'end marks without a record',
  'file-frame': 'what the file says of itself around its records',
  'link-words': 'link words of the publisher’s page',
  'list-heading': 'the heading of the list',
  'list-end': 'the end of the list',
  'text-around-list': 'the text around the list',
  comment: 'comments between entries',
  definition: 'abbreviations and preambles',
  'table-title': 'lines above the table',
  'column-names': 'the names of the columns',
  'empty-row': 'empty rows',
  'other-sheet': 'rows of other sheets',
  'other-message': 'other messages',
  'mail-text': 'the text around the records of a message',
};

export const sayUnread = (reason: string, values: Values = {}): string => fill(unreadWords[reason] ?? reason, values);

/** Why a file of an archive was not taken out of it. */
const notUnpackedWords: Readonly<Record<string, Sentence>> = {
  folder: 'a folder',
  empty: 'empty',
  hidden: 'a hidden file of the system',
  'too-large': 'too large',
  encrypted: 'locked with a password',
  damaged: 'damaged',
  'unknown-compression': 'packed in a way that is not read',
  'archive-in-archive': 'an archive in an archive in an archive',
};

export const sayNotUnpacked = (reason: string): string => notUnpackedWords[reason] ?? reason;
