import type { HeldText } from '../xml/held-text.js';

/** Levels of brackets inside each other. No record of any format comes near it. */
export const deepestValue = 200;

const quote = 34;
const comma = 44;
const minus = 45;
const point = 46;
const plus = 43;
const colon = 58;
const openList = 91;
const backslash = 92;
const closeList = 93;
const openObject = 123;
const closeObject = 125;

/** `broken`: the brackets do not match, or something stands where only a key can. */
export type Step = 'closed' | 'opened' | 'broken' | 'waiting';

/** Follows the brackets and strings of one object from its first to its last. */
export class Brackets {
  /** The place that was reached. */
  at: number;
  /** Where the last string began. */
  stringFrom: number;
  /** The last key straight in the object, and the first. */
  key = '';
  firstKey = '';
  /** What was opened last. */
  opened: '{' | '[' = '{';
  readonly #open: number[] = [];
  #inString = false;
  /** Between the members of an object: only a key may follow. */
  #expectsKey = false;
  /** A value has ended: only a comma, a colon or a closing bracket may follow. */
  #valued = false;
  /** Inside a number or a word. */
  #inWord = false;

  constructor(from: number) {
    this.at = from;
    this.stringFrom = from;
  }

  get depth(): number {
    return this.#open.length;
  }

  /** Goes on until something happens that matters, or the text is at its end. */
  step(held: HeldText): Step {
    while (this.at < held.to) {
      const happened = this.#inString ? this.#stepString(held) : this.#stepMark(held.code(this.at));
      if (happened !== undefined) return happened;
    }
    return 'waiting';
  }

  #stepString(held: HeldText): undefined {
    const end = held.search(stringMark, this.at);
    if (end < 0) this.at = held.to;
    else if (held.code(end) === backslash) this.at = end + 2;
    else {
      this.#inString = false;
      this.#valued = true;
      this.at = end + 1;
      if (this.#expectsKey && this.depth === 1) this.#takeKey(held, end);
    }
    return undefined;
  }

  #takeKey(held: HeldText, end: number): void {
    const from = Math.max(this.stringFrom + 1, held.from);
    this.key = held.slice(from, Math.min(end, from + 64));
    this.firstKey ||= this.key;
  }

  #stepMark(code: number): Step | undefined {
    const at = this.at;
    this.at += 1;
    if (isWordCode(code)) return this.#word();
    if (code !== point && code !== minus && code !== plus) this.#inWord = false;
    if (code === quote) {
      this.#inString = true;
      this.stringFrom = at;
    } else if (code === openObject || code === openList) return this.#opens(code);
    else if (code === closeObject || code === closeList) return this.#closes(code - 2);
    else if (code === comma || code === colon) {
      this.#expectsKey = code === comma && this.#open.at(-1) === openObject;
      this.#valued = false;
    }
    return undefined;
  }

  #word(): Step | undefined {
    if (this.#inWord) return undefined;
    if (this.#expectsKey || this.#valued) return 'broken';
    this.#inWord = true;
    this.#valued = true;
    return undefined;
  }

  #opens(code: number): Step {
    if (this.#expectsKey || this.#valued || this.depth >= deepestValue) {
      this.at -= 1;
      return 'broken';
    }
    this.#open.push(code);
    this.#expectsKey = code === openObject;
    this.opened = code === openObject ? '{' : '[';
    return 'opened';
  }

  /** `opening`: the code of the bracket that this one closes. */
  #closes(opening: number): Step | undefined {
    this.#expectsKey = false;
    this.#valued = true;
    if (this.#open.pop() !== opening) return 'broken';
    return this.depth === 0 ? 'closed' : undefined;
  }
}

const stringMark = /["\\]/g;

function isWordCode(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
