import { fieldText } from '../text/field-text.js';

/** An element of one record: without prefixes, comments and namespaces. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

export function isElement(child: XmlElement | string): child is XmlElement {
  return typeof child !== 'string';
}

/** The child elements with one of these names. */
export function childrenOf(element: XmlElement | undefined, ...names: readonly string[]): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element?.children ?? []) if (isElement(child) && names.includes(child.name)) found.push(child);
  return found;
}

/** The first element at a path of names ("Journal/ISSN"). */
export function elementAt(element: XmlElement | undefined, path: string): XmlElement | undefined {
  let here = element;
  for (const name of path.split('/')) {
    here = here?.children.find((child): child is XmlElement => isElement(child) && child.name === name);
  }
  return here;
}

/** Every element at a path of names, in the order of the source. */
export function elementsAt(element: XmlElement | undefined, path: string): XmlElement[] {
  const found: XmlElement[] = [];
  if (element !== undefined) addAt(found, element, path, 0);
  return found;
}

function addAt(found: XmlElement[], element: XmlElement, path: string, from: number): void {
  const end = path.indexOf('/', from);
  const name = path.slice(from, end < 0 ? path.length : end);
  for (const child of element.children) {
    if (typeof child === 'string' || child.name !== name) continue;
    if (end < 0) found.push(child);
    else addAt(found, child, path, end + 1);
  }
}

/** All text inside, as it stands; mark-up inside it (italics, indices) means nothing here. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  const [only] = element.children;
  if (element.children.length === 1 && typeof only === 'string') return only;
  return element.children.map((child) => (isElement(child) ? textOf(child) : child)).join('');
}

/** The text inside as one line: line breaks and indentation of the source are its layout. Undefined where there is none. */
export function lineOf(element: XmlElement | undefined): string | undefined {
  return inOneLine(textOf(element));
}

/** Lines become one line; undefined where nothing is left. */
export function inOneLine(text: string): string | undefined {
  const line = /[\r\n]/.test(text) ? linesIn(text).join(' ') : fieldText(text);
  return line === '' ? undefined : line;
}

/** The lines that show anything, each without blanks around it. */
export function linesIn(text: string): string[] {
  return text
    .split(/[\r\n]/)
    .map(fieldText)
    .filter((line) => line !== '');
}
