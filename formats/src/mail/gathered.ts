/** Bytes put together piece by piece, up to a limit beyond which nothing is held any more. */
export class Gathered {
  #held = new Uint8Array(4096);
  #length = 0;
  #spoilt = false;

  constructor(readonly most: number) {}

  get isEmpty(): boolean {
    return this.#length === 0 && !this.#spoilt;
  }

  get length(): number {
    return this.#length;
  }

  add(bytes: Uint8Array): void {
    if (this.#spoilt) return;
    const length = this.#length + bytes.length;
    if (length > this.most) {
      this.spoil();
      return;
    }
    if (length > this.#held.length) this.#grow(length);
    this.#held.set(bytes, this.#length);
    this.#length = length;
  }

  #grow(length: number): void {
    const larger = new Uint8Array(Math.max(length, Math.min(this.most, this.#held.length * 2)));
    larger.set(this.#held.subarray(0, this.#length));
    this.#held = larger;
  }

  /** What is held is let go, and whatever comes until it is taken. */
  spoil(): void {
    this.#spoilt = true;
    this.#held = new Uint8Array(4096);
    this.#length = 0;
  }

  /** A copy of all, and none left; undefined where it was more than the limit. */
  take(): Uint8Array | undefined {
    const taken = this.#spoilt ? undefined : this.#held.slice(0, this.#length);
    this.#spoilt = false;
    this.#length = 0;
    return taken;
  }
}
