import { fill, listed } from '../sentence.js';

/** The page of duplicates: what is asked, what is sure, and the groups that stand. */
export const duplicatesWords = {
  title: 'Duplicates',
  purpose:
    'Records that are the same report stand in one duplicate group, and are read once. Nothing is deleted: every record stays as its source gave it, and a group can be taken apart at any time.',
  back: 'Back to Gather',
  open: 'Look through the duplicates',
  comparing: 'Comparing the records …',
  none: 'No records are held yet. Once files are brought in, records that are the same report are found here.',
  toGather: 'Bring in what a search returned',
  counts: {
    title: 'In numbers',
    records: 'Records held',
    groups: 'Duplicate groups',
    leftOut: '{records} left out of the flow by them',
    sure: 'Sure, and not grouped yet',
    sureLeave: '{records} more would leave the flow',
    questions: 'Questions for a person',
    distinct: 'Pairs found different',
  },
  overlap: {
    title: 'What each source gave',
    why: 'Works are counted once, as they are grouped now. A source that alone gave much was worth searching.',
    source: 'Source',
    records: 'Records',
    works: 'Works',
    only: 'Only here',
    also: 'Elsewhere, too',
    sharedWith: 'Shared with',
    shares: '{name} {count}',
    none: 'No source of the flow has given a record yet.',
  },
  short: {
    nothing: 'No two records look like the same report.',
    groups: '{groups} stand; {left} left out of the flow.',
    sure: '{groups} found that are sure.',
    questions: '{questions} for a person.',
  },
  questions: {
    title: 'The same report?',
    why: 'Each pair is asked once; the answer holds for all records of both.',
    none: 'Nothing is left to ask.',
    noneYet: 'Nothing has to be asked: no two records leave a doubt.',
    progress: '{at} of {of}',
    later: 'put off before',
    same: 'Same',
    different: 'Different',
    laterDo: 'Later',
    acts: 'Answer',
    answeredSame: 'Same: {title}.',
    answeredDifferent: 'Different: {title}.',
    putOff: 'Put off: {title}.',
    next: 'Next: {title}',
    last: 'That was the last one.',
    inGroup: 'in a group with {others}',
  },
  compared: {
    caption: 'The records beside each other',
    field: 'Field',
    record: 'Record {number} of {source}',
    recordWithin: 'record {number} of {source}',
    both: 'both',
    allOf: 'all',
    contradicts: 'different',
    differs: 'not the same',
    alike: 'written in two ways',
    lacking: 'only in one',
    lackingSome: 'not in all',
    same: 'the same',
    nothing: 'nothing',
  },
  sure: {
    title: 'Sure',
    why: 'These agree in so much that nobody has to be asked. Look through them, or group them all; one undo takes that back.',
    none: 'No group waits to be made.',
    all: 'Group all {count}',
    allOne: 'Group it',
    grouping: 'Grouping …',
    groupedAll: '{groups} made, of {records}.',
    one: 'Group',
    oneIt: 'Group: {title}',
    different: 'Different reports',
    differentIt: 'Different reports: {title}',
    look: 'Look closely',
    lookIt: 'Look closely: {title}',
    takes: 'joins a group that stands',
    which: 'Which of them are the same report?',
    tickIt: 'Record {number} of {source} is the same report',
    groupTicked: 'Group the ticked ones; the others are different',
    needsTwo: 'Tick at least two of them, or say that they are different reports.',
    made: 'Grouped: {title}.',
    said: 'Different reports: {title}.',
    more: '{shown} of {total}',
    showAll: 'Show all {total}',
  },
  groups: {
    title: 'Groups that stand',
    why: 'Each stands for one report. It is shown with the best of each field, and says from which record that is.',
    none: 'No records have been grouped.',
    noMatch: 'No group has these words.',
    search: 'Search the groups',
    found: '{total} found',
    all: '{total} in all',
    look: 'Open',
    lookIt: 'Open the group: {title}',
    how: {
      sure: 'found sure, grouped by {person}, {when}',
      answered: 'answered by {person}, {when}',
      hand: 'grouped by hand by {person}, {when}',
      file: 'brought by a file of {person}, {when}',
    },
    because: 'Because: {because}',
    disagree: 'The votes on its records disagree.',
    toScreen: 'Settle them in Screen',
    votes: ['{count} vote on its records', '{count} votes on its records'],
    shown: 'How it is shown',
    fromRecord: 'from {record}',
    fromAll: 'from all of them',
    allFromRecord: 'Every field is from {record}.',
    records: 'Its records',
    split: 'Take records out',
    splitWhich: 'Which of them are another report?',
    splitTick: 'Record {number} of {source} is another report',
    splitTogether: 'The ticked ones are one report together',
    splitEach: 'Each of them is a report of its own',
    splitTwo: 'They are two reports.',
    splitTwoDo: 'Take them apart',
    splitDo: 'Take them out',
    splitNeeds: 'Tick at least one of them, and leave at least one.',
    splitNow: 'Taken out: {records}. They are not asked about again.',
    merge: 'Add a record or a group',
    takeBack: 'Take the group away',
    takeBackIt: 'Take the group away: {title}',
    takenBack: 'Taken away: {title}.',
  },
  merge: {
    opener: 'Same report as …',
    search: 'Words of its title',
    hint: 'Title, author or year',
    none: 'No other record has these words.',
    found: '{total} found',
    first: 'The first {shown} of {total}',
    do: 'Same report',
    doIt: 'Same report: {title}',
    already: 'in a duplicate group',
    groupNotFound: 'Its group could not be found. Look for it among the groups that stand, and add this record there.',
    because: 'Why (you may leave it empty)',
    now: 'One report now: {title}.',
    cancel: 'Cancel',
  },
  record: {
    title: 'The same report',
    why: 'Records that other sources gave of the same report.',
    alone: 'No other record is known to be the same report.',
    inGroup: 'It stands in a duplicate group with {records}.',
    toGroups: 'To the group',
  },
} as const;

