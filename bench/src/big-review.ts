import { type ChangeId, type PersonId, type ReviewId, type SeenChange, asId } from '@throughline/core';

/** How large a made-up review is. */
export interface Size {
  readonly records: number;
  /** All changes together; the votes come first, what is left over are memos and their edits. */
  readonly changes: number;
}

export const bigReviewId = asId<ReviewId>('big-review');
const people = ['ann', 'ben', 'cleo'].map((id) => asId<PersonId>(id));
const sources = 5;

/**
 * The log of a made-up review in the proportions of a large one: two people read every title, some votes are changed,
 * some are settled; one record in twenty-five is read in full, one in two hundred and fifty becomes a report with marked
 * words. Everything in it follows from the size, so that two runs measure the same.
 */
export function* bigReview({ records, changes }: Size): Generator<SeenChange> {
  let made = 0;
  for (const change of [...beginning(), ...gathered(records), ...groups(records), ...said(records), ...read(records)]) {
    made += 1;
    yield change;
  }
  for (let n = 0; made < changes; made += 1, n += 1) yield memo(n);
}

const started = Date.UTC(2026, 0, 5, 9);
let counted = 0;

function change(id: string, kind: string, payload: object, by = 0): SeenChange {
  counted += 1;
  return {
    id: asId<ChangeId>(id),
    kind,
    version: 1,
    payload,
    by: people[by] as PersonId,
    at: new Date(started + (counted % 10_000_000) * 1000).toISOString(),
  };
}

function* beginning(): Generator<SeenChange> {
  yield change('begin', 'review.made', { id: bigReviewId, title: 'A large review, made up', invented: true });
  for (const [n, id] of people.entries())
    yield change(`person-${id}`, 'person.made', { id, role: n === 0 ? 'lead' : 'reviewer', card: `${n}`.repeat(64) });
  for (let n = 0; n < sources; n += 1)
    yield change(`source-${n}`, 'source.made', { id: `s${n}`, kind: 'database', name: `Database ${n + 1}` });
}

/** The id of a record by its number, from 0. */
const recordAt = (n: number): string => `imp${n % sources}.${Math.floor(n / sources) + 1}`;

function* gathered(records: number): Generator<SeenChange> {
  for (let source = 0; source < sources; source += 1) {
    const rows = [];
    for (let n = source; n < records; n += sources) {
      const number = Math.floor(n / sources) + 1;
      const label = `${surnames[n % surnames.length]} ${1990 + (n % 35)}`;
      rows.push({ id: recordAt(n), number, lines: [number * 20, number * 20 + 18], label, year: 1990 + (n % 35) });
    }
    yield change(`import-${source}`, 'source.imported', {
      id: `imp${source}`,
      source: `s${source}`,
      file: { name: `export-${source + 1}.ris`, content: `${source}`.repeat(64), bytes: records * 1000 },
      format: 'ris',
      unread: 0,
      records: rows,
    });
  }
}

const surnames = ['Skivington', 'Wildman', 'Moffatt', 'Pescheny', 'Bertotti', 'Carnes', 'Payne', 'Hanlon', 'Tierney'];

/** One record in twenty is the same report as its neighbour. */
function* groups(records: number): Generator<SeenChange> {
  for (let n = 0; n + 1 < records; n += 20)
    yield change(`group-${n}`, 'duplicate-group.made', { id: `g${n}`, records: [recordAt(n), recordAt(n + 1)] }, 1);
}

const isRelevant = (n: number): boolean => n % 25 === 3;

function* said(records: number): Generator<SeenChange> {
  for (let n = 0; n < records; n += 1) {
    const [record, stage] = [recordAt(n), 'title-abstract'];
    const answers = isRelevant(n) ? ['include', n % 3 === 0 ? 'maybe' : 'include'] : ['exclude', 'exclude'];
    for (const by of [0, 1])
      yield change(`v${by}-${n}`, 'vote.made', { id: `ta${by}-${n}`, record, stage, answer: answers[by] }, by);
    if (n % 20 === 7)
      yield change(`e-${n}`, 'vote.edited', { id: `ta1-${n}`, set: { note: 'Read again', answer: answers[1] } }, 1);
    if (isRelevant(n) && n % 3 === 0)
      yield change(`settled-${n}`, 'settlement.made', { id: `se-${n}`, record, stage, answer: 'include' });
    if (isRelevant(n)) yield* saidInFull(n);
  }
}

function* saidInFull(n: number): Generator<SeenChange> {
  const answer = isReported(n) ? { answer: 'include' } : { answer: 'exclude', reason: 'Not about link workers' };
  for (const by of [0, 1])
    yield change(
      `f${by}-${n}`,
      'vote.made',
      { id: `ft${by}-${n}`, record: recordAt(n), stage: 'full-text', ...answer },
      by,
    );
}

const isReported = (n: number): boolean => n % 250 === 3;
const passagesPerReport = 40;

function* read(records: number): Generator<SeenChange> {
  for (let n = 3; n < records; n += 250) {
    const [report, document] = [`r${n}`, `d${n}`];
    yield change(`report-${n}`, 'report.made', {
      id: report,
      record: recordAt(n),
      label: `${surnames[n % surnames.length]} ${n}`,
      title: 'What link workers do, in their own words',
      authors: ['A. Author'],
    });
    const text = { file: hash(n), text: hash(n + 1), extractor: 'made up', length: 40_000 };
    yield change(`document-${n}`, 'document.made', { id: document, report, name: 'paper.pdf', ...text });
    for (let each = 0; each < passagesPerReport; each += 1) yield passage(n, each);
  }
}

const hash = (n: number): string => n.toString(16).padStart(64, '0');

function passage(n: number, each: number): SeenChange {
  const quote = 'They gave me the time that nobody else had, and they asked what mattered to me.';
  return change(`passage-${n}-${each}`, 'passage.made', {
    id: `p${n}-${each}`,
    document: `d${n}`,
    order: each % 2 === 0 ? 'first' : 'second',
    from: each * 900,
    to: each * 900 + quote.length,
    quote,
    before: 'One participant said: ',
    after: ' Others agreed.',
  });
}

/** Every other one is an edit of the one before. */
function memo(n: number): SeenChange {
  const [id, by] = [`m${n - (n % 2)}`, n % 4 < 2 ? 0 : 2];
  const text = `On trust, thought ${n}: time is what makes it, and it is short everywhere that we looked.`;
  return n % 2 === 0
    ? change(`memo-${n}`, 'memo.made', { id, about: recordAt(n % 1000), text, audience: 'team' }, by)
    : change(`memo-${n}`, 'memo.edited', { id, set: { text } }, by);
}
