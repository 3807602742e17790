import { namedCharacters } from '../text/named-characters.js';
import { longestTag } from './constructs.js';

export interface Mended {
  readonly text: string;
  /** The first name between "&" and ";" that stands for nothing known. */
  readonly unknownEntity?: string;
}

/**
 * A record's text with what programs do wrong put right: "&" and "<" that were meant as such, names of characters that
 * XML does not know ("&nbsp;"), control characters that it forbids, end tags of elements that were never opened. What
 * the end of the text leaves open is closed.
 * CDATA sections and comments stay as they are. Linear in the length of the text.
 */
export function mended(raw: string): Mended {
  const mender = new Mender(raw.replace(forbidden, ''));
  const text = mender.text();
  return mender.unknownEntity === undefined ? { text } : { text, unknownEntity: mender.unknownEntity };
}

/** What XML 1.0 has no place for (its section 2.2): control characters, halves of characters, two that are none. */
export const forbidden = /(?![\t\n\r\u007f-\u009f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

class Mender {
  unknownEntity: string | undefined;
  readonly #raw: string;
  readonly #out: string[] = [];
  /** How many elements of each name are open. */
  readonly #open = new Map<string, number>();
  readonly #stack: string[] = [];
  readonly #neverCloses = new Set<string>();

  constructor(raw: string) {
    this.#raw = raw;
  }

  text(): string {
    let at = 0;
    while (at < this.#raw.length) {
      const mark = this.#raw.indexOf('<', at);
      const to = mark < 0 ? this.#raw.length : mark;
      this.#out.push(this.#references(this.#raw.slice(at, to)));
      at = mark < 0 ? to : this.#takeMark(mark);
    }
    for (const name of this.#stack.reverse()) this.#out.push(`</${name}>`);
    return this.#out.join('');
  }

  /** The place after what begins here. */
  #takeMark(mark: number): number {
    const kept =
      this.#construct(mark, '<!--', '-->') ??
      this.#construct(mark, '<![CDATA[', ']]>') ??
      this.#construct(mark, '<?', '?>') ??
      this.#tag(mark);
    if (kept !== undefined) return kept;
    this.#out.push('&lt;');
    return mark + 1;
  }

  #construct(mark: number, opens: string, closes: string): number | undefined {
    if (!this.#raw.startsWith(opens, mark) || this.#neverCloses.has(closes)) return undefined;
    const found = this.#raw.indexOf(closes, mark + opens.length);
    if (found < 0) {
      this.#neverCloses.add(closes);
      return undefined;
    }
    const end = found + closes.length;
    if (opens === '<![CDATA[') this.#out.push(this.#raw.slice(mark, end));
    return end;
  }

  #tag(mark: number): number | undefined {
    const next = this.#raw.indexOf('<', mark + 1);
    const own = this.#raw.slice(mark, Math.min(next < 0 ? this.#raw.length : next, mark + longestTag));
    const match = tagPattern.exec(own) ?? carelessTagPattern.exec(own);
    if (match === null) return undefined;
    const [tag, slash, name = '', inside = ''] = match;
    if (slash === '/') {
      if (!this.#close(name)) return undefined;
      this.#out.push(`</${name}>`);
    } else {
      if (!inside.endsWith('/')) this.#opened(name);
      this.#out.push(`<${name}${this.#references(inside)}>`);
    }
    return mark + tag.length;
  }

  #opened(name: string): void {
    this.#stack.push(name);
    this.#open.set(name, (this.#open.get(name) ?? 0) + 1);
  }

  /** False where no element of this name is open. Elements inside it that were not closed are closed with it. */
  #close(name: string): boolean {
    if ((this.#open.get(name) ?? 0) === 0) return false;
    for (let closed = this.#stack.pop(); closed !== undefined; closed = this.#stack.pop()) {
      this.#open.set(closed, (this.#open.get(closed) ?? 1) - 1);
      if (closed === name) break;
    }
    return true;
  }

  #references(text: string): string {
    if (!text.includes('&')) return text;
    return text.replace(referencePattern, (written: string, number?: string, name?: string) => {
      if (number !== undefined) return isCharacter(number) ? written : '';
      if (name === undefined) return '&amp;';
      if (ownNames.has(name)) return written;
      const character = namedCharacters.get(name);
      if (character !== undefined) return character;
      this.unknownEntity ??= name;
      return `&amp;${name};`;
    });
  }
}

/** Its quotation marks are in order, and may hold ">". */
const tagPattern = /^<(\/?)([A-Za-z_][\w.:-]{0,200})((?:\s(?:[^>"']|"[^"]*"|'[^']*')*|\/)?)>/;
/** They are not: it goes to the next ">". */
const carelessTagPattern = /^<(\/?)([A-Za-z_][\w.:-]{0,200})((?:\s[^>]*|\/)?)>/;
const referencePattern = /&(?:(#\d{1,7}|#[xX][\da-fA-F]{1,6});|([A-Za-z][\w.-]{0,40});)?/g;
const ownNames: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

function isCharacter(number: string): boolean {
  const point = /^#[xX]/.test(number) ? Number.parseInt(number.slice(2), 16) : Number(number.slice(1));
  if (point < 0x20) return point === 9 || point === 10 || point === 13;
  return point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) && point !== 0xfffe && point !== 0xffff;
}
