import { SaxesParser } from 'saxes';
import type { XmlElement } from './element.js';
import { mended } from './mend.js';
import type { Amiss, CutRecord } from './found-records.js';

/** Levels of elements inside each other. No record of any format comes near it. */
export const deepestElement = 100;
/** Elements and attributes of one record. The longest real ones, physics papers with all their authors, have 60,000. */
export const mostParts = 250_000;

/** What is amiss: no XML, even with what is usually wrong mended; elements beyond the limits above, read as text. */
export interface Tree extends Amiss {
  /** Undefined where the record has no element that could be read. */
  readonly root: XmlElement | undefined;
}

/** One record's text as a tree. What is wrong is forgiven; entities that a document type declares are never expanded. */
export function treeOf({ raw, end }: Pick<CutRecord, 'raw' | 'end'>): Tree {
  const whole = end === 'own' ? raw : withoutCutMark(raw);
  const asItStands = parsed(whole, true);
  if (asItStands !== undefined) return asItStands;
  const { text, unknownEntity } = mended(whole);
  const tree = parsed(text, false) ?? nothing;
  return unknownEntity === undefined ? tree : { ...tree, unknownEntity };
}

const nothing: Tree = { root: undefined, malformed: true, tooManyParts: false };

/** Without a tag or a reference that the end cut through. */
function withoutCutMark(raw: string): string {
  const mark = raw.lastIndexOf('<');
  const whole = raw.indexOf('>', mark) < 0 ? raw.slice(0, mark) : raw;
  return whole.replace(/&#?\w{0,10}$/, '');
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** Undefined where the text is no XML and none was to be forgiven. */
function parsed(text: string, strict: boolean): Tree | undefined {
  const builder = new TreeBuilder();
  const parser = new Parser(strict);
  parser.on('opentag', ({ name, attributes }) => builder.open(name, attributes));
  parser.on('closetag', () => builder.close());
  parser.on('text', (piece) => builder.take(piece));
  parser.on('cdata', (piece) => builder.take(piece));
  try {
    parser.write(text).close();
  } catch (problem) {
    if (problem === malformed) return undefined;
    throw problem;
  }
  return { root: builder.root, malformed: parser.failed, tooManyParts: builder.tooManyParts };
}

const malformed = new Error('No XML.');

/** Notes that something was wrong, without the error with its trace that each of 100,000 mistakes would get. */
class Parser extends SaxesParser<{ xmlns: false; position: false }> {
  failed = false;
  readonly #strict: boolean;

  constructor(strict: boolean) {
    super({ xmlns: false, position: false });
    this.#strict = strict;
  }

  override fail(): this {
    this.failed = true;
    if (this.#strict) throw malformed;
    return this;
  }
}

class TreeBuilder {
  root: OpenElement | undefined;
  tooManyParts = false;
  readonly #open: OpenElement[] = [];
  /** Open elements that are not kept. */
  #leftOut = 0;
  #parts = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const own = ownAttributes(attributes);
    this.#parts += 1 + Object.keys(own).length;
    if (this.#leftOut > 0 || this.#open.length >= deepestElement || this.#parts > mostParts) {
      this.#leftOut += 1;
      this.tooManyParts = true;
      return;
    }
    const element: OpenElement = { name: local(name), attributes: own, children: [] };
    if (this.root === undefined) this.root = element;
    else (this.#open.at(-1) ?? this.root).children.push(element);
    this.#open.push(element);
  }

  close(): void {
    if (this.#leftOut > 0) this.#leftOut -= 1;
    else this.#open.pop();
  }

  take(text: string): void {
    const children = (this.#open.at(-1) ?? this.root)?.children;
    if (children === undefined) return;
    const last = children.length - 1;
    const before = children[last];
    if (typeof before === 'string') children[last] = before + text;
    else children.push(text);
  }
}

const none: Readonly<Record<string, string>> = {};

function ownAttributes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  let own: Record<string, string> | undefined;
  for (const name in attributes) {
    if (name.startsWith('xmlns')) continue;
    own ??= Object.create(null) as Record<string, string>;
    own[local(name)] = attributes[name] ?? '';
  }
  return own ?? none;
}

function local(name: string): string {
  return name.includes(':') ? name.slice(name.lastIndexOf(':') + 1) : name;
}
