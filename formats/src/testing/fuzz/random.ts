/** Numbers that look random and are the same for the same seed, on every machine (mulberry32, 32 bits of state). */
export class Random {
  #state: number;

  /** `number` tells the cases of one seed apart: each has its own numbers, so that any of them can be run alone. */
  constructor(seed: number, number: number) {
    this.#state = scattered(Math.imul(seed, 0x9e3779b1) ^ scattered(number));
  }

  /** 0 up to, and without, `limit`. */
  below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }

  /** True once in so many times. */
  onceIn(times: number): boolean {
    return this.below(times) === 0;
  }

  pick<T>(all: readonly T[]): T {
    const picked = all[this.below(all.length)];
    if (picked === undefined) throw new Error('Nothing to pick from.');
    return picked;
  }

  /** Mostly small, now and then up to `limit`. */
  mostlySmall(limit: number): number {
    return Math.floor(limit ** this.#next());
  }

  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    return mixed(this.#state) / 4294967296;
  }
}

function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 15), value | 1);
  bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
  return (bits ^ (bits >>> 14)) >>> 0;
}

/** No two numbers become the same (the last steps of MurmurHash3). */
function scattered(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
