import type { Random } from './random.js';

/** Changes a file as carelessness, damage or ill will does; `other` is another file, often of another format. */
export type Mutator = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The bytes with those between two places replaced. */
export function replaced(bytes: Uint8Array, from: number, to: number, by: Uint8Array): Uint8Array {
  const changed = new Uint8Array(bytes.length - (to - from) + by.length);
  changed.set(bytes.subarray(0, from));
  changed.set(by, from);
  changed.set(bytes.subarray(to), from + by.length);
  return changed;
}

export const inserted = (bytes: Uint8Array, at: number, by: Uint8Array): Uint8Array => replaced(bytes, at, at, by);

export const joined = (...parts: readonly Uint8Array[]): Uint8Array => joinedAll(parts);

/** Of any number: a file of a hundred thousand lines is more than a call takes arguments. */
export function joinedAll(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function repeated(bytes: Uint8Array, times: number): Uint8Array {
  const whole = new Uint8Array(bytes.length * times);
  for (let at = 0; at < times; at += 1) whole.set(bytes, at * bytes.length);
  return whole;
}

const isBreak = (byte: number | undefined): boolean => byte === 10 || byte === 13;

/** A line, its end included: from, and up to. */
export function lineAround(bytes: Uint8Array, at: number): readonly [number, number] {
  let from = at;
  while (from > 0 && !isBreak(bytes[from - 1])) from -= 1;
  let to = at;
  while (to < bytes.length && !isBreak(bytes[to])) to += 1;
  if (bytes[to] === 13 && bytes[to + 1] === 10) to += 1;
  return [from, Math.min(to + 1, bytes.length)];
}

export const someLine = (bytes: Uint8Array, random: Random): readonly [number, number] =>
  lineAround(bytes, random.below(bytes.length + 1));
