import type { Tag } from '@throughline/core';
import { forbidden } from './mend.js';

/** Text as XML. What XML has no place for (control characters, halves of characters) is left out. */
function escaped(text: string): string {
  return wellFormed(text).replace(/[&<>"\r]/g, (mark) => references[mark] ?? mark);
}

/** A carriage return as it stands would come back as a line feed. */
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
};

function wellFormed(text: string): string {
  return text.replace(forbidden, '');
}

/** An element with nothing but text in it; nothing where there is no text. */
export function textElement(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${escaped(text)}</${name}>`;
}

/** An element around others; nothing where there are none. */
export function elementAround(name: string, ...inside: readonly string[]): string {
  const all = inside.join('');
  return all === '' ? '' : `<${name}>${all}</${name}>`;
}

/** The elements that these tags were read from: read again, they give the same tags. */
export function elementsOf(tags: readonly Tag[]): string {
  const writer = new TagWriter();
  for (const { tag, value } of tags) writer.take(tag, value);
  return writer.end();
}

interface Open {
  readonly name: string;
  readonly attributes: Map<string, string>;
  /** Undefined until the text is known. */
  text: string | undefined;
  children: string;
}

class TagWriter {
  #out = '';
  readonly #open: Open[] = [];

  take(tag: string, value: string): void {
    const [path = '', attribute] = tag.split('@', 2);
    const names = path.split('/');
    if (!names.every((name) => namePattern.test(name))) return;
    if (!this.#fits(names, attribute)) this.#begin(names);
    const own = this.#open.at(-1);
    if (attribute === undefined && own !== undefined) own.text = value;
    else if (attribute !== undefined && namePattern.test(attribute)) own?.attributes.set(attribute, value);
  }

  end(): string {
    this.#closeTo(0);
    return this.#out;
  }

  /** The element that is open is the one that this tag tells more of. */
  #fits(names: readonly string[], attribute: string | undefined): boolean {
    const own = this.#open.at(-1);
    if (own === undefined || this.#open.length !== names.length) return false;
    if (!this.#open.every(({ name }, index) => name === names[index])) return false;
    return own.text === undefined && own.children === '' && (attribute === undefined || !own.attributes.has(attribute));
  }

  #begin(names: readonly string[]): void {
    let shared = 0;
    while (shared < names.length - 1 && this.#open[shared]?.name === names[shared] && this.#mayHold(shared))
      shared += 1;
    this.#closeTo(shared);
    for (const name of names.slice(shared)) {
      this.#open.push({ name, attributes: new Map(), text: undefined, children: '' });
    }
  }

  /** Text beside elements is told without blanks around it, and not at all where there is none. */
  #mayHold(index: number): boolean {
    const text = this.#open[index]?.text;
    return text === undefined || (text !== '' && text === text.trim());
  }

  #closeTo(depth: number): void {
    while (this.#open.length > depth) {
      const closed = this.#open.pop();
      if (closed === undefined) return;
      const above = this.#open.at(-1);
      if (above === undefined) this.#out += elementText(closed);
      else above.children += elementText(closed);
    }
  }
}

function elementText({ name, attributes, text = '', children }: Open): string {
  const inside = [...attributes].map(([each, value]) => ` ${each}="${attributeText(value)}"`).join('');
  return `<${name}${inside}>${escaped(text)}${children}</${name}>`;
}

function attributeText(value: string): string {
  return escaped(value).replaceAll('\n', '&#xA;').replaceAll('\t', '&#x9;');
}

const namePattern = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
