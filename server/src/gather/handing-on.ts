/**
 * Hands values on from one who gives them to one who takes them, one at a time: whoever gives waits until the value was
 * taken, so that nothing piles up between the two.
 */
export class HandingOn<T> {
  #given: { readonly value: T; readonly taken: () => void; readonly refused: (why: unknown) => void } | undefined;
  #ended: { readonly error?: unknown } | undefined;
  #stopped = false;
  #wake: () => void = () => {};

  /** Resolves when it was taken; rejects when nobody takes any more. */
  give(value: T): Promise<void> {
    if (this.#stopped) return Promise.reject(new Error('nobody takes any more'));
    return new Promise((taken, refused) => {
      this.#given = { value, taken, refused };
      this.#wake();
    });
  }

  end(): void {
    this.#ended ??= {};
    this.#wake();
  }

  fail(error: unknown): void {
    this.#ended ??= { error };
    this.#wake();
  }

  /** Everything that is given, to its end. Who breaks off early stops the one who gives. */
  async *taken(): AsyncGenerator<T> {
    try {
      for (;;) {
        const given = this.#given;
        this.#given = undefined;
        if (given !== undefined) {
          given.taken();
          yield given.value;
        } else if (this.#ended === undefined) await new Promise<void>((wake) => (this.#wake = wake));
        else if ('error' in this.#ended) throw this.#ended.error;
        else return;
      }
    } finally {
      this.#stopped = true;
      this.#given?.refused(new Error('nobody takes any more'));
    }
  }
}
