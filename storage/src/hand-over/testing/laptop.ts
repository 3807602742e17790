import {
  type ChangeId,
  type PersonId,
  type Proposal,
  type RecordId,
  type ReviewId,
  type Viewer,
  asId,
} from '@throughline/core';
import type { Keeper, StoredRecord } from '../../contract.js';
import { sha256Of } from '../../hash.js';
import { OpenReview, type ProposalResult } from '../../open-review.js';
import { personCard } from '../../people.js';
import { startReview } from '../../start-review.js';

// A review that is read by three people, for the tests of handing over and taking back.

export const ana = asId<PersonId>('ana');
/** Ana at her own laptop: she holds the file. */
export const anaAtHome: Viewer = { person: ana, role: 'lead', holder: true };
export const ben = asId<PersonId>('ben');
export const cai = asId<PersonId>('cai');
export const dee = asId<PersonId>('dee');
const names = { ana: 'Ana Reyes', ben: 'Ben Okafor', cai: 'Cai Lund', dee: 'Dee Ortiz' };

/** An open review with its keeper, and a hand that does things in it. */
export class Laptop {
  private static opened = 0;
  private step = 0;
  /** No other laptop makes these ids. */
  private readonly name: string;

  private constructor(
    readonly open: OpenReview,
    readonly keeper: Keeper,
  ) {
    Laptop.opened += 1;
    this.name = `laptop-${Laptop.opened}`;
  }

  static async opens(keeper: Keeper): Promise<Laptop> {
    const [id] = await keeper.reviews();
    return new Laptop(await OpenReview.open(keeper, asId<ReviewId>(id ?? '')), keeper);
  }

  /**
   * Ana leads, Ben and Cai review, Dee comments. One source of `count` records, `r.1` to `r.n`, whose texts are kept; a
   * criterion, a memo that Ana keeps to herself and one for the team, and the file that the records came from.
   */
  static async starts(keeper: Keeper, count: number, id = 'shared-care'): Promise<Laptop> {
    const open = await startReview(keeper, { title: 'Shared care', id: asId<ReviewId>(id), by: ana, name: names.ana });
    const laptop = new Laptop(open, keeper);
    await laptop.joins(ben, 'reviewer');
    await laptop.joins(cai, 'reviewer');
    await laptop.joins(dee, 'commenter');
    await laptop.does(ana, 'source.made', { id: 'medline', kind: 'database', name: 'MEDLINE' });
    await laptop.imports(ana, 'r', count);
    await laptop.does(ana, 'criterion.made', { id: 'k1', sort: 'inclusion', heading: 'Who', text: 'Adults', order: 1 });
    await laptop.does(ana, 'memo.made', { id: 'own', about: id, text: 'ana keeps this', audience: 'author' });
    await laptop.does(ana, 'memo.made', { id: 'ours', about: id, text: 'the team knows this', audience: 'team' });
    return laptop;
  }

  async joins(person: PersonId, role: string): Promise<void> {
    const card = personCard(names[person as keyof typeof names], `salt ${person}`);
    const [answer] = await this.open.propose(
      [this.proposal('person.made', { id: person, role, card: card.hash })],
      ana,
      { beside: { contents: [card] } },
    );
    accepted(answer);
  }

  /** A file of references arrives: its bytes, and the texts of its records, come with the change. */
  async imports(by: PersonId, id: string, count: number): Promise<void> {
    const bytes = new TextEncoder().encode(`the file ${id} with all of its records`);
    const rows = Array.from({ length: count }, (_, at) => ({
      id: `${id}.${at + 1}`,
      number: at + 1,
      lines: [at * 3 + 1, at * 3 + 2],
      label: `Paper ${at + 1} of ${id}`,
    }));
    const file = { name: `${id}.ris`, content: sha256Of(bytes), bytes: bytes.length };
    const payload = { id, source: 'medline', file, format: 'ris', unread: 0, records: rows };
    const records = rows.map((row) => textOf(row.id));
    const beside = { records, contents: [{ hash: file.content, bytes, name: file.name }] };
    const [answer] = await this.open.propose([this.proposal('source.imported', payload)], by, { beside });
    accepted(answer);
  }

  /** Proposes, and answers what came of it. */
  async tries(by: PersonId, kind: string, payload: object, more: Partial<Proposal> = {}): Promise<ProposalResult> {
    const [answer] = await this.open.propose([this.proposal(kind, payload, more)], by);
    if (answer === undefined) throw new Error('nothing was answered');
    return answer;
  }

  async does(by: PersonId, kind: string, payload: object, more: Partial<Proposal> = {}): Promise<ChangeId> {
    return accepted(await this.tries(by, kind, payload, more));
  }

  votes(by: PersonId, record: string, answer: string, stage = 'title-abstract'): Promise<ChangeId> {
    const reason = stage === 'full-text' ? { reason: 'setting' } : {};
    return this.does(by, 'vote.made', { id: `v.${this.name}.${this.step}`, record, stage, answer, ...reason });
  }

  /** The records that are held here, and their texts. */
  async texts(): Promise<readonly StoredRecord[]> {
    return this.keeper.records(
      this.open.id,
      [...this.open.review.gather.records].map(({ id }) => id),
    );
  }

  async leaves(): Promise<void> {
    await this.open.close();
    await this.keeper.close();
  }

  private proposal(kind: string, payload: unknown, more: Partial<Proposal> = {}): Proposal {
    this.step += 1;
    return { id: asId<ChangeId>(`${this.name}.${this.step}`), kind, version: 1, payload, ...more };
  }
}

function accepted(answer: ProposalResult | undefined): ChangeId {
  if (answer === undefined || 'refused' in answer) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer.accepted.id;
}

const textOf = (id: string): StoredRecord => ({
  id: asId<RecordId>(id),
  raw: `TY  - JOUR\nTI  - what only the text of ${id} says\nER  - `,
  reference: { type: 'article', title: `what only the text of ${id} says`, authors: [], keywords: [], tags: [] },
});
