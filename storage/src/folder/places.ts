import { StoreProblem } from '../contract.js';

/** A number of places: who finds none free waits in a row, and for so long. */
export class Places {
  #taken = 0;
  readonly #waiting: ((free: boolean) => void)[] = [];

  /** `patience` in milliseconds. */
  constructor(
    readonly number: number,
    private readonly patience: number,
  ) {}

  /** Rejects with `file.busy` where none has become free in time. Who got one gives it back. */
  async take(file: string): Promise<void> {
    if (this.#taken < this.number) {
      this.#taken += 1;
      return;
    }
    if (!(await this.#freed())) throw new StoreProblem('file.busy', { file, open: this.number });
  }

  /** A place that is given back goes straight to who waits longest. */
  giveBack(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#taken -= 1;
    else next(true);
  }

  #freed(): Promise<boolean> {
    return new Promise((resolve) => {
      const waiting = (free: boolean) => {
        clearTimeout(late);
        resolve(free);
      };
      const late = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        resolve(false);
      }, this.patience);
      this.#waiting.push(waiting);
    });
  }
}
