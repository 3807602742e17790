import type { Order } from '@throughline/core';

/** Whose words something is in. `quoted`: typed from a report whose text is not held, so that nobody marked whose. */
export type Whose = Order | 'third' | 'quoted';

/** The words of the evidence pane. */
export const evidenceWords = {
  title: 'Evidence',
  close: 'Close evidence',
  emptyTitle: 'Nothing is selected',
  empty:
    'Select anything on the page: a box, an arrow, a claim, a count, a mark. Here you then see what it rests on, back to the words on the page and the search that found the paper, and what rests on it.',
  notHere: 'This is not in the part of the review that is loaded here: {id}.',
  gone: 'Taken away by {who}, {when}. It stays here for what rests on it.',
  openPage: 'Go to its page',
  walk: 'The way here',
  grade: 'Grade of evidence',
  gradeOf: 'Grade: {name}. {meaning}.',
  counts: 'Evidence',
  counted: '{reports} · {studies}',
  reports: 'Reports',
  studies: 'Studies',
  restsOn: 'Rests on',
  restsOnNothing: 'It rests on nothing that the review holds.',
  endOfWalk: 'The walk ends here: this is where it was found.',
  claimsBehind: 'Claims behind it',
  forward: 'What rests on it',
  forwardNothing: 'Nothing rests on it yet.',
  madeBy: 'Added by {who}, {when}',
  setBy: '{field} edited by {who}, {when}',
  inferred: 'inferred',
  inferredMeaning: "The team's inference: no source says it.",
  page: 'p. {page}',
  background: 'background work: cited, not included, and so it carries no mark',
  lines: 'lines {from} to {to}',
  line: 'line {from}',
  sourceLines: 'As the source gave it',
  inFile: '{file}, {lines}',
  loading: 'Fetching the lines …',
  unread: 'The lines could not be fetched just now.',
  linesElsewhere: 'The text of the record is in the review file; this page holds its place only.',
  details: 'Details',
  somebody: 'somebody whose name was withdrawn',
  inTermsOf: '{report} in terms of “{concept}”',
  linked: '{from} {sort} {to}',
  more: 'Show all {count}',
  whose: {
    first: "participants' words",
    second: "the authors' words",
    context: 'context from the report',
    third: "the reviewers' own",
    quoted: 'quoted from the report',
  } satisfies Readonly<Record<Whose, string>>,
} as const;
