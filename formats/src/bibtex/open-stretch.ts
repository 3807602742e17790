import type { Line } from '../text/line-splitter.js';

/** The lines from one that begins an entry to the next such line. */
export class OpenStretch {
  /** The number of its first line. */
  readonly from: number;
  readonly lines: string[];
  /** Its first line is accounted for already: something else stands on it. */
  readonly held: boolean;
  /** Characters so far. */
  size: number;

  constructor({ number, text }: Line, held: boolean) {
    this.from = number;
    this.lines = [text];
    this.held = held;
    this.size = text.length + 1;
  }

  push(text: string): void {
    this.lines.push(text);
    this.size += text.length + 1;
  }
}
