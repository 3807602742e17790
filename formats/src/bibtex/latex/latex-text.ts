import { bracedEnd } from '../delimited.js';
import { accents, characters } from './characters.js';
import { blanks, styles, switches, unread, verbatim } from './commands.js';
import { mathEnd } from './mathematics.js';

/**
 * LaTeX as a person reads it. `text`: one line. `paragraphs`: with line breaks, one for every blank line. `address`: of a
 * link or a DOI, where dashes, quotation marks and "~" are what they are.
 */
export type Reading = 'text' | 'paragraphs' | 'address';

const needsReading = /[\\{}$~\n\t]|--|``|''| {2}/;
const addressNeedsReading = /[\\{}]/;

export function latexText(value: string, reading: Reading = 'text'): string {
  const needs = reading === 'address' ? addressNeedsReading : needsReading;
  return needs.test(value) ? new LatexReader(value, reading).read() : value;
}

/** Accents whose command is a sign, and so needs no blank behind it. */
const signAccents = new Map([...accents].filter(([name]) => !/[A-Za-z]/.test(name)));

/** Characters within which a group that a command takes has to end. */
const longestGroup = 1000;

const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isBlank = (code: number) => code === 32 || code === 10 || code === 9;
const isDigit = (code: number) => code >= 48 && code <= 57;

/** Characters that may mean something else than themselves. */
const special = new Uint8Array(128);
for (const each of "\\{}$~-`'_^ \t\n") special[each.charCodeAt(0)] = 1;

/**
 * One pass from left to right, without recursion: braces fall away where they stand, so an accent only has to find its
 * letter behind them.
 */
class LatexReader {
  readonly #text: string;
  readonly #reading: Reading;
  #at = 0;
  #out = '';
  /** Where the text begins that goes out as it is. */
  #plain = 0;
  /** Where the mathematics ends that is being read. */
  #mathUntil = -1;
  /** Ends of groups behind which a sign stands: "1/2". */
  readonly #signs = new Map<number, string>();
  #quoting: boolean | undefined;

  constructor(text: string, reading: Reading) {
    this.#text = text;
    this.#reading = reading;
  }

  read(): string {
    const text = this.#text;
    while (this.#at < text.length) {
      const code = text.charCodeAt(this.#at);
      if (code < 128 && special[code] === 1) this.#readSpecial(code);
      else this.#at += 1;
    }
    this.#flush(text.length);
    return this.#out;
  }

  #readSpecial(code: number): void {
    if (code === 92) this.#readCommand();
    else if (code === 123) this.#put('', 1);
    else if (code === 125) this.#put(this.#signs.get(this.#at) ?? '', 1);
    else if (this.#reading === 'address') this.#at += 1;
    else if (code === 36) this.#readDollar();
    else if (isBlank(code)) this.#readBlanks();
    else if (code === 126) this.#put(this.#isTie() ? ' ' : '~', 1);
    else if (code === 94 || code === 95) this.#readScript(code);
    else this.#readLigature(code);
  }

  /** What stood before goes out, then `text` instead of the next `length` characters. */
  #put(text: string, length: number): void {
    this.#flush(this.#at);
    this.#out += text;
    this.#at += length;
    this.#plain = this.#at;
  }

  #flush(until: number): void {
    if (until > this.#plain) this.#out += this.#text.slice(this.#plain, until);
    this.#plain = until;
  }

  #readBlanks(): void {
    const text = this.#text;
    let end = this.#at + 1;
    let breaks = text.charCodeAt(this.#at) === 10 ? 1 : 0;
    for (; end < text.length && isBlank(text.charCodeAt(end)); end += 1) if (text.charCodeAt(end) === 10) breaks += 1;
    const length = end - this.#at;
    if (breaks === 0 && length === 1) this.#at += 1;
    else this.#put(this.#reading === 'paragraphs' ? this.#lineBreaks(breaks, end) : ' ', length);
  }