/** How a field is called when two records are compared. */
const comparedFieldWords: Readonly<Record<string, string>> = {
  title: 'title',
  authors: 'authors',
  year: 'year',
  journal: 'journal',
  volume: 'volume',
  issue: 'issue',
  pages: 'pages',
  doi: 'DOI',
  pmid: 'PubMed number',
  isbn: 'ISBN',
  abstract: 'abstract',
};

/** Kinds of pairs that are known to deceive, by the names that the comparison gives them. */
export const specialPairWords: Readonly<Record<string, string>> = {
  correction: 'One looks like a correction or retraction of the other.',
  reply: 'One looks like a reply to the other, or a comment on it.',
  parts: 'They look like two parts of a series.',
  heading: 'Many works stand under a heading like this one.',
  conference: 'They look like a conference paper and its article.',
  preprint: 'They look like a preprint and its article.',
  chapter: 'They look like a book and a chapter of it.',
  edition: 'They look like two editions of a book.',
  'another-year': 'The title comes again in another year: an update, or a series.',
  translation: 'They look like one title in two languages.',
  'shared-doi': 'Their DOI stands on two works: it may be wrong on one, or that of a whole supplement.',
  registration: 'They look like the entry of a register, or a protocol, and its article.',
  sparse: 'Its source cut one of them short.',
};

/** What the comparison of two records found, as `Why` has it on the wire. */
interface Compared {
  readonly agree: readonly string[];
  readonly alike: readonly string[];
  readonly contradict: readonly string[];
  readonly special?: string;
}

/** "Same title and authors; journal written in two ways; different year and pages. They look like …" */
export function sayWhy({ agree, alike, contradict, special }: Compared): string {
  const parts = [
    ...said('same {fields}', agree),
    ...said('{fields} written in two ways', alike),
    ...said('different {fields}', contradict),
  ];
  const found = parts.length === 0 ? [] : [`${capitalised(parts.join('; '))}.`];
  const kind = special === undefined ? undefined : specialPairWords[special];
  return [...found, ...(kind === undefined ? [] : [kind])].join(' ');
}

const said = (sentence: string, fields: readonly string[]): string[] =>
  fields.length === 0
    ? []
    : [fill(sentence, { fields: listed(fields.map((field) => comparedFieldWords[field] ?? field)) })];

const capitalised = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
