import { asId, type PersonId, see } from '@throughline/core';
import { MemoryStore, type OpenReview, memoryKeeper, startReview } from '@throughline/storage';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importFile } from '../import-file.js';
import { ana } from '../testing/review-file.js';
import { countDuplicates, pageOfQuestions, pageOfSure } from './answers.js';
import { Duplicates } from './duplicates.js';
import { FinderAside } from './finder-aside.js';

const keeper = memoryKeeper(new MemoryStore());
const started: FinderAside[] = [];
let open: OpenReview;
let duplicates: Duplicates;
beforeEach(async () => {
  open = await startReview(keeper, { title: 'Shared care', by: ana.person, name: ana.name });
  const start = () => {
    const finder = new FinderAside();
    started.push(finder);
    return finder;
  };
  duplicates = new Duplicates(open, keeper, { start });
  const bytes = new TextEncoder().encode('TY  - JOUR\nTI  - Kettles\nER  - \n\n'.repeat(3));
  const source = { kind: 'database', name: 'MEDLINE' } as const;
  await importFile(open, { source, file: { name: 'a.ris', bytes }, by: ana.person });
});
afterEach(async () => {
  await duplicates.close();
  await open.close();
});

/** Whoever is not among the people reads as a commenter, to whom no room is open yet. */
const stranger = { person: asId<PersonId>('stranger'), role: 'commenter' } as const;
const seen = () => ({ keeper, id: open.id, review: see(open.review, stranger) });

test('L8 whoever may not see the records is told of none, and nothing is compared for them', async () => {
  const none = { records: 0, groups: 0, leftOut: 0, sureGroups: 0, sureLeave: 0, questions: 0, distinct: 0 };
  expect(await countDuplicates(duplicates, seen)).toEqual(none);
  expect(await pageOfQuestions(duplicates, seen, { limit: 9 })).toEqual({ questions: [], total: 0 });
  expect(await pageOfSure(duplicates, seen, { limit: 9 })).toEqual({ groups: [], total: 0 });
  expect(started).toEqual([]);
  const whole = () => ({ keeper, id: open.id, review: open.review });
  expect(await countDuplicates(duplicates, whole)).toMatchObject({ records: 3 });
  expect(started).toHaveLength(1);
});
