import type { Tag } from '@throughline/core';
import { isElement, textOf, type XmlElement } from './element.js';

/** How a format's elements are told as tags. */
export interface TagRules {
  /** Elements that only say how text looks: they are part of the text around them. */
  readonly inline: ReadonlySet<string>;
  /** The text of an element that holds nothing but text and inline elements. */
  readonly value?: (element: XmlElement) => string;
}

/**
 * Everything that a record says, in its order: elements by their path ("titles/title"), attributes behind an "@"
 * ("ref-type@name") and before the text of their element. `within`: what stands before each path.
 */
export function tagsOf(root: XmlElement, rules: TagRules, within = ''): Tag[] {
  const tags: Tag[] = [];
  addInside(tags, root, within, rules);
  return tags;
}

function addElement(tags: Tag[], element: XmlElement, path: string, rules: TagRules): void {
  for (const name in element.attributes) tags.push({ tag: `${path}@${name}`, value: element.attributes[name] ?? '' });
  if (isText(element, rules.inline)) tags.push({ tag: path, value: (rules.value ?? textOf)(element) });
  else {
    const own = element.children
      .filter((child) => !isElement(child))
      .join('')
      .trim();
    if (own !== '') tags.push({ tag: path, value: own });
    addInside(tags, element, `${path}/`, rules);
  }
}

function addInside(tags: Tag[], element: XmlElement, within: string, rules: TagRules): void {
  for (const child of element.children) if (isElement(child)) addElement(tags, child, within + child.name, rules);
}

function isText(element: XmlElement, inline: ReadonlySet<string>): boolean {
  return element.children.every((child) => !isElement(child) || isInline(child, inline));
}

/** A formula is text, whatever its many elements are. */
function isInline(element: XmlElement, inline: ReadonlySet<string>): boolean {
  return element.name === 'math' || (inline.has(element.name) && isText(element, inline));
}
