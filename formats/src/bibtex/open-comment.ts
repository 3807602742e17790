import type { Line } from '../text/line-splitter.js';

/** Characters. The longest real one holds the groups of a library in JabRef. */
const longestComment = 1024 * 1024;

const opening = /^[ \t]*@[ \t]*comment[ \t]*\{/i;

export function opensComment(line: string): boolean {
  return opening.test(line);
}

/** `@comment{…}` while its lines arrive. */
export class OpenComment {
  readonly lines: Line[] = [];
  /** What stands on the last line behind the closing brace. */
  behind = '';
  #depth = 0;
  #size = 0;

  get isClosed(): boolean {
    return this.#depth <= 0;
  }

  get isTooLong(): boolean {
    return this.#size > longestComment;
  }

  take(line: Line): void {
    this.lines.push(line);
    this.#size += line.text.length + 1;
    const { text } = line;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 123) this.#depth += 1;
      else if (code === 125 && --this.#depth <= 0) {
        this.behind = text.slice(at + 1);
        return;
      }
    }
  }
}
