import { type Found, longestExcerpt, type PassedOverReason, type UnreadReason } from '../contract.js';
import { excerpt } from '../excerpt.js';
import { Tally } from '../tally.js';
import type { Line } from '../text/line-splitter.js';

/** The known debris that a line is; `inSearch`: it stands behind the beginning of a search strategy. */
type Debris = (text: string, inSearch: boolean) => PassedOverReason | undefined;

/** The lines between records: known debris is counted, every other run of lines becomes one entry. */
export class Outside {
  readonly #found: (found: Found) => void;
  readonly #debris: Debris;
  readonly #tally = new Tally();
  #run: { from: number; to: number; text: string; reason: UnreadReason } | undefined;

  constructor(found: (found: Found) => void, debris: Debris) {
    this.#found = found;
    this.#debris = debris;
  }

  /** `reason` overrules what the line itself would say. */
  take(line: Line, reason?: UnreadReason): void {
    if (line.tooLong) this.#alone(line);
    else if (line.text.trim() !== '') this.#takeText(line, reason);
  }

  /** A record begins, or the file ends. */
  close(): void {
    const run = this.#run;
    this.#run = undefined;
    if (run === undefined) return;
    const { from, to, text, reason } = run;
    this.#found({ kind: 'unread', reason, lines: { from, to }, text: excerpt(text) });
  }

  end(): void {
    this.close();
    for (const each of this.#tally.found()) this.#found(each);
  }

  #takeText(line: Line, reason: UnreadReason | undefined): void {
    const inSearch = this.#run?.reason === 'lines.search-strategy';
    const debris = reason === undefined ? this.#debris(line.text, inSearch) : undefined;
    if (debris === undefined) this.#collect(line, reason ?? reasonOf(line.text));
    else {
      this.close();
      this.#tally.add(debris);
    }
  }

  #alone(line: Line): void {
    this.close();
    this.#run = { from: line.number, to: line.number, text: line.text, reason: 'line.too-long' };
    this.close();
  }

  #collect(line: Line, reason: UnreadReason): void {
    if (this.#run !== undefined && differs(this.#run.reason, reason)) this.close();
    if (this.#run === undefined) {
      this.#run = { from: line.number, to: line.number, text: line.text, reason };
      return;
    }
    this.#run.to = line.number;
    if (reason === 'lines.search-strategy') this.#run.reason = reason;
    if (this.#run.text.length <= longestExcerpt) this.#run.text += `\n${line.text}`;
  }
}

/** Lines around a search strategy belong to it; the rest of a record that was too long stands by itself. */
function differs(left: UnreadReason, right: UnreadReason): boolean {
  return (left === 'record.too-long') !== (right === 'record.too-long');
}

/** A line that only the search printed beside the records has. */
export function tellsSearchStrategy(text: string): boolean {
  return /^\s*(?:C1 {2}- )?(?:Search (?:strategy|history|for)\b|Database(?:\(s\)|s)?\s?:|Results Generated From:)/i.test(
    text,
  );
}

function reasonOf(text: string): UnreadReason {
  return tellsSearchStrategy(text) ? 'lines.search-strategy' : 'lines.outside-record';
}
