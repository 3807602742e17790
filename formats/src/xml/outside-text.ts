import { type Lines, longestExcerpt } from '../contract.js';
import type { HeldText } from './held-text.js';

/** Text between records: XML of the formats read here has none, so it is something that does not belong. */
export interface SplitText {
  readonly kind: 'text';
  /** At most `longestExcerpt` characters of it. */
  readonly text: string;
  readonly lines: Lines;
}

/** Collects the text between two records into one entry. */
export class OutsideText {
  readonly #held: HeldText;
  readonly #silent: ReadonlySet<string>;
  readonly #found: (text: SplitText) => void;
  #run: { text: string; from: number; to: number } | undefined;
  #silentUntil: string | undefined;

  constructor(held: HeldText, silent: readonly string[], found: (text: SplitText) => void) {
    this.#held = held;
    this.#silent = new Set(silent);
    this.#found = found;
  }

  take(from: number, to: number): void {
    if (this.#silentUntil !== undefined || from >= to) return;
    const text = this.#held.slice(from, to);
    const first = text.search(/\S/);
    if (first < 0) {
      if (this.#run !== undefined) this.#append(text);
      return;
    }
    const line = this.#held.lineAt(from + first);
    const begins = this.#run === undefined;
    this.#run ??= { text: '', from: line, to: line };
    this.#run.to = this.#held.lineAt(from + text.trimEnd().length - 1);
    this.#append(begins ? text.slice(first) : text);
  }

  /** Something that is no text stands between. */
  separate(): void {
    if (this.#run !== undefined && !this.#run.text.endsWith('\n')) this.#append('\n');
  }

  passTag(closes: boolean, name: string, closesItself: boolean): void {
    this.separate();
    if (closes && name === this.#silentUntil) this.#silentUntil = undefined;
    else if (!closes && !closesItself && this.#silent.has(name)) this.#silentUntil ??= name;
  }

  /** A record begins, or the file ends. */
  close(): void {
    const run = this.#run;
    this.#run = undefined;
    this.#silentUntil = undefined;
    if (run === undefined) return;
    const text = run.text.trim().replace(/\s*\n\s*/g, '\n');
    this.#found({ kind: 'text', text, lines: { from: run.from, to: run.to } });
  }

  #append(text: string): void {
    if (this.#run !== undefined) this.#run.text += text.slice(0, longestExcerpt - this.#run.text.length);
  }
}
