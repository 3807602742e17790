import { type Mutator, inserted, joined, joinedAll, lineAround, repeated, replaced, someLine, utf8 } from './bytes.js';
import type { Random } from './random.js';
import { atoms, lineEnds, numbers, openings, spoiltText } from './spoilers.js';

const someBytes = (random: Random, count: number): Uint8Array =>
  Uint8Array.from({ length: count }, () => random.below(256));

const changeBytes: Mutator = (bytes, random) => {
  const changed = bytes.slice();
  for (let times = random.mostlySmall(9); times > 0; times -= 1)
    changed[random.below(bytes.length)] = random.below(256);
  return changed;
};

const flipBit: Mutator = (bytes, random) => {
  const changed = bytes.slice();
  const at = random.below(bytes.length);
  changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
  return changed;
};

const cutEnd: Mutator = (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1));
const cutStart: Mutator = (bytes, random) => bytes.subarray(random.below(bytes.length + 1));
const cutMiddle: Mutator = (bytes, random) => {
  const from = random.below(bytes.length + 1);
  return replaced(bytes, from, Math.min(bytes.length, from + random.mostlySmall(bytes.length + 1)), new Uint8Array());
};

const goOnAsOther: Mutator = (bytes, random, other) =>
  joined(bytes.subarray(0, random.below(bytes.length + 1)), other.subarray(random.below(other.length + 1)));
const holdOther: Mutator = (bytes, random, other) => inserted(bytes, someLine(bytes, random)[0], other);
const takeLineOfOther: Mutator = (bytes, random, other) =>
  inserted(bytes, someLine(bytes, random)[0], other.subarray(...someLine(other, random)));

const repeatLine: Mutator = (bytes, random) => {
  const [from, to] = someLine(bytes, random);
  return inserted(bytes, to, repeated(bytes.subarray(from, to), random.mostlySmall(60)));
};
const removeLine: Mutator = (bytes, random) => replaced(bytes, ...someLine(bytes, random), new Uint8Array());
const moveLine: Mutator = (bytes, random) => {
  const [from, to] = someLine(bytes, random);
  const without = replaced(bytes, from, to, new Uint8Array());
  return inserted(without, someLine(without, random)[0], bytes.subarray(from, to));
};
const joinLines: Mutator = (bytes, random) => {
  const [, to] = someLine(bytes, random);
  return to === 0 ? bytes : replaced(bytes, to - 1, to, new Uint8Array());
};

const changeLineEnds: Mutator = (bytes, random) => {
  const end = utf8(random.pick(lineEnds));
  const every = random.pick([1, 2, 5]);
  const parts: Uint8Array[] = [];
  for (let at = 0, line = 0; at < bytes.length; line += 1) {
    const [, to] = lineAround(bytes, at);
    parts.push(line % every === 0 ? joined(bytes.subarray(at, to - 1), end) : bytes.subarray(at, to));
    at = to;
  }
  return joinedAll(parts);
};

/** The first characters of a line are its tag in most formats. */
const damageTag: Mutator = (bytes, random) => {
  const [from, to] = someLine(bytes, random);
  const at = Math.min(from + random.below(7), to);
  return replaced(
    bytes,
    at,
    Math.min(to, at + random.below(3)),
    utf8(random.pick(['', ' ', '-', '  ', 'X', '\t', '%'])),
  );
};
const emptyLine: Mutator = (bytes, random) => {
  const [from, to] = someLine(bytes, random);
  const at = Math.min(to, from + 6);
  return replaced(bytes, at, Math.max(at, to - 1), new Uint8Array());
};

const insertAtom: Mutator = (bytes, random) =>
  inserted(bytes, random.below(bytes.length + 1), utf8(random.pick(atoms)));
const startLineWithAtom: Mutator = (bytes, random) =>
  inserted(bytes, someLine(bytes, random)[0], utf8(random.pick(atoms)));
const insertSpoiltText: Mutator = (bytes, random) =>
  inserted(bytes, random.below(bytes.length + 1), Uint8Array.from(random.pick(spoiltText)));
const insertNoise: Mutator = (bytes, random) =>
  inserted(bytes, random.below(bytes.length + 1), someBytes(random, random.mostlySmall(60)));
const insertRun: Mutator = (bytes, random) =>
  inserted(
    bytes,
    random.below(bytes.length + 1),
    repeated(utf8(random.pick([...atoms, ' ', 'x', '\n', '\0'])), random.mostlySmall(1500)),
  );
const nest: Mutator = (bytes, random) =>
  inserted(bytes, random.below(bytes.length + 1), repeated(utf8(random.pick(openings)), random.mostlySmall(1500)));

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;

/** The first number behind a place: from, and up to. */
function numberBehind(bytes: Uint8Array, at: number): readonly [number, number] {
  let from = at;
  while (from < bytes.length && !isDigit(bytes[from])) from += 1;
  let to = from;
  while (isDigit(bytes[to])) to += 1;
  return [from, to];
}
const doubleDigits: Mutator = (bytes, random) => {
  const [from, to] = numberBehind(bytes, random.below(bytes.length + 1));
  return inserted(bytes, to, repeated(bytes.subarray(from, to), random.mostlySmall(100)));
};
const changeNumber: Mutator = (bytes, random) =>
  replaced(bytes, ...numberBehind(bytes, random.below(bytes.length + 1)), utf8(random.pick(numbers)));

/** The file from a place on in UTF-16, as where two files of two programs are put together. */
const mixEncodings: Mutator = (bytes, random) => {
  const at = random.onceIn(3) ? 0 : random.below(bytes.length + 1);
  const big = random.below(2);
  const wide = new Uint8Array((bytes.length - at) * 2);
  for (let index = at; index < bytes.length; index += 1) wide[(index - at) * 2 + big] = bytes[index] ?? 0;
  const mark = random.onceIn(2) ? [] : big === 1 ? [0xfe, 0xff] : [0xff, 0xfe];
  return joined(bytes.subarray(0, at), Uint8Array.from(mark), wide);
};

const repeatWhole: Mutator = (bytes, random) => repeated(bytes, 1 + random.mostlySmall(12));

/** Each as likely as the others; those that know lines, tags and numbers are the majority. */
export const mutators: readonly Mutator[] = [
  changeBytes,
  flipBit,
  cutEnd,
  cutStart,
  cutMiddle,
  goOnAsOther,
  holdOther,
  takeLineOfOther,
  repeatLine,
  removeLine,
  moveLine,
  joinLines,
  changeLineEnds,
  damageTag,
  emptyLine,
  insertAtom,
  insertAtom,
  startLineWithAtom,
  insertSpoiltText,
  insertNoise,
  insertRun,
  nest,
  doubleDigits,
  changeNumber,
  mixEncodings,
  repeatWhole,
];
