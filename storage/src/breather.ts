/** Milliseconds of work after which others get their turn. */
const longest = 12;

/** Long work in one thread: asked after each piece of it, it lets others have their turn now and then. */
export class Breather {
  #since = performance.now();

  async breathe(): Promise<void> {
    if (performance.now() - this.#since < longest) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#since = performance.now();
  }
}
