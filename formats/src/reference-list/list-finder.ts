import type { Found } from '../contract.js';
import { excerpt } from '../excerpt.js';
import { Tally } from '../tally.js';
import type { Line } from '../text/line-splitter.js';
import { entryStart, opensReference } from './entry-start.js';
import { ListRun } from './list-run.js';
import { isListHeading } from './page-debris.js';
import { plainText } from './plain-text.js';
import { unnumberedList } from './unnumbered-list.js';

/** References after which a run is the list, and is handed on while it is read. */
const enough = 5;
/** Characters held of a run before it is taken for the list whatever it looks like. */
const mostHeld = 4 * 1024 * 1024;

/** Characters of a text that are held as long as no numbered list shows; in a longer one only numbers make a list. */
const mostText = 16 * 1024 * 1024;

interface Candidate {
  readonly run: ListRun;
  readonly tally: Tally;
  readonly text: string;
}

/**
 * Finds the reference list in a text, which may be a whole paper: the run of numbered lines with most references in
 * it, or where references without numbers are more, those. Other runs are reported; the paper's own text is counted.
 */
export class ListFinder {
  readonly #out: Found[] = [];
  readonly #tally = new Tally();
  /** The whole text so far, for a list without numbers; given up when a numbered one is chosen. */
  #text: { readonly lines: Line[]; size: number } | undefined = { lines: [], size: 0 };
  #best: Candidate | undefined;
  #current: Candidate | undefined;
  #chosen = false;
  #afterHeading = true;
  #lastLine = 0;
  #western = { first: 0, lines: 0 };
  /** A second numbered list behind the chosen one: its first line. */
  #other: { from: number; text: string } | undefined;

  take(line: Line): void {
    if (line.western) this.#western = { first: this.#western.first || line.number, lines: this.#western.lines + 1 };
    this.#keep(line);
    const text = plainText(line.text);
    if (line.tooLong) this.#tooLong(line);
    else if (text === '') this.#current?.run.take(line);
    else this.#takeLine(line, text);
  }

