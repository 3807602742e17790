import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { FormatName } from '../../contract.js';
import { repeated } from './bytes.js';
import { mutators } from './mutators.js';
import { Random } from './random.js';

/** A file that is good, or bad in a way that was thought of: what mutated ones are made of. */
export interface Seed {
  readonly name: string;
  /** The format that the file is an example of; absent for archives. */
  readonly format?: FormatName;
  readonly bytes: Uint8Array;
}

export interface MutatedInput {
  readonly bytes: Uint8Array;
  /** The seed it was made of. */
  readonly seed: Seed;
  /** For all further choices about this input. */
  readonly random: Random;
}

/** Bytes of most inputs, and of the few large ones. */
const usualLength = 8 * 1024;
const largeLength = 200 * 1024;

/** Each format is as likely as the others, however many examples it has. */
export class Mutations {
  readonly #byFormat: readonly (readonly Seed[])[];

  constructor(
    readonly seed: number,
    readonly seeds: readonly Seed[],
  ) {
    this.#byFormat = [...new Set(seeds.map(({ format }) => format))].map((format) =>
      seeds.filter((each) => each.format === format),
    );
  }

  /** The same for the same seed and number, whichever were asked for before. */
  input(number: number): MutatedInput {
    const random = new Random(this.seed, number);
    const seed = this.#pick(random);
    const large = random.onceIn(400);
    const most = large ? largeLength : usualLength;
    let bytes = large ? enlarged(seed.bytes, random) : pieceOf(seed.bytes, random);
    if (isZip(bytes) && !random.onceIn(3)) bytes = this.#withPartMutated(bytes, random);
    else bytes = this.#mutated(bytes, random);
    return { bytes: bytes.slice(0, most), seed, random };
  }

  #pick(random: Random): Seed {
    return random.pick(random.pick(this.#byFormat));
  }

  #mutated(bytes: Uint8Array, random: Random): Uint8Array {
    let changed = bytes;
    for (let times = 1 + random.mostlySmall(6); times > 0 && changed.length > 0; times -= 1) {
      changed = random.pick(mutators)(changed, random, this.#pick(random).bytes.subarray(0, usualLength));
    }
    return changed;
  }

  /** A change to packed bytes is only noise: one part is unpacked, changed, and packed again. */
  #withPartMutated(bytes: Uint8Array, random: Random): Uint8Array {
    const parts = Object.entries(unzipSync(bytes));
    const chosen = random.below(parts.length);
    const changed: Zippable = {};
    for (const [index, [path, part]] of parts.entries()) {
      changed[path] = index === chosen ? this.#mutated(part, random) : part;
    }
    if (random.onceIn(10)) changed[random.pick(['a.ris', 'xl/a.xml', '../x', 'word/document.xml'])] = strToU8('<a/>');
    return zipSync(changed, { mtime: '2020-01-01', level: random.onceIn(4) ? 0 : 6 });
  }
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3;

/** Of a long file a piece, mostly its beginning, and mostly a short one: damage shows as well in few records. */
function pieceOf(bytes: Uint8Array, random: Random): Uint8Array {
  if (isZip(bytes) || bytes.length <= usualLength) return bytes;
  const from = random.onceIn(3) ? random.below(bytes.length - usualLength) : 0;
  return bytes.subarray(from, from + 1000 + random.mostlySmall(usualLength));
}

/** Many times itself, so that records, and not only their texts, are many. */
function enlarged(bytes: Uint8Array, random: Random): Uint8Array {
  if (isZip(bytes)) return bytes;
  return repeated(bytes, Math.ceil((random.below(largeLength) + 1) / Math.max(1, bytes.length)));
}