  /**
   * A blank line parts paragraphs. A single break is one where the line before ends a sentence and the next one is not
   * indented; anywhere else it only keeps the lines short.
   */
  #lineBreaks(breaks: number, end: number): string {
    if (breaks > 1) return '\n'.repeat(breaks - 1);
    const before = this.#text.charCodeAt(this.#at - 1);
    const ends = before === 46 || before === 58 || before === 63 || before === 33;
    return breaks === 1 && ends && this.#text.charCodeAt(end - 1) === 10 ? '\n' : ' ';
  }

  /** "Fig.~1" is tied; in "of ~50" it says "about". */
  #isTie(): boolean {
    const before = this.#text.charCodeAt(this.#at - 1);
    const after = this.#text.charCodeAt(this.#at + 1);
    return (
      this.#at > 0 && !isBlank(before) && before !== 40 && before !== 126 && !isBlank(after) && !Number.isNaN(after)
    );
  }

  /** Dashes and quotation marks. A longer run is a drawn line. */
  #readLigature(code: number): void {
    let end = this.#at + 1;
    while (this.#text.charCodeAt(end) === code) end += 1;
    const length = end - this.#at;
    if (code === 45 && length === 2) this.#put('–', 2);
    else if (code === 45 && length === 3) this.#put('—', 3);
    else if (code === 96 && length === 2) this.#put('“', 2);
    else if (code === 39 && length === 2) this.#put('”', 2);
    else this.#at = end;
  }

  #readDollar(): void {
    if (this.#at === this.#mathUntil) {
      this.#put('', 1);
      this.#mathUntil = -1;
      return;
    }
    const end = this.#at < this.#mathUntil ? -1 : mathEnd(this.#text, this.#at);
    if (end < 0) this.#at += 1;
    else {
      this.#put('', 1);
      this.#mathUntil = end;
    }
  }

  /** In mathematics, "H_2O" is "H2O", and "10^{-3}" stays apart from "10-3". */
  #readScript(code: number): void {
    if (this.#at >= this.#mathUntil) this.#at += 1;
    else if (code === 95) this.#put('', 1);
    else this.#put(this.#powerSign(), 1);
  }

  #powerSign(): string {
    this.#flush(this.#at);
    return isDigit(this.#out.charCodeAt(this.#out.length - 1)) ? '^' : '';
  }

  #readCommand(): void {
    const text = this.#text;
    let end = this.#at + 1;
    while (isLetter(text.charCodeAt(end))) end += 1;
    if (end === this.#at + 1) this.#readSign();
    else this.#readWord(text.slice(this.#at + 1, end), end);
  }

  /** A command of letters: its arguments and the blanks behind it are read according to what it is. */
  #readWord(name: string, end: number): void {
    const known = characters.get(name);
    const length = end - this.#at;
    if (known !== undefined) this.#put(known, this.#behindWord(end) - this.#at);
    else if (accents.has(name)) this.#readAccent(accents.get(name) ?? '', end, true);
    else if (styles.has(name)) this.#put(name.startsWith('textsup') ? this.#powerSign() : '', length);
    else if (switches.has(name)) this.#put('', this.#behindBlanks(end) - this.#at);
    else if (blanks.has(name)) this.#put(' ', this.#behindWord(end) - this.#at);
    else if (name === 'par') this.#put(this.#reading === 'paragraphs' ? '\n' : ' ', this.#behindBlanks(end) - this.#at);
    else if (name === 'enquote') this.#readQuoted(end);
    else if (name === 'frac' || name === 'tfrac' || name === 'dfrac') this.#readFraction(end);
    else if (unread.has(name)) this.#put('', this.#behindGroup(end) - this.#at);
    else if (verbatim.has(name)) this.#readVerbatim(end);
    else this.#keepUnknown(end);
  }

  /** "\ss Fu{\ss}" and "\ss{}": the blank or the empty group only ends the command's name. */
  #behindWord(end: number): number {
    if (this.#text.startsWith('{}', end)) return end + 2;
    if (this.#at < this.#mathUntil) return end;
    return this.#text.charCodeAt(end) === 32 ? end + 1 : end;
  }

  #behindBlanks(end: number): number {
    let at = end;
    while (isBlank(this.#text.charCodeAt(at))) at += 1;
    return at;
  }

  /** Behind the braces that follow; where none do, behind the command. */
  #behindGroup(end: number): number {
    if (this.#text.charCodeAt(end) !== 123) return end;
    const close = bracedEnd(this.#text, end + 1, Math.min(end + longestGroup, this.#text.length), false);
    return close < 0 ? end : close + 1;
  }

  /** A command that nobody listed stays as it is, with its braces. */
  #keepUnknown(end: number): void {
    const behind = this.#behindGroup(end);
    this.#at = end;
    if (behind === end || this.#reading === 'address') return;
    this.#signs.set(behind - 1, '}');
    this.#at = end + 1;
  }

  #readVerbatim(end: number): void {
    const behind = this.#behindGroup(end);
    const address = this.#text.slice(end + 1, behind - 1);
    this.#put(behind === end ? '' : latexText(address, 'address'), behind - this.#at);
  }

  #readQuoted(end: number): void {
    const behind = this.#behindGroup(end);
    if (behind > end) this.#signs.set(behind - 1, '”');
    this.#put(behind > end ? '“' : '', end - this.#at);
  }

  #readFraction(end: number): void {
    const behind = this.#behindGroup(end);
    if (behind > end) this.#signs.set(behind - 1, '/');
    this.#put('', end - this.#at);
  }

  /** A command of one sign. */
  #readSign(): void {
    const sign = this.#text[this.#at + 1] ?? '';
    const accent = accents.get(sign);
    if (sign === '\\') this.#readDouble();
    else if (accent !== undefined && !this.#isQuotation(sign)) this.#readAccent(accent, this.#at + 2, false);
    else if (sign === '') this.#at += 1;
    else if ('&%$#_{}"\''.includes(sign)) this.#put(sign, 2);
    else if (' \n\t,;:>'.includes(sign)) this.#put(' ', 2);
    else if ('/-@!()[]'.includes(sign)) this.#put('', 2);
    else this.#at += 2;
  }

  /** A line break; before an accent, the backslash that somebody's program wrote twice. */
  #readDouble(): void {
    if (/^[\\](?:['"`^~=.]\{?[A-Za-z]|[&%#_$])/.test(this.#text.slice(this.#at + 1, this.#at + 5))) this.#put('', 1);
    else this.#put(' ', 2);
  }

  /**
   * `\"` is a quotation mark where the text is quoted as programmers do it: then one of them stands before a blank or a
   * full stop, where no accent can stand.
   */
  #isQuotation(sign: string): boolean {
    if (sign !== '"') return false;
    this.#quoting ??= /\\"(?:[\s.,;:!?)\]]|$)/.test(this.#text);
    return this.#quoting;
  }

  /** The letter that an accent goes on, behind blanks (where the accent is a letter) and braces. */
  #readAccent(mark: string, from: number, isWord: boolean): void {
    const text = this.#text;
    let at = isWord ? this.#behindBlanks(from) : from;
    let marks = mark;
    // Braces, and accents on accents: "\~{\^e}".
    for (; ; at += 1) {
      const inner = text.charCodeAt(at) === 92 ? signAccents.get(text[at + 1] ?? '') : undefined;
      if (inner !== undefined) {
        marks = `${inner}${marks}`;
        at += 1;
      } else if (text.charCodeAt(at) !== 123) break;
    }
    const [base, behind] = this.#baseAt(at);
    const sign = text[this.#at + 1] ?? '';
    const accented = `${base}${marks}`.normalize('NFC');
    if (base === '' && isWord) this.#at = from;
    else if (base === '') this.#put(sign, at - this.#at);
    // "don\'t": no letter is written so.
    else if ((sign === "'" || sign === '"') && accented.length > base.length)
      this.#put(`${sign}${base}`, behind - this.#at);
    else this.#put(accented, behind - this.#at);
  }

  /** One letter, or a command that is one; both ends of it. */
  #baseAt(at: number): readonly [base: string, behind: number] {
    const text = this.#text;
    if (text.charCodeAt(at) !== 92) {
      const base = /^\p{L}/u.exec(text.slice(at, at + 2))?.[0] ?? '';
      return [base, at + base.length];
    }
    let end = at + 1;
    while (isLetter(text.charCodeAt(end))) end += 1;
    const name = text.slice(at + 1, end);
    const letter =
      name === 'i' || name === 'imath' ? 'i' : name === 'j' || name === 'jmath' ? 'j' : characters.get(name);
    return letter?.length === 1 ? [letter, this.#behindWord(end)] : ['', at];
  }
}
