import type { Entry, Field, Stretch } from './entry.js';
import { bracedEnd, quotedEnd } from './delimited.js';
import type { Macros } from './macros.js';
import { longestRecord } from '../contract.js';

const typeName = /[^\s{}()=,"#%@\\]+/y;
const fieldName = /[^\s=,{}"#%][^=,{}"\n#]{0,80}?(?=\s{0,99}=|[ \t]{0,99}[{"])/y;
const nameAndSign = /\s*[A-Za-z][\w:.+-]*\s*=/y;
const strayWord = /[^,={}"\n]*,/y;

/** A quotation mark that is missing lets a value run on into the next field. */
const swallowsField = /\n[ \t]*[A-Za-z][\w-]{0,60}[ \t]*=[ \t]*["{]/;

const openBrace = 123;
const closeBrace = 125;
const openParenthesis = 40;
const closeParenthesis = 41;
const quote = 34;
const comma = 44;
const hash = 35;
const percent = 37;
const equals = 61;
const lineFeed = 10;

/** Reads one entry by the rules of the format. What these rules do not allow is `broken`. */
export class EntryScanner {
  readonly #text: string;
  readonly #until: number;
  readonly #macros: Macros;
  /** "\{" and "\}" are text and close nothing. */
  readonly #escapes: boolean;
  #at: number;
  #close = closeBrace;
  /** Characters that abbreviations may still add to this entry. */
  #room = longestRecord;

  constructor({ text, from, until }: Stretch, macros: Macros, escapes: boolean) {
    this.#text = text;
    this.#at = from + 1;
    this.#until = until;
    this.#macros = macros;
    this.#escapes = escapes;
  }

  read(): Entry | 'no-entry' | 'broken' {
    this.#skipBlank();
    const type = this.#match(typeName);
    this.#skipBlank();
    const opening = this.#text.charCodeAt(this.#at);
    if (type === '' || (opening !== openBrace && opening !== openParenthesis)) return 'no-entry';
    this.#close = opening === openBrace ? closeBrace : closeParenthesis;
    this.#at += 1;
    const lower = type.toLowerCase();
    const key = lower === 'string' || lower === 'preamble' ? '' : this.#readKey();
    return lower === 'preamble' ? this.#readPreamble(type) : this.#readFields(type, key);
  }

  #readPreamble(type: string): Entry | 'broken' {
    const end = bracedEnd(this.#text, this.#at, this.#until, this.#escapes);
    return end < 0 ? 'broken' : { type, key: '', fields: [], end: end + 1, broken: false };
  }

  #readFields(type: string, key: string): Entry | 'broken' {
    const fields: Field[] = [];
    let whole = key;
    for (;;) {
      this.#skipSeparators();
      if (this.#at >= this.#until) return 'broken';
      if (this.#atEnd()) return { type, key: whole, fields, end: this.#at + 1, broken: false };
      const name = this.#readName();
      if (name === undefined) {
        const stray = fields.length === 0 ? this.#match(strayWord) : '';
        if (stray === '') return 'broken';
        whole = `${whole}, ${stray.slice(0, -1).trim()}`;
        continue;
      }
      const value = this.#readValue();
      if (value === undefined || !this.#endsValue()) return 'broken';
      fields.push({ name, value });
    }
  }

  /** Up to the first comma. Where that is missing, the first field's name ends it; where it stands alone, its line. */
  #readKey(): string {
    const text = this.#text;
    const from = this.#at;
    for (let at = from; at < this.#until; at += 1) {
      const code = text.charCodeAt(at);
      if (code === comma || code === this.#close) return this.#keyUpTo(from, at, code === comma ? at + 1 : at);
      if (code === lineFeed) {
        if (this.#isFieldAhead(at)) return this.#keyUpTo(from, at, at);
        at = this.#lastBlank(at);
      }
      if (code === equals) return this.#keyBeforeName(from, at);
      if (code === openBrace || code === quote) return this.#keyUpTo(from, from, from);
    }
    return '';
  }

  #keyUpTo(from: number, to: number, next: number): string {
    this.#at = next;
    return this.#text.slice(from, to).trim();
  }

  /** "key author =": the last word is the field's name. */
  #keyBeforeName(from: number, to: number): string {
    const before = this.#text.slice(from, to).trimEnd();
    const name = Math.max(before.lastIndexOf(' '), before.lastIndexOf('\n'), before.lastIndexOf('\t')) + 1;
    this.#at = from + name;
    return before.slice(0, name).trim();
  }

  #readName(): string | undefined {
    const from = this.#at;
    let at = from;
    for (; at < this.#until; at += 1) {
      const code = this.#text.charCodeAt(at);
      if (!((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 45 || code === 95)) break;
    }
    if (at > from) {
      let sign = at;
      while (this.#text.charCodeAt(sign) === 32) sign += 1;
      if (this.#text.charCodeAt(sign) === equals) {
        this.#at = sign + 1;
        return this.#text.slice(from, at);
      }
    }
    const name = this.#match(fieldName).trim();
    if (name === '') return undefined;
    this.#skipBlank();
    if (this.#text.charCodeAt(this.#at) === equals) this.#at += 1;
    return name;
  }

  /** Pieces joined by "#". Undefined where one does not close. */
  #readValue(): string | undefined {
    let value = '';
    for (;;) {
      this.#skipBlank();
      const piece = this.#readPiece();
      if (piece === undefined) return undefined;
      value += piece;
      this.#skipBlank();
      if (this.#text.charCodeAt(this.#at) !== hash) return value;
      this.#at += 1;
    }
  }

  #readPiece(): string | undefined {
    const opening = this.#text.charCodeAt(this.#at);
    if (opening !== openBrace && opening !== quote) return this.#readBare();
    const from = this.#at + 1;
    const end = (opening === openBrace ? bracedEnd : quotedEnd)(this.#text, from, this.#until, this.#escapes);
    if (end < 0) return undefined;
    this.#at = end + 1;
    const piece = this.#text.slice(from, end);
    return opening === quote && swallowsField.test(piece) ? undefined : piece;
  }

  /** A number, an abbreviation, or words that somebody left without delimiters. */
  #readBare(): string | undefined {
    const from = this.#at;
    let at = from;
    for (; at < this.#until; at += 1) {
      const code = this.#text.charCodeAt(at);
      if (code === comma || code === this.#close || code === hash || code === lineFeed) break;
      if (code === openBrace || code === closeBrace || code === quote) return undefined;
    }
    this.#at = at;
    const name = this.#text.slice(from, at).trim();
    const value = this.#macros.expand(name, this.#room);
    this.#room -= value.length;
    return value;
  }

  /** A comma, the end of the entry, or the next field where its comma is missing. */
  #endsValue(): boolean {
    return this.#text.charCodeAt(this.#at) === comma || this.#atEnd() || this.#isFieldAhead(this.#at);
  }

  #atEnd(): boolean {
    const code = this.#text.charCodeAt(this.#at);
    return this.#at < this.#until && (code === this.#close || code === closeBrace);
  }

  #isFieldAhead(at: number): boolean {
    nameAndSign.lastIndex = at;
    return nameAndSign.test(this.#text);
  }

  /** The last of the blanks from here on: what stands ahead of them is looked at once. */
  #lastBlank(at: number): number {
    let last = at;
    while (this.#text.charCodeAt(last + 1) === 32 || this.#text.charCodeAt(last + 1) === lineFeed) last += 1;
    return last;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null || pattern.lastIndex > this.#until) return '';
    this.#at = pattern.lastIndex;
    return match[0];
  }

  #skipSeparators(): void {
    this.#skipBlank();
    while (this.#text.charCodeAt(this.#at) === comma) {
      this.#at += 1;
      this.#skipBlank();
    }
  }

  /** Blanks, and comments from "%" to the end of the line, which people write between fields. */
  #skipBlank(): void {
    const text = this.#text;
    for (;;) {
      const code = text.charCodeAt(this.#at);
      if (code === 32 || (code >= 9 && code <= 13) || code === 160) this.#at += 1;
      else if (code === percent) this.#at = endOfLine(text, this.#at, this.#until);
      else return;
    }
  }
}

function endOfLine(text: string, at: number, until: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? until : end;
}
