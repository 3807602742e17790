import type { Found, Lines, UnreadReason } from '../contract.js';
import type { Line } from '../text/line-splitter.js';

/** Lines that are not UTF-8, counted by what they were read as until the file ends. */
export class Encodings {
  readonly #read = new Map<UnreadReason, { readonly lines: Lines; count: number }>();

  note(line: Line): void {
    if (line.western) this.#add('encoding.windows-1252', line.number);
    else if (line.macRoman) this.#add('encoding.mac-roman', line.number);
  }

  found(): Found[] {
    return [...this.#read].map(([reason, { lines, count }]) => ({
      kind: 'unread',
      reason,
      lines,
      text: '',
      values: { lines: count },
    }));
  }

  #add(reason: UnreadReason, line: number): void {
    const known = this.#read.get(reason);
    if (known === undefined) this.#read.set(reason, { lines: { from: line, to: line }, count: 1 });
    else known.count += 1;
  }
}
