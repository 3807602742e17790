import { type PersonId, asId } from '@throughline/core';
import { type OpenReview, type ReviewStore, folderStore, postgresStore } from '@throughline/storage';
import { type Place, placesToMeasure } from '../places.js';
import { accepted, proposal, readingList, recordOf, reviewId } from '../reading-list.js';
import { type Row, held, median, quantile, rounded } from '../row.js';

/** People who vote at once, each as soon as their last vote is stored. */
const reviewers = 100;
const records = 20_000;
/** Milliseconds of each measurement. */
const lasts = 6000;

/**
 * What the one loop carries, without a server around it: votes that are decided, stored durably and folded. The peer is
 * the same loop with one person, who waits for each vote: what it would be without storing together.
 */
export async function loop(say: (line: string) => void): Promise<Row[]> {
  const rows: Row[] = [];
  for (const start of placesToMeasure) {
    const place = await start();
    try {
      const store = await storeAt(place);
      rows.push(...(await measured(place.name, store, say)));
      await store.close();
    } finally {
      await place.remove();
    }
  }
  return rows;
}

const storeAt = ({ at }: Place): Promise<ReviewStore> =>
  'database' in at ? postgresStore(at.database) : folderStore(at.folder);

async function measured(name: string, store: ReviewStore, say: (line: string) => void): Promise<Row[]> {
  const keeper = await store.begin(reviewId, 'A reading list');
  const open = await readingList(keeper, records);
  const people = Array.from({ length: reviewers }, (_, n) => asId<PersonId>(`reviewer-${n}`));
  for (const id of people)
    await accepted(open, proposal('person.made', { id, role: 'reviewer', card: 'c'.repeat(64) }));
  const desk = people.map((person) => new Voter(open, person));
  const [alone, ...others] = desk as [Voter, ...Voter[]];
  const one = await votes([alone]);
  const many = await votes(others);
  say(`${name}: ${one.perSecond} votes a second by one person, ${many.perSecond} by ${others.length}`);
  const lost = await missing(desk, store);
  await open.close();
  await keeper.close();
  const peer = { peer: one.perSecond, peerName: 'one person, each vote awaited' };
  const because = 'Durable writes wait for the disk, which takes no CPU time.';
  return [
    { case: name, measure: 'votes stored', unit: 'a second', ours: many.perSecond, ...peer, because },
    { case: name, measure: 'vote to stored, median', unit: 'ms', ours: rounded(median(many.took)), because },
    {
      case: name,
      measure: 'vote to stored, 99th of a hundred',
      unit: 'ms',
      ours: rounded(quantile(many.took, 0.99)),
      because,
    },
    held({ case: name, measure: 'votes lost or doubled', unit: 'votes', ours: lost }, '<= 0'),
  ];
}

/** Reads one record after the other and says what they think of it. */
class Voter {
  #next = 0;
  readonly stored: string[] = [];

  constructor(
    private readonly open: OpenReview,
    private readonly person: PersonId,
  ) {}

  /** Milliseconds until the vote was stored. */
  async vote(): Promise<number> {
    const n = this.#next;
    this.#next += 1;
    const said = {
      record: recordOf(n % records),
      stage: 'title-abstract',
      answer: n % 9 === 0 ? 'include' : 'exclude',
    };
    const one = proposal('vote.made', { id: `${this.person}.${n}`, ...said });
    const began = performance.now();
    const [result] = await this.open.propose([one], this.person);
    if (result === undefined || 'refused' in result) throw new Error(`refused: ${JSON.stringify(result)}`);
    this.stored.push(one.id);
    return performance.now() - began;
  }
}

async function votes(voters: readonly Voter[]): Promise<{ perSecond: number; took: number[] }> {
  const until = performance.now() + lasts;
  const took: number[] = [];
  await Promise.all(
    voters.map(async (voter) => {
      while (performance.now() < until) took.push(await voter.vote());
    }),
  );
  return { perSecond: Math.round((took.length / lasts) * 1000), took };
}

/** Votes that were acknowledged and are not in the log exactly once, read again from the store. */
async function missing(voters: readonly Voter[], store: ReviewStore): Promise<number> {
  const keeper = await store.keeper(reviewId);
  const log = await keeper.changes(reviewId);
  await keeper.close();
  const times = new Map<string, number>();
  for (const { id, kind } of log) if (kind === 'vote.made') times.set(id, (times.get(id) ?? 0) + 1);
  const stored = voters.flatMap((voter) => voter.stored);
  const gaps = log.filter(({ seq }, at) => seq !== at + 1).length;
  return gaps + stored.filter((id) => times.get(id) !== 1).length + Math.abs(times.size - stored.length);
}
