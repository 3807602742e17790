import { randomUUID } from 'node:crypto';
import { type ChangeId, type PersonId, type ReviewId, asId } from '@throughline/core';
import { OpenReview } from '../open-review.js';
import { openSqlite } from './keeper.js';

// A program to be killed (kill.process.test.ts), or to write beside another: it proposes memos to the review in a file
// for as long as it may, and prints the ids of those that were acknowledged, a line for each answer.
// Use: node kill-writer.js FILE REVIEW PERSON [HOW-MANY]

const [file = '', review = '', person = '', howMany = 'Infinity'] = process.argv.slice(2);
const keeper = await openSqlite(file);
const open = await OpenReview.open(keeper, asId<ReviewId>(review));

for (let n = 0; n < Number(howMany); n += 1) {
  // One change most of the time, now and then a page of them with something beside.
  const ids = Array.from({ length: n % 7 === 6 ? 20 : 1 }, () => asId<ChangeId>(randomUUID()));
  const proposals = ids.map((id) => ({
    id,
    kind: 'memo.made',
    version: 1,
    payload: { id: `m-${id}`, about: 'trust', text: `memo ${n} `.repeat(1 + (n % 50)), audience: 'team' },
  }));
  const results = await open.propose(proposals, asId<PersonId>(person));
  const stored = results.flatMap((result) => ('accepted' in result ? [result.accepted.id] : []));
  if (stored.length !== ids.length) throw new Error(JSON.stringify(results));
  process.stdout.write(`${stored.join(' ')}\n`);
}
await open.close();
await keeper.close();
