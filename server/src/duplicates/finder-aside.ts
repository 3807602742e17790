import { Worker } from 'node:worker_threads';
import type { AnswerTo, Answers, Asking, News } from './finder.js';

/** To the thread: each message has a number, under which it is answered. */
export interface ToFinder {
  readonly nth: number;
  readonly news?: News;
  readonly asking?: Asking;
}
export interface FromFinder {
  readonly nth: number;
  readonly answer?: Answers[keyof Answers] | undefined;
  readonly failed?: string;
}

/** The thread ended before it had answered: it failed, or nobody needs it any more. */
export class FinderEnded extends Error {
  constructor(readonly because?: unknown) {
    super('the thread that finds duplicates ended');
    this.name = 'FinderEnded';
  }
}

/** Compiled, also when these sources run uncompiled in a test: `src` and `dist` stand side by side. */
const program = new URL('../../dist/duplicates/finder-thread.js', import.meta.url);

interface Waiting {
  readonly resolve: (answer: FromFinder['answer']) => void;
  readonly reject: (error: Error) => void;
}

/** A finder in a thread of its own: comparing many records takes seconds, and nobody else is to wait for it. */
export class FinderAside {
  readonly #worker = new Worker(program, { execArgv: [] });
  readonly #waiting = new Map<number, Waiting>();
  #sent = 0;
  #ended: FinderEnded | undefined;

  constructor() {
    this.#worker.on('message', (message: FromFinder) => this.#answered(message));
    this.#worker.on('error', (error) => this.#over(new FinderEnded(error)));
    this.#worker.on('exit', () => this.#over(new FinderEnded()));
  }

  get hasEnded(): boolean {
    return this.#ended !== undefined;
  }

  /** Resolves when it has taken this in. */
  async tell(news: News): Promise<void> {
    await this.#send({ news });
  }

  async ask<A extends Asking>(asking: A): Promise<AnswerTo<A>> {
    return (await this.#send({ asking })) as AnswerTo<A>;
  }

  /** Whoever waits for an answer gets a `FinderEnded`. */
  async end(): Promise<void> {
    this.#over(new FinderEnded());
    await this.#worker.terminate();
  }

  #send(message: Omit<ToFinder, 'nth'>): Promise<FromFinder['answer']> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    this.#sent += 1;
    const nth = this.#sent;
    return new Promise((resolve, reject) => {
      this.#waiting.set(nth, { resolve, reject });
      this.#worker.postMessage({ nth, ...message } satisfies ToFinder);
    });
  }

  #answered({ nth, answer, failed }: FromFinder): void {
    const waiting = this.#waiting.get(nth);
    this.#waiting.delete(nth);
    if (failed === undefined) waiting?.resolve(answer);
    else waiting?.reject(new Error(failed));
  }

  #over(ended: FinderEnded): void {
    if (this.#ended !== undefined) return;
    this.#ended = ended;
    for (const { reject } of this.#waiting.values()) reject(ended);
    this.#waiting.clear();
  }
}
