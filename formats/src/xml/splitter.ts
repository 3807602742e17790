import { type Lines, longestRecord } from '../contract.js';
import { endOfTag, Openings } from './constructs.js';
import type { CutRecord } from './found-records.js';
import { HeldText } from './held-text.js';
import { OutsideText, type SplitText } from './outside-text.js';

/** Which elements are records. */
export interface RecordElements {
  /**
   * Their names, the outermost first: an element that lies in one of an earlier line belongs to it. None lies in one of
   * its own line or of a later one: where it seems to, the end tag of the first is missing.
   */
  readonly names: readonly (readonly string[])[];
  /** Elements around the records whose text says nothing of them. */
  readonly silent?: readonly string[];
}

/** One record element of a file, as text. */
export interface SplitElement extends CutRecord {
  readonly kind: 'element';
}

export type Split = SplitElement | SplitText;

interface OpenElement {
  readonly name: string;
  readonly level: number;
  readonly from: number;
}

interface Mark {
  readonly at: number;
  /** A comment, a CDATA section or a processing instruction. */
  readonly opening: boolean;
  readonly closes: boolean;
  readonly name: string;
}

/** Characters behind a "<" that always suffice to tell what it opens: a prefix of 40, a name of 40, and a few marks. */
const lookahead = 128;

/**
 * Cuts XML into its record elements by their tags alone, so that a record which is no XML in itself spoils no other.
 * It minds comments, CDATA sections, processing instructions and document types; one that never ends is read over.
 * Holds one record at a time, at most `longestRecord` characters of it.
 */
export class XmlSplitter {
  readonly #held = new HeldText();
  readonly #openings = new Openings();
  readonly #outside: OutsideText;
  readonly #patterns: readonly RegExp[];
  readonly #levels: ReadonlyMap<string, number>;
  #out: Split[] = [];
  #at = 0;
  #final = false;
  #open: OpenElement | undefined;
  /** A record that was longer than `longestRecord`: its first part, until its end is found. */
  #overlong: { readonly open: OpenElement; readonly element: SplitElement } | undefined;

  constructor({ names, silent = [] }: RecordElements) {
    this.#patterns = names.map((_, level) => patternOf(names.slice(0, level + 1).flat()));
    this.#levels = new Map(names.flatMap((each, level) => each.map((name) => [name, level] as const)));
    this.#outside = new OutsideText(this.#held, silent, (text) => this.#out.push(text));
  }

  push(text: string): Split[] {
    this.#held.push(text);
    this.#advance();
    this.#held.letGo(this.#open?.from ?? this.#at);
    return this.#take();
  }

  end(): Split[] {
    this.#final = true;
    this.#advance();
    if (this.#overlong !== undefined) this.#closeOverlong(this.#held.to);
    this.#outside.close();
    return this.#take();
  }

  #take(): Split[] {
    const out = this.#out;
    this.#out = [];
    return out;
  }

  #advance(): void {
    let goesOn = true;
    while (goesOn) {
      if (this.#overlong !== undefined) goesOn = this.#stepOverlong(this.#overlong.open);
      else goesOn = this.#open === undefined ? this.#stepOutside() : this.#stepInside(this.#open);
    }
  }

