import { type Found, type Lines, longestRecord, type UnreadReason } from '../contract.js';
import { excerpt } from '../excerpt.js';
import { Tally } from '../tally.js';
import type { Line } from '../text/line-splitter.js';
import type { Vendor } from '../vendors.js';
import { Encodings } from './encodings.js';
import { nextEntry, startsEntry } from './entry-start.js';
import { Macros } from './macros.js';
import { OpenComment, opensComment } from './open-comment.js';
import { OpenStretch } from './open-stretch.js';
import { recordOf } from './record.js';
import { type EntryFound, entriesIn } from './stretch.js';
import { UnknownFields } from './unknown-fields.js';
import { vendorOfLine } from './vendor.js';

/**
 * Lines to entries. A stretch runs from a line that begins an entry to the next one, so an entry that never closes ends
 * where the next one begins. What stands outside entries is a comment, as BibTeX has it.
 */
export class EntryReader {
  readonly #out: Found[] = [];
  readonly #tally = new Tally();
  readonly #macros = new Macros();
  readonly #unknown = new UnknownFields();
  readonly #encodings = new Encodings();
  #stretch: OpenStretch | undefined;
  #comment: OpenComment | undefined;
  /** The lines behind what was read of a record that is too long. */
  #overflow: { readonly from: number; to: number; readonly text: string } | undefined;
  /** The program that names itself between the entries. */
  #vendor: Vendor | undefined;

  take(line: Line): void {
    this.#encodings.note(line);
    this.#take(line);
  }

  end(): void {
    if (this.#comment !== undefined) this.#reopen(this.#comment);
    this.#close(true);
    this.#closeOverflow();
    this.#out.push(...this.#tally.found(), ...this.#unknown.found(), ...this.#encodings.found());
  }

  /** What was found since the last time. */
  drain(): Found[] {
    return this.#out.splice(0);
  }

  #take(line: Line): void {
    if (this.#comment !== undefined) this.#takeCommented(line, this.#comment);
    else if (startsEntry(line.text)) this.#open(line);
    else if (this.#stretch !== undefined) this.#continue(line, this.#stretch);
    else this.#takeOutside(line);
  }

  #open(line: Line): void {
    this.#close(false);
    this.#closeOverflow();
    if (opensComment(line.text)) {
      this.#comment = new OpenComment();
      this.#takeCommented(line, this.#comment);
    } else this.#openStretch(line);
  }

  #openStretch(line: Line, held = false): void {
    this.#stretch = new OpenStretch(line, held);
    if (line.tooLong) this.#point('record.line-too-long', { from: line.number, to: line.number }, line.text);
  }

  /** A comment may hold entries that nobody wants. One that is never closed holds its own line alone. */
  #takeCommented(line: Line, comment: OpenComment): void {
    comment.take(line);
    if (comment.isClosed) {
      this.#comment = undefined;
      for (const { text } of comment.lines) this.#count('comment', text);
      if (nextEntry(comment.behind, 0) >= 0) this.#openStretch({ number: line.number, text: comment.behind }, true);
    } else if (comment.isTooLong) this.#reopen(comment);
  }

  #reopen({ lines }: OpenComment): void {
    this.#comment = undefined;
    for (const line of lines) {
      if (opensComment(line.text)) {
        this.#close(false);
        this.#count('comment', line.text);
      } else this.#take(line);
    }
  }

  #continue(line: Line, stretch: OpenStretch): void {
    if (stretch.size > longestRecord) {
      const { from, text } = { from: line.number, text: line.text };
      if (this.#close(false)) this.#overflow = { from, to: from, text };
      else this.#takeOutside(line);
    } else {
      if (line.tooLong) this.#point('record.line-too-long', { from: line.number, to: line.number }, line.text);
      stretch.push(line.text);
    }
  }

  #takeOutside(line: Line): void {
    if (this.#overflow !== undefined) this.#overflow.to = line.number;
    else if (line.tooLong) this.#point('line.too-long', { from: line.number, to: line.number }, line.text);
    else if (!isCommentedOut(line.text) && nextEntry(line.text, 0) >= 0) this.#openStretch(line);
    else this.#count('comment', line.text);
  }

  #closeOverflow(): void {
    const rest = this.#overflow;
    this.#overflow = undefined;
    if (rest !== undefined) this.#point('record.too-long', { from: rest.from, to: rest.to }, rest.text);
  }

  #count(reason: 'comment' | 'definition', text: string): void {
    if (text.trim() === '') return;
    if (reason === 'comment') this.#vendor ??= vendorOfLine(text);
    this.#tally.add(reason);
  }

  /** True where the last entry of the stretch was still open. */
  #close(atEnd: boolean): boolean {
    const stretch = this.#stretch;
    this.#stretch = undefined;
    if (stretch === undefined) return false;
    let open = false;
    let next = stretch.held ? 1 : 0;
    for (const found of entriesIn(stretch, this.#macros)) {
      for (; next < found.from; next += 1) this.#count('comment', stretch.lines[next] ?? '');
      open = found.entry.broken && found.isLast;
      this.#takeEntry(found, stretch, next, atEnd && open ? 'record.unfinished' : 'record.unbalanced');
      next = Math.max(next, found.to + 1);
    }
    for (; next < stretch.lines.length; next += 1) this.#count('comment', stretch.lines[next] ?? '');
    return open;
  }

  /** `next`: the first line of the stretch that nothing holds so far. */
  #takeEntry(found: EntryFound, stretch: OpenStretch, next: number, ifBroken: UnreadReason): void {
    const { entry, raw } = found;
    const lines = { from: stretch.from + found.from, to: stretch.from + found.to };
    if (found.holds !== 'reference') {
      for (let line = Math.max(next, found.from); line <= found.to; line += 1)
        this.#count(found.holds, stretch.lines[line] ?? '');
    } else if (entry.broken && entry.fields.length === 0) this.#point('record.unreadable', lines, raw);
    else {
      if (entry.broken) this.#point(ifBroken, lines, raw);
      this.#unknown.note(entry.fields);
      this.#out.push(recordOf(entry, lines, raw, this.#vendor));
    }
  }

  #point(reason: UnreadReason, lines: Lines, text: string): void {
    this.#out.push({ kind: 'unread', reason, lines, text: excerpt(text) });
  }
}

/** "%" makes a line of LaTeX a comment. */
function isCommentedOut(line: string): boolean {
  return line.trimStart().startsWith('%');
}
