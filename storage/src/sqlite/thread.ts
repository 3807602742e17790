import { Worker } from 'node:worker_threads';
import { StoreProblem } from '../contract.js';
import type { Answer, Arguments, Done, FromWorker, Method, Task, ToWorker, ToldError } from './calls.js';

/** Compiled, also when these sources run uncompiled in a test: `src` and `dist` stand side by side. */
const program = new URL('../../dist/sqlite/worker.js', import.meta.url);

interface Asked {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A worker and what was asked of it. It keeps the process running only while an answer is awaited, so that a program
 * that forgot to close still ends.
 */
export class Thread {
  readonly #worker: Worker;
  readonly #asked = new Map<number, Asked>();
  readonly #ended: Promise<void>;
  #last = 0;
  #over = false;
  /** What `ready` said, once the task is done. */
  readonly ready: Promise<Done<StoreProblem>>;

  constructor(
    task: Task,
    private readonly moved: () => void = () => {},
  ) {
    // Not with the arguments of whoever runs this: `node --input-type=module -e` would not let a file run.
    this.#worker = new Worker(program, { workerData: task, execArgv: [] });
    this.#worker.on('message', (message: FromWorker) => this.#hear(message));
    this.#worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    this.#ended = new Promise((resolve) => this.#worker.on('exit', () => resolve()));
    void this.#ended.then(() => {
      this.#over = true;
      this.#fail(new Error('the thread of this file has ended'));
    });
    this.ready = this.#expect(0);
  }

  ask<Name extends Method>(method: Name, ...args: Arguments<Name>): Promise<Answer<Name>> {
    return this.give([], method, ...args);
  }

  /** As `ask`, with memory that goes over to the thread, and is not to be had here any more. */
  give<Name extends Method>(
    memory: readonly ArrayBuffer[],
    method: Name,
    ...args: Arguments<Name>
  ): Promise<Answer<Name>> {
    if (this.#over) return Promise.reject(new Error('the thread of this file has ended'));
    this.#last += 1;
    this.#worker.postMessage({ call: this.#last, method, args } satisfies ToWorker, memory);
    return this.#expect(this.#last);
  }

  follow(milliseconds: number): void {
    this.#send({ follow: milliseconds });
  }

  /** Says that another thread of the same keeper has written into the file. */
  written(): void {
    this.#send({ written: true });
  }

  /**
   * Resolves when the thread has ended, and with it every hold on the file: after `close` and `letGo`, after a task that is
   * done once, and where the file could not be opened, it ends by itself.
   */
  async end(): Promise<void> {
    this.#worker.ref();
    await this.#ended;
  }

  /**
   * Ends beside another thread that goes on with the file; what was begun and not finished is taken back. It ends itself:
   * a thread that is ended from outside while the engine is at work brings the whole program down.
   */
  async letGo(): Promise<void> {
    await this.ask('letGo').catch(() => {});
    await this.end();
  }

  #send(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #expect<T>(call: number): Promise<T> {
    this.#worker.ref();
    return new Promise<T>((resolve, reject) => this.#asked.set(call, { resolve, reject }));
  }

  #hear(message: FromWorker): void {
    if ('moved' in message) this.moved();
    else if ('failed' in message) this.#settle(0, ({ reject }) => reject(heard(message.failed)));
    else if ('ready' in message) {
      const answer = heardDone(message.ready);
      this.#settle(0, ({ resolve }) => resolve(answer as never));
    } else {
      this.#settle(message.call, ({ resolve, reject }) =>
        'error' in message ? reject(heard(message.error)) : resolve(message.answer as never),
      );
    }
  }

  #settle(call: number, how: (asked: Asked) => void): void {
    const asked = this.#asked.get(call);
    this.#asked.delete(call);
    if (this.#asked.size === 0) this.#worker.unref();
    if (asked !== undefined) how(asked);
  }

  #fail(error: Error): void {
    for (const call of [...this.#asked.keys()]) this.#settle(call, ({ reject }) => reject(error));
  }
}

const heard = ({ code, values, message }: ToldError): Error =>
  code === undefined ? new Error(message) : new StoreProblem(code, values);

const heardDone = ({ copy, readOnly, whose }: Done<ToldError>): Done<StoreProblem> => ({
  copy,
  readOnly: readOnly && (heard(readOnly) as StoreProblem),
  whose: whose.map((each) => ('problem' in each ? { problem: heard(each.problem) as StoreProblem } : each)),
});
