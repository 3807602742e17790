import {
  type ChangeId,
  type PersonId,
  type Review,
  anchorIn,
  apply,
  asId,
  decide,
  emptyReview,
} from '@throughline/core';
import type { RecordText } from '../context.js';

/** A thing as a test says it: its kind, its id, its fields. */
export type Made = readonly [thing: string, id: string, fields: object];

const by = asId<PersonId>('ada');

/** A review in which these things were made, through the gate; a refusal is the test's own mistake. */
export function reviewOf(things: readonly Made[], onto: Review = emptyReview): Review {
  return things.reduce((review, [thing, id, fields], at) => {
    const kind = thing === 'import' ? 'source.imported' : `${thing}.made`;
    const proposal = { id: asId<ChangeId>(`c-${thing}-${id}`), kind, version: 1, payload: { id, ...fields } };
    const verdict = decide(review, proposal, by);
    if ('refused' in verdict) throw new Error(`${thing} ${id}: ${JSON.stringify(verdict.refused)}`);
    return apply(review, { ...verdict.accepted, by, at: `2024-01-0${1 + (at % 9)}T10:00:00.000Z` });
  }, onto);
}

/** The text of the one document that is held. */
const paper = 'They said that “nobody told us what the job was”. We call this an unwritten role.';

const hash = (letter: string): string => letter.repeat(64);

const rowOf = (number: number, label: string) => ({
  id: `list.${number}`,
  number,
  lines: [number, number],
  label,
  year: 2019,
});

const passage = (order: 'first' | 'second', quote: string) => {
  const anchor = anchorIn(paper, quote);
  return { document: 'paper', order, page: '4', ...(order === 'first' ? { speaker: 'Worker 2' } : {}), ...anchor };
};

/** Three reports of two studies, one construct, claims of every grade: small, and with everything a report can say. */
export const small: readonly Made[] = [
  ['review', 'small', { title: 'Doorways & <thresholds>', invented: true, source: 'Made for this test' }],
  ['person', 'ada', { role: 'lead', card: hash('a') }],
  ['count', 'stated-studies', { of: 'included.studies', value: 3, source: 'Abstract' }],
  [
    'protocol',
    'protocol',
    { aim: 'To see what doors do.', questions: ['What is a door?', 'Who opens it?'], method: 'Meta-ethnography' },
  ],
  ['criterion', 'doors', { sort: 'inclusion', heading: 'phenomenon', text: 'Doors of any kind', order: 1 }],
  ['position', 'position', { person: 'ada', text: 'I like doors.' }],
  [
    'source',
    'index',
    {
      kind: 'database',
      name: 'Index of Doors',
      platform: 'Hinge',
      coverage: '1900–present',
      searched: '2023-05',
      limits: 'none',
    },
  ],
  [
    'import',
    'list',
    {
      source: 'index',
      file: { name: 'doors.txt', content: hash('b'), bytes: 400 },
      format: 'reference-list',
      unread: 0,
      records: [rowOf(1, 'Berg 2019'), rowOf(2, 'Berg 2019'), rowOf(3, 'Cole 2019'), rowOf(4, 'Dunn 2019')],
    },
  ],
  ['vote', 'v1', { record: 'list.1', stage: 'title-abstract', answer: 'include' }],
  ['vote', 'v2', { record: 'list.1', stage: 'full-text', answer: 'include' }],
  ['vote', 'v3', { record: 'list.2', stage: 'full-text', answer: 'include' }],
  ['vote', 'v4', { record: 'list.3', stage: 'full-text', answer: 'include' }],
  [
    'report',
    'berg-a',
    {
      record: 'list.1',
      label: 'Berg 2019',
      title: 'A door',
      authors: ['Berg B'],
      year: 2019,
      journal: 'Doors',
      volume: '3',
      issue: '1',
      pages: '10–20',
      doi: '10.1/door',
    },
  ],
  [
    'report',
    'berg-b',
    { record: 'list.2', label: 'Berg 2019', title: 'Another door', authors: ['Berg B'], etAl: true, year: 2019 },
  ],
  [
    'report',
    'cole',
    { record: 'list.3', label: 'Cole 2019', title: 'No door', authors: ['Cole C'], year: 2019, pages: '1-9' },
  ],
  ['study', 'berg', { name: 'Project of Berg', reports: ['berg-a', 'berg-b'], inferred: true }],
  [
    'document',
    'paper',
    {
      report: 'cole',
      name: 'cole.txt',
      file: hash('c'),
      text: hash('d'),
      extractor: 'plain text 1',
      length: paper.length,
    },
  ],
  ['passage', 'told', passage('first', 'nobody told us what the job was')],
  ['passage', 'unwritten', passage('second', 'an unwritten role')],
  [
    'second-order',
    'role',
    {
      name: 'The unwritten role',
      definition: 'A role that nobody wrote down',
      report: 'cole',
      passages: ['told', 'unwritten'],
    },
  ],
  ['concept', 'unsaid', { name: 'What is left unsaid', order: 1 }],
  [
    'cell',
    'unsaid-cole',
    {
      concept: 'unsaid',
      report: 'cole',
      sort: 'refutational',
      reading: 'Here it is said.',
      disagreesAbout: 'setting',
      rests: ['role'],
    },
  ],
  ['level', 'house', { name: 'The house', order: 1, alsoCalled: ['home'] }],
  ['construct', 'threshold', { name: 'Standing on the threshold', level: 'house', order: 1, concepts: ['unsaid'] }],
  [
    'claim',
    'cited',
    {
      text: 'Doors open',
      home: { on: 'construct', id: 'threshold' },
      order: 1,
      support: [
        { by: 'citation', report: 'berg-a' },
        { by: 'locator', report: 'berg-b', page: '44', quote: 'it <opens>' },
      ],
    },
  ],
  [
    'claim',
    'marked',
    {
      text: 'Nobody says so',
      home: { on: 'construct', id: 'threshold' },
      order: 2,
      support: [
        { by: 'passage', passage: 'told' },
        { by: 'background', record: 'list.4' },
      ],
    },
  ],
  ['claim', 'bare', { text: 'Doors are good.', home: { on: 'level', id: 'house' }, order: 3, support: [] }],
  [
    'proposition',
    'p1',
    { text: 'A door is a promise.', order: 1, rests: [{ on: 'level', id: 'house' }], inferred: true },
  ],
  ['proposition', 'p2', { text: 'A promise can be kept.', order: 2, rests: [{ on: 'construct', id: 'threshold' }] }],
  ['link', 'p1-p2', { between: 'propositions', from: 'p1', to: 'p2', sort: 'leads to' }],
  ['memo', 'private', { about: 'p1', text: 'A secret thought', audience: 'author' }],
];

/** Texts of its records. */
export const texts: ReadonlyMap<string, RecordText> = new Map([
  [
    'list.1',
    {
      raw: '1. Berg B. A door <wide>. Doors. 2019;3(1):10–20.',
      reference: { type: 'article', authors: ['Berg B'], keywords: [], tags: [] },
    },
  ],
]);
