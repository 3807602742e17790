import type { Proposal } from '@throughline/core';
import type { NextToRead, ProposeAnswer } from '@throughline/wire';
import { proposal } from '../reading-list.js';
import type { Session } from './session.js';

/** Records that are fetched to be read, as a page of them is. */
const pageOf = 20;

/** A change that was accepted, by its kind. */
export interface Done {
  readonly id: string;
  /** Everybody else hears of it. */
  readonly toldToAll: boolean;
}

/** Somebody who reads, votes, changes their mind now and then, and writes memos for the team. */
export class Reviewer {
  readonly #toRead: string[] = [];
  /** Records that were taken up: a page that is fetched meanwhile may still name them. */
  readonly #taken = new Set<string>();
  #fetching: Promise<void> | undefined;
  #votes: { id: string; set: string }[] = [];
  #memos: { id: string; text: string }[] = [];
  #made = 0;

  constructor(
    readonly session: Session,
    readonly name: string,
    private readonly review: string,
    /** Hears of each change when it is sent. */
    private readonly sending: (change: string) => void,
  ) {}

  /** Does the next thing; `chance` from 0 to 1 says what. Undefined where nothing is left to read. */
  async act(chance: number): Promise<Done | undefined> {
    if (chance < 0.7) return this.#vote();
    const vote = chance < 0.8 ? this.#votes.shift() : undefined;
    if (vote !== undefined) return this.#changeMind(vote);
    const memo = chance < 0.95 ? this.#memos.shift() : undefined;
    return memo === undefined ? this.#write() : this.#rewrite(memo);
  }

  async #vote(): Promise<Done | undefined> {
    if (this.#toRead.length === 0) await this.fetchNext();
    const record = this.#toRead.shift();
    if (record === undefined) return undefined;
    this.#taken.add(record);
    const id = this.#newId('v');
    const said = { record, stage: 'title-abstract', answer: this.#made % 9 === 0 ? 'include' : 'exclude' };
    const change = await this.#propose(proposal('vote.made', { id, ...said }));
    if (this.#votes.length < 5) this.#votes.push({ id, set: change });
    return { id: change, toldToAll: false };
  }

  async #changeMind({ id, set }: { id: string; set: string }): Promise<Done> {
    const edit = proposal('vote.edited', { id, set: { note: 'Read again' } });
    return { id: await this.#propose({ ...edit, saw: { note: set as Proposal['id'] } }), toldToAll: false };
  }

  async #write(): Promise<Done> {
    const id = this.#newId('m');
    const text = 'Time is what trust is made of here; three of the papers say so in their own ways.';
    const change = await this.#propose(proposal('memo.made', { id, about: 'trust', text, audience: 'team' }));
    this.#memos.push({ id, text: change });
    return { id: change, toldToAll: true };
  }

  async #rewrite({ id, text }: { id: string; text: string }): Promise<Done> {
    const edit = proposal('memo.edited', {
      id,
      set: { text: `Time is what trust is made of, thought ${this.#made}.` },
    });
    const change = await this.#propose({ ...edit, saw: { text: text as Proposal['id'] } });
    this.#memos.push({ id, text: change });
    return { id: change, toldToAll: true };
  }

  /** The change's id, once it is accepted. */
  async #propose(one: Proposal): Promise<string> {
    this.sending(one.id);
    const { answers } = await this.session.post<ProposeAnswer>(`/api/reviews/${this.review}/changes`, {
      changes: [one],
    });
    const [answer] = answers;
    if (answer === undefined || 'refused' in answer) throw new Error(`refused: ${JSON.stringify(answer)}`);
    return answer.accepted.id;
  }

  /** The next page of what is to be read. Asked twice at once, it is fetched once. */
  async fetchNext(): Promise<void> {
    this.#fetching ??= this.#fetch().finally(() => {
      this.#fetching = undefined;
    });
    await this.#fetching;
  }

  async #fetch(): Promise<void> {
    const { works } = await this.session.get<NextToRead>(
      `/api/reviews/${this.review}/next?stage=title-abstract&limit=${pageOf}`,
    );
    const fresh = works.map(({ record }) => record).filter((record) => !this.#taken.has(record));
    this.#toRead.splice(0, this.#toRead.length, ...fresh);
  }

  #newId(sort: string): string {
    this.#made += 1;
    return `${sort}-${this.name}-${this.#made}`;
  }
}
