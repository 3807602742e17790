import { Worker } from 'node:worker_threads';

/** Milliseconds that a reader may take over one file: far beyond what is promised, so that a hang ends. */
const limitOf = (bytes) => 30_000 + bytes / 100;
/** Megabytes of its heap. */
const memory = { maxOldGenerationSizeMb: 3000 };

/**
 * A reader in a thread of its own, one file after the other. Where it hangs or falls over, its thread is ended, the file
 * counts as failed, and the next file gets a new thread.
 */
export class ReaderThread {
  #worker;
  /** Whoever waits for the file that is being read. */
  #answered = () => undefined;

  /** `module` listens on its parent port and answers every message. */
  constructor(module, workerData) {
    this.module = module;
    this.workerData = workerData;
  }

  /** What the thread answers, or `{ failed }` with the reason. */
  async read(asked, bytes) {
    this.#worker ??= this.#started();
    const worker = this.#worker;
    let timer;
    const { answer, over } = await new Promise((resolve) => {
      this.#answered = resolve;
      timer = setTimeout(() => resolve({ answer: { failed: 'it did not end' }, over: true }), limitOf(bytes));
      worker.postMessage(asked);
    });
    clearTimeout(timer);
    if (over) await this.close();
    return answer;
  }

  async close() {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #started() {
    const worker = new Worker(this.module, { workerData: this.workerData, resourceLimits: memory });
    const tell = (answer, over) => {
      if (worker === this.#worker) this.#answered({ answer, over });
    };
    worker.on('message', (answer) => tell(answer, false));
    worker.on('error', (error) => tell({ failed: error.message }, true));
    worker.on('exit', (code) => tell({ failed: `its thread ended with ${code}` }, true));
    return worker;
  }
}
