import { setTimeout as pause } from 'node:timers/promises';
import type { ReviewId } from '@throughline/core';
import type { ProposeAnswer } from '@throughline/wire';
import { type Sentence, problems, refusals, sayProblem } from '@throughline/words';
import type { Browser, Came } from '../accounts/testing/browser.js';
import { memo } from './gathered.js';

/** What somebody was told instead of an acknowledgement. */
export interface Told {
  readonly status: number;
  readonly code: string;
  readonly sentence: string | undefined;
}

/** Milliseconds after which somebody who was never acknowledged gives up. */
const patience = 15_000;

/**
 * Somebody who writes one memo after the other. What is not acknowledged is sent again, the very same; where no answer
 * comes at all, at the next server.
 */
export class AtWork {
  readonly acknowledged: string[] = [];
  readonly refusals: Told[] = [];
  unanswered = 0;
  #made = 0;
  #where = 0;
  #going = true;
  readonly #done: Promise<void>;

  constructor(
    readonly name: string,
    private readonly review: ReviewId,
    private readonly browsers: readonly Browser[],
  ) {
    this.#done = this.#work();
    // Whoever stops hears of it.
    this.#done.catch(() => {});
  }

  /** Finishes what is under way. Rejects where something was never acknowledged. */
  async stop(): Promise<void> {
    this.#going = false;
    await this.#done;
  }

  async #work(): Promise<void> {
    while (this.#going) {
      this.#made += 1;
      const id = `${this.name}-${this.#made}`;
      for (const until = performance.now() + patience; !(await this.#sent(id)); await pause(20)) {
        if (performance.now() > until)
          throw new Error(`${id} was never acknowledged: ${JSON.stringify(this.refusals.at(-1))}`);
      }
      this.acknowledged.push(id);
    }
  }

  async #sent(id: string): Promise<boolean> {
    const body = { changes: [memo(id, `What ${this.name} thought at ${this.#made}`)] };
    const browser = this.browsers[this.#where % this.browsers.length] as Browser;
    const came = await browser.post(`/api/reviews/${this.review}/changes`, body).catch(() => undefined);
    if (came === undefined) {
      this.unanswered += 1;
      this.#where += 1;
      return false;
    }
    const refusal = refusalIn(came);
    if (refusal !== undefined) this.refusals.push(refusal);
    return refusal === undefined;
  }
}

/** Why a proposal was not taken; undefined where it was acknowledged. */
export function refusalIn({ status, body }: Came): Told | undefined {
  const [answer] = (body as Partial<ProposeAnswer>).answers ?? [];
  if (status === 200 && answer !== undefined && 'accepted' in answer) return undefined;
  const problem = answer !== undefined && 'refused' in answer ? answer.refused : body;
  const { code = '', values = {} } = problem as { code?: string; values?: Record<string, string | number> };
  return { status, code, sentence: isSaidWhole(code, values) ? sayProblem(code, values) : undefined };
}

/** The catalogue knows the code, and every place in its sentence has a value. A path and its folder are made of `file`. */
function isSaidWhole(code: string, values: Readonly<Record<string, unknown>>): boolean {
  const sentence = ({ ...refusals, ...problems } as Readonly<Record<string, Sentence>>)[code];
  const places = [...(sentence ?? '').matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const isGiven = (name: string) => name in values || ('file' in values && /^(path|folder)$/.test(name));
  return sentence !== undefined && places.every(isGiven);
}

/** Waits until each of them was acknowledged so many times more. */
export async function eachGoesOn(people: readonly AtWork[], times: number): Promise<void> {
  const goals = people.map(({ acknowledged }) => acknowledged.length + times);
  const isBehind = (person: AtWork, n: number) => person.acknowledged.length < (goals[n] ?? 0);
  for (const until = performance.now() + patience; people.some(isBehind); await pause(5)) {
    if (performance.now() > until) {
      const told = people.map(({ name, acknowledged, refusals }) => [name, acknowledged.length, refusals.at(-1)]);
      throw new Error(`work does not go on: ${JSON.stringify(told)}`);
    }
  }
}