  /** One step between records. False where more text is needed. */
  #stepOutside(): boolean {
    const held = this.#held;
    const found = held.find('<', this.#at);
    const mark = found < 0 ? held.to : found;
    this.#outside.take(this.#at, mark);
    this.#at = mark;
    if (found < 0 || !this.#decidable(mark)) return false;
    const end = this.#openings.endOf(held, mark, this.#final);
    if (end === 'waiting') return false;
    if (end === undefined) return this.#stepTag(mark);
    if (held.slice(mark, mark + 9) === '<![CDATA[') this.#outside.take(mark + 9, end - 3);
    this.#outside.separate();
    this.#at = end;
    return true;
  }

  #stepTag(mark: number): boolean {
    const tag = tagPattern.exec(this.#held.slice(mark, mark + lookahead));
    const [, slash = '', name = ''] = tag ?? [];
    const level = slash === '' ? this.#levels.get(name) : undefined;
    if (level !== undefined) {
      this.#outside.close();
      this.#open = { name, level, from: mark };
      this.#at = mark;
      return true;
    }
    const end = tag === null ? mark + 1 : endOfTag(this.#held, mark, this.#final);
    if (end === undefined) return false;
    if (tag === null) this.#outside.take(mark, end);
    else this.#outside.passTag(slash === '/', name, this.#held.code(end - 2) === 47);
    this.#at = end;
    return true;
  }

  /** One step inside a record. */
  #stepInside(open: OpenElement): boolean {
    const limit = open.from + longestRecord;
    const whole = this.#held.to >= limit + lookahead;
    const next = this.#nextMark(open, whole ? limit : this.#held.to);
    if (next === undefined) return this.#nothingFound(open, whole ? limit : undefined);
    if (next.opening) return this.#stepOver(next.at, whole ? limit : undefined);
    if (!next.closes) return this.#stepStart(open, next.at);
    this.#at = next.at + 1;
    if (next.name === open.name) this.#emit(open, this.#endOfEndTag(next), 'own');
    return true;
  }

  /** A start tag: the record's own, which may close itself, or the next record's. */
  #stepStart(open: OpenElement, at: number): boolean {
    if (at !== open.from) {
      this.#emit(open, at, 'next');
      return true;
    }
    const end = endOfTag(this.#held, at, this.#final);
    if (end === undefined) return false;
    this.#at = end;
    if (this.#held.slice(end - 2, end) === '/>') this.#emit(open, end, 'own');
    return true;
  }

  #stepOver(at: number, limit: number | undefined): boolean {
    const end = this.#openings.endOf(this.#held, at, this.#final || limit !== undefined, limit);
    this.#at = end === 'waiting' ? at : (end ?? at + 1);
    return end !== 'waiting';
  }

  #nothingFound(open: OpenElement, limit: number | undefined): boolean {
    if (limit !== undefined) this.#cut(open, limit);
    else if (this.#final) this.#emit(open, this.#held.to, 'file');
    else {
      this.#at = Math.max(this.#at, this.#held.to - lookahead);
      return false;
    }
    return true;
  }

  #emit(open: OpenElement, to: number, end: SplitElement['end']): void {
    const own = end === 'own' ? to : this.#withoutBlanks(open.from, to);
    const raw = this.#held.slice(open.from, own);
    this.#out.push({ kind: 'element', raw, lines: this.#linesOf(open.from, own), end });
    this.#open = undefined;
    this.#at = to;
  }

  #cut(open: OpenElement, to: number): void {
    const raw = this.#held.slice(open.from, to);
    const lines = this.#linesOf(open.from, to);
    this.#overlong = { open, element: { kind: 'element', raw, lines, end: 'limit' } };
    this.#open = undefined;
    this.#at = to;
  }

  /** Looks for the end of a record that is too long, without holding it. */
  #stepOverlong(open: OpenElement): boolean {
    const next = this.#nextMark(open, this.#held.to);
    if (next === undefined) {
      this.#at = this.#final ? this.#held.to : Math.max(this.#at, this.#held.to - lookahead);
      return false;
    }
    this.#at = next.at + 1;
    if (next.opening || (next.closes && next.name !== open.name)) return true;
    this.#at = next.closes ? this.#endOfEndTag(next) : next.at;
    this.#closeOverlong(this.#at);
    return true;
  }

  #closeOverlong(to: number): void {
    const element = this.#overlong?.element;
    this.#overlong = undefined;
    if (element !== undefined) this.#out.push({ ...element, letGoTo: this.#held.lineAt(to) });
  }

  /** The next comment or the like, end tag or start tag that means something to this record. */
  #nextMark(open: OpenElement, before: number): Mark | undefined {
    const pattern = this.#patterns[open.level];
    if (pattern === undefined) return undefined;
    const { from, text } = this.#held;
    pattern.lastIndex = this.#at - from;
    const match = pattern.exec(text);
    const at = (match?.index ?? 0) + from;
    if (match === null || at >= before || !this.#decidable(at)) return undefined;
    return { at, opening: match[2] === undefined, closes: match[1] === '/', name: match[2] ?? '' };
  }

  #endOfEndTag({ at, name }: Mark): number {
    const next = this.#held.find('<', at + 1, at + lookahead);
    const end = this.#held.find('>', at, next < 0 ? at + lookahead : next);
    return end < 0 ? Math.min(at + 2 + name.length, this.#held.to) : end + 1;
  }

  #decidable(mark: number): boolean {
    return this.#final || mark + lookahead <= this.#held.to;
  }

  #linesOf(from: number, to: number): Lines {
    const first = this.#held.lineAt(from);
    return { from: first, to: this.#held.lineAt(Math.max(from, to - 1)) };
  }

  #withoutBlanks(from: number, to: number): number {
    const tail = this.#held.slice(Math.max(from, to - 4096), to);
    return to - (tail.length - tail.trimEnd().length);
  }
}

const tagPattern = /^<(\/?)(?:[\w.-]{1,40}:)?([A-Za-z_][\w.-]{0,39})(?=[\s/>]|$)/;

function patternOf(names: readonly string[]): RegExp {
  const either = names.map((name) => name.replaceAll('.', '\\.')).join('|');
  return new RegExp(`<(?:(\\/?)(?:[\\w.-]{1,40}:)?(${either})(?=[\\s/>]|$)|!--|!\\[CDATA\\[|\\?)`, 'g');
}
