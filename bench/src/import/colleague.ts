import { setTimeout as wait } from 'node:timers/promises';
import type { ProposeAnswer, RecordList, ReviewCard } from '@throughline/wire';
import { proposal } from '../reading-list.js';

/** Milliseconds that each small request took, by what was asked. */
export interface Waits {
  readonly searches: readonly number[];
  readonly votes: readonly number[];
}

/** Somebody at the workbench who searches and votes, whatever else it is doing. */
export class Colleague {
  #votes = 0;

  private constructor(
    private readonly origin: string,
    readonly cookie: string,
    readonly review: string,
  ) {}

  /** Comes in by the address that lets in, and begins a review. */
  static async comeIn(url: string): Promise<Colleague> {
    const { origin } = new URL(url);
    const { headers } = await fetch(url, { redirect: 'manual' });
    const cookie = (headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
    const { id } = await new Colleague(origin, cookie, '').#post<ReviewCard>('/api/reviews', { title: 'Under import' });
    return new Colleague(origin, cookie, id);
  }

  /** Where files are brought to. */
  get sources(): string {
    return `${this.origin}/api/reviews/${this.review}/sources`;
  }

  async search(words: string): Promise<RecordList> {
    return this.#get(`/api/reviews/${this.review}/records?text=${encodeURIComponent(words)}&limit=50`);
  }

  async vote(record: string): Promise<void> {
    this.#votes += 1;
    const said = { record, stage: 'title-abstract', answer: this.#votes % 9 === 0 ? 'include' : 'exclude' };
    const change = proposal('vote.made', { id: `v${this.#votes}`, ...said });
    const { answers } = await this.#post<ProposeAnswer>(`/api/reviews/${this.review}/changes`, { changes: [change] });
    if (answers.some((answer) => 'refused' in answer)) throw new Error(`refused: ${JSON.stringify(answers)}`);
  }

  /** One small thing after the other, with a breath between, until told to stop. */
  async workUntil(stopped: () => boolean, records: readonly string[], words: readonly string[]): Promise<Waits> {
    const [searches, votes] = [[] as number[], [] as number[]];
    for (let n = 0; !stopped(); n += 1) {
      searches.push(await timed(() => this.search(words[n % words.length] ?? '')));
      const record = records[n];
      if (record !== undefined) votes.push(await timed(() => this.vote(record)));
      await wait(50);
    }
    return { searches, votes };
  }

  #get<T>(path: string): Promise<T> {
    return this.#asked(path, { headers: { cookie: this.cookie } });
  }

  #post<T>(path: string, body: unknown): Promise<T> {
    const headers = { cookie: this.cookie, origin: this.origin, 'content-type': 'application/json' };
    return this.#asked(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async #asked<T>(path: string, init: RequestInit): Promise<T> {
    const answer = await fetch(this.origin + path, init);
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}

/** Milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
