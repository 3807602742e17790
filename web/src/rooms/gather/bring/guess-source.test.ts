import { describe, expect, it } from 'vitest';
import type { Good } from './brought-file.js';
import { guessSource } from './guess-source.js';

const reading = (
  name: string,
  format: string,
  vendors: readonly [id: string, label: string][],
  database?: string,
): Good => ({
  name,
  bytes: 1,
  content: 'x',
  others: [],
  format: { id: format, label: format },
  report: {
    ...{ read: 1, refused: 0, inPart: 0, unread: [], unreadTotal: 0, passedOver: {}, notUnderstood: [] },
    vendors: vendors.map(([id, label]) => ({ id, label, records: 1 })),
  },
  first: [
    {
      lines: [1, 2],
      raw: '',
      reference: {
        type: 'article',
        authors: [],
        keywords: [],
        tags: [],
        ...(database === undefined ? {} : { database }),
      },
    },
  ],
  people: [],
  groups: 0,
});

describe('the source that a file tells of', () => {
  it.each([
    [
      'a platform with many databases, by the database',
      reading('a.ris', 'ris', [['ovid', 'Ovid']], 'PsycInfo'),
      'PsycInfo',
      'Ovid',
    ],
    [
      'a platform that says no database, by the file',
      reading('x/ovid_cinahl-2.ris', 'ris', [['ovid', 'Ovid']]),
      'ovid cinahl 2',
      'Ovid',
    ],
    ['a database of its own', reading('a.csv', 'csv', [['scopus', 'Scopus']]), 'Scopus', ''],
    ['a program that it only went through', reading('hits.ris', 'ris', [['zotero', 'Zotero']]), 'hits', ''],
    [
      'what came first, behind such a program',
      reading('a.ris', 'ris', [
        ['endnote', 'EndNote'],
        ['pubmed', 'PubMed'],
      ]),
      'PubMed',
      '',
    ],
  ] as const)('%s', (_, found, name, platform) => {
    expect(guessSource(found)).toMatchObject({ name, platform, kind: 'database' });
  });

  it.each([
    ['alert', 'alert'],
    ['reference-list', 'reference-list'],
    ['docx', 'reference-list'],
    ['csv', 'database'],
  ])('from %s is of the kind %s', (format, kind) => {
    expect(guessSource(reading('a', format, []))).toMatchObject({ kind });
  });
});