  end(): void {
    this.#current?.run.end();
    if (this.#takeUnnumbered()) return;
    if (!this.#chosen) this.#settle();
    this.#flush();
    if (this.#current !== undefined) this.#adopt(this.#current.tally);
    this.#reportRest();
    this.#out.push(...this.#tally.found());
  }

  drain(): Found[] {
    if (this.#chosen) this.#flush();
    // What is reported of numbered runs does not hold where the list turns out to bear no numbers.
    if (this.#text !== undefined) return [];
    return this.#out.splice(0);
  }

  #keep(line: Line): void {
    if (this.#text === undefined) return;
    this.#text.lines.push(line);
    this.#text.size += line.text.length;
    if (this.#text.size > mostText) this.#text = undefined;
  }

  /** True where a list without numbers holds more references than any numbered one. */
  #takeUnnumbered(): boolean {
    const lines = this.#text?.lines;
    this.#text = undefined;
    if (this.#chosen || lines === undefined) return false;
    const numbered = Math.max(this.#best?.run.likely ?? 0, this.#current?.run.likely ?? 0);
    const list = unnumberedList(lines, numbered);
    if (list === undefined || list.references <= numbered) return false;
    const tooLong = this.#out.filter((each) => each.kind === 'unread' && each.reason === 'line.too-long');
    this.#out.splice(0, this.#out.length, ...tooLong, ...list.found.filter(({ kind }) => kind !== 'passed-over'));
    this.#reportEncoding();
    this.#out.push(...list.found.filter(({ kind }) => kind === 'passed-over'));
    return true;
  }

  #takeLine(line: Line, text: string): void {
    this.#lastLine = line.number;
    if (this.#other !== undefined) return;
    if (!this.#startsRun(line, text)) this.#takeText(line, text);
    this.#choose();
  }

  #startsRun(line: Line, text: string): boolean {
    const start = entryStart(text);
    if (start === undefined || !opensReference(start)) return false;
    if (this.#current === undefined ? start.number !== 1 && !this.#afterHeading : !this.#current.run.isNewList(start)) {
      return false;
    }
    if (this.#chosen) {
      this.#other = { from: line.number, text: excerpt(line.text) };
      return true;
    }
    this.#shelve();
    const tally = new Tally();
    this.#current = { run: new ListRun(line, start, tally), tally, text: excerpt(line.text) };
    return true;
  }

  #takeText(line: Line, text: string): void {
    if (!this.#chosen && isListHeading(text)) {
      this.#shelve();
      this.#tally.add('list-heading');
      this.#afterHeading = true;
    } else if (this.#current === undefined) {
      this.#tally.add('text-around-list');
      this.#afterHeading = false;
    } else this.#current.run.take(line);
  }

  #choose(): void {
    const run = this.#current?.run;
    if (this.#chosen || run === undefined) return;
    const likely = run.likely >= enough && run.likely * 2 >= run.entries;
    if (!likely && run.size < mostHeld) return;
    this.#chosen = true;
    this.#text = undefined;
    this.#discard(this.#best);
    this.#best = undefined;
  }

  /** Keeps the better of the two runs seen so far. */
  #shelve(): void {
    const [left, right] = [this.#best, this.#current];
    this.#current = undefined;
    right?.run.end();
    const better = isBetter(right, left) ? right : left;
    this.#discard(better === right ? left : right);
    this.#best = better;
  }

  /** The file has ended and no run was long enough to be chosen on the way. */
  #settle(): void {
    this.#shelve();
    if (this.#best !== undefined && this.#best.run.likely === 0) {
      this.#discard(this.#best);
      this.#best = undefined;
    }
    this.#current = this.#best;
    this.#chosen = this.#best !== undefined;
  }

  #discard(candidate: Candidate | undefined): void {
    if (candidate === undefined) return;
    const { run, text, tally } = candidate;
    this.#out.push({ kind: 'unread', reason: 'list.other', lines: { from: run.from, to: run.to }, text });
    // The run's own link words lie inside the lines just named; the text behind it does not.
    this.#adopt(tally, true);
  }

  #adopt(tally: Tally, onlyAround = false): void {
    for (const each of tally.found()) {
      if (each.kind === 'passed-over' && (!onlyAround || each.reason === 'text-around-list')) {
        this.#tally.add(each.reason, each.lines);
      }
    }
  }

  #flush(): void {
    if (this.#current !== undefined) this.#out.push(...this.#current.run.found.splice(0));
  }

  #tooLong(line: Line): void {
    this.#lastLine = line.number;
    if (this.#other !== undefined) return;
    const { number, text } = line;
    this.#out.push({
      kind: 'unread',
      reason: 'line.too-long',
      lines: { from: number, to: number },
      text: excerpt(text),
    });
  }

  #reportRest(): void {
    if (this.#other !== undefined) {
      const { from, text } = this.#other;
      this.#out.push({ kind: 'unread', reason: 'list.other', lines: { from, to: this.#lastLine }, text });
    }
    if (!this.#chosen)
      this.#out.push({
        kind: 'unread',
        reason: 'list.missing',
        lines: { from: 1, to: Math.max(1, this.#lastLine) },
        text: '',
      });
    this.#reportEncoding();
  }

  #reportEncoding(): void {
    const { first, lines } = this.#western;
    if (lines === 0) return;
    const at = { from: first, to: first };
    this.#out.push({ kind: 'unread', reason: 'encoding.windows-1252', lines: at, text: '', values: { lines } });
  }
}

function isBetter(left: Candidate | undefined, right: Candidate | undefined): boolean {
  if (left === undefined || right === undefined) return left !== undefined;
  const likely = left.run.likely - right.run.likely;
  return likely === 0 ? left.run.entries > right.run.entries : likely > 0;
}
