import { type ChangeId, type PersonId, type Proposal, type Refusal, type SeenChange, asId } from '../src/index.js';
import { apply, decide, emptyReview, type Review } from '../src/review.js';

/**
 * A review told step by step, for tests: each step goes through the gate, as in the program. Reads like the domain:
 * `told().does('AT', 'level.made', { id: 'L1', name: 'organisation', order: 1 })`.
 */
export class Telling {
  review: Review = emptyReview;
  readonly log: SeenChange[] = [];
  private step = 0;

  /** Proposes, and folds what was accepted. Answers the refusal, or undefined. */
  tries(by: string, kind: string, payload: object, saw?: Record<string, ChangeId>): Refusal | undefined {
    this.step += 1;
    const proposal: Proposal = {
      id: asId(`c${this.step}`),
      kind,
      version: 1,
      payload,
      ...(saw === undefined ? {} : { saw }),
    };
    const verdict = decide(this.review, proposal, asId<PersonId>(by));
    if ('refused' in verdict) return verdict.refused;
    const at = new Date(Date.UTC(2024, 0, 1) + this.step * 60_000).toISOString();
    const change: SeenChange = { ...verdict.accepted, by: asId<PersonId>(by), at };
    this.log.push(change);
    this.review = apply(this.review, change);
    return undefined;
  }

  /** Proposes what has to be accepted. */
  does(by: string, kind: string, payload: object): this {
    const refusal = this.tries(by, kind, payload);
    if (refusal !== undefined) throw new Error(`${kind} was refused: ${JSON.stringify(refusal)}`);
    return this;
  }

  get last(): SeenChange {
    const change = this.log.at(-1);
    if (change === undefined) throw new Error('nothing was done yet');
    return change;
  }
}

const card = 'a'.repeat(64);

/** A review with a lead (AT), a reviewer (BH) and a commenter (CP). */
export function told(): Telling {
  return new Telling()
    .does('AT', 'review.made', { id: 'kettles', title: 'Volunteers in repair cafés', invented: true })
    .does('AT', 'person.made', { id: 'AT', role: 'lead', card })
    .does('AT', 'person.made', { id: 'BH', role: 'reviewer', card })
    .does('AT', 'person.made', { id: 'CP', role: 'commenter', card });
}

/** The same with a source of `count` records, `r.1` to `r.n`, in the flow. */
export function withRecords(count: number, kind = 'database'): Telling {
  const records = Array.from({ length: count }, (_, at) => ({
    id: `r.${at + 1}`,
    number: at + 1,
    lines: [at * 10 + 1, at * 10 + 9],
    label: `Okafor ${2010 + at}`,
    year: 2010 + at,
  }));
  return told()
    .does('AT', 'source.made', { id: 'medline', kind, name: 'MEDLINE', platform: 'Ovid' })
    .does('AT', 'source.imported', {
      id: 'r',
      source: 'medline',
      file: { name: 'medline.ris', content: 'b'.repeat(64), bytes: 1000 },
      format: 'ris',
      unread: 0,
      records,
    });
}

/** The same with every record included at both stages and read as a report `p1` to `pn`. */
export function withReports(count: number): Telling {
  const telling = withRecords(count);
  for (let at = 1; at <= count; at += 1) {
    telling
      .does('AT', 'vote.made', { id: `ta${at}`, record: `r.${at}`, stage: 'title-abstract', answer: 'include' })
      .does('AT', 'vote.made', { id: `ft${at}`, record: `r.${at}`, stage: 'full-text', answer: 'include' })
      .does('AT', 'report.made', {
        id: `p${at}`,
        record: `r.${at}`,
        label: `Okafor ${2009 + at}`,
        title: `Paper ${at}`,
        authors: ['Okafor N'],
        pages: '404–15',
      });
  }
  return telling;
}

/** The same with one level, one third-order construct, and a claim that cites the first report at a page. */
export function withArgument(): Telling {
  return withReports(3)
    .does('AT', 'level.made', { id: 'L1', name: 'the volunteer', order: 1 })
    .does('AT', 'construct.made', { id: 'T1', name: 'Repair as company', level: 'L1', order: 1, concepts: [] })
    .does('AT', 'claim.made', {
      id: 'CL1',
      text: 'People come back for the talk',
      home: { on: 'construct', id: 'T1' },
      support: [
        { by: 'locator', report: 'p1', page: 'p.6' },
        { by: 'citation', report: 'p2' },
      ],
      order: 1,
    })
    .does('AT', 'proposition.made', {
      id: 'P1',
      text: 'Company carries repair',
      order: 1,
      rests: [{ on: 'level', id: 'L1' }],
    });
}
