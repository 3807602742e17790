/** The paragraphs of a Word document as it shows them, and the codes of its fields. */
import { firstDoi } from '../doi.js';
import type { Numbering } from './numbering.js';
import { readTags, type TagHandler } from './tags.js';

export interface Paragraphs {
  /** In the order of the document; a line break inside a paragraph begins a new one. */
  readonly lines: readonly string[];
  /** What the fields of reference managers hold: the text of their codes, and data that Word keeps beside them. */
  readonly codes: readonly string[];
}

/** What stands elsewhere as well: for programs that cannot show it, or moved away while changes are tracked. */
const repeated = new Set(['Fallback', 'moveFrom']);

interface Field {
  readonly code: string[];
  /** Its result begins: what follows is shown. */
  shown: boolean;
}

class Reader implements TagHandler {
  readonly lines: string[] = [];
  readonly codes: string[] = [];
  #words: string[] = [];
  #fields: Field[] = [];
  #reading: 'text' | 'code' | 'data' | undefined;
  #skipped = 0;
  #list: string | undefined;
  #level = '0';
  #numbered = '';
  #inProperties = false;
  #link: { readonly target: string; readonly from: number } | undefined;

  constructor(
    readonly numbering: Numbering,
    readonly targets: ReadonlyMap<string, string>,
  ) {}

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (repeated.has(name)) this.#skipped += 1;
    if (this.#skipped > 0) return;
    const value = attribute('val') ?? '';
    if (name === 'p') this.#beginParagraph();
    else if (name === 'pPr') this.#inProperties = true;
    else if (name === 'pStyle') this.#list ??= this.numbering.listOfStyle(value);
    else if (name === 'numId' && this.#inProperties) this.#list = value;
    else if (name === 'ilvl' && this.#inProperties) this.#level = value;
    else if (name === 't') this.#reading = 'text';
    else if (name === 'tab') this.#say('\t');
    else if (name === 'br' || name === 'cr') this.#say('\n');
    else if (name === 'noBreakHyphen') this.#say('-');
    else if (name === 'instrText') this.#reading = 'code';
    else if (name === 'fldData') this.#reading = 'data';
    else if (name === 'fldChar') this.#turnField(attribute('fldCharType') ?? '');
    else if (name === 'fldSimple') this.#note(attribute('instr') ?? '');
    else if (name === 'tag' && value.startsWith('MENDELEY_CITATION')) this.#note(value);
    else if (name === 'hyperlink')
      this.#link = { target: this.targets.get(attribute('id') ?? '') ?? '', from: this.#words.length };
  }

  close(name: string): void {
    if (repeated.has(name)) this.#skipped -= 1;
    if (this.#skipped > 0) return;
    if (name === 'p') this.#endParagraph();
    else if (name === 'pPr') this.#endProperties();
    else if (name === 'hyperlink') this.#endLink();
    else if (name === 't' || name === 'instrText' || name === 'fldData') this.#reading = undefined;
  }

  text(text: string): void {
    if (this.#skipped > 0) return;
    if (this.#reading === 'code') this.#fields.at(-1)?.code.push(text);
    else if (this.#reading === 'data') this.#note(text);
    else if (this.#reading === 'text') this.#say(text);
  }

  #say(text: string): void {
    if (this.#fields.every(({ shown }) => shown) && !this.#inProperties) this.#words.push(text);
  }

  #note(code: string): void {
    if (/ADDIN|MENDELEY|^\s*PE/.test(code.slice(0, 200))) this.codes.push(code);
  }

  #turnField(type: string): void {
    const field = this.#fields.at(-1);
    if (type === 'begin') this.#fields.push({ code: [], shown: false });
    else if (type === 'separate' && field !== undefined) field.shown = true;
    else if (type === 'end' && field !== undefined) {
      this.#fields.pop();
      this.#note(field.code.join(''));
    }
  }

  #beginParagraph(): void {
    // A paragraph in a text box stands inside another one.
    this.#endParagraph();
    this.#list = undefined;
    this.#level = '0';
  }

  #endProperties(): void {
    this.#inProperties = false;
    this.#numbered = this.#list !== undefined && this.#level === '0' ? this.numbering.next(this.#list) : '';
  }

  /** A DOI that only the link holds ("CrossRef") is written behind its words. */
  #endLink(): void {
    const { target = '', from = 0 } = this.#link ?? {};
    this.#link = undefined;
    const doi = firstDoi(target);
    const words = this.#words.slice(from).join('');
    if (doi !== undefined && !words.toLowerCase().includes(doi)) this.#words.push(` https://doi.org/${doi}`);
  }

  #endParagraph(): void {
    // A field whose result never begins would hide the rest of the document.
    this.#fields = this.#fields.filter(({ shown }) => shown);
    const text = this.#words.join('');
    this.#words = [];
    if (text.trim() !== '') this.lines.push(...`${this.#numbered}${text}`.split('\n'));
    this.#numbered = '';
  }
}

/** `part`: the document itself, its footnotes or its endnotes. */
export function paragraphsOf(part: string, numbering: Numbering, links: string): Paragraphs {
  const reader = new Reader(numbering, targetsOf(links));
  readTags(part, reader);
  return reader;
}

function targetsOf(links: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  readTags(links, {
    open: (_, attribute) => targets.set(attribute('Id') ?? '', attribute('Target') ?? ''),
    close: () => undefined,
    text: () => undefined,
  });
  return targets;
}
