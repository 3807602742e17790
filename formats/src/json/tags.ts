import type { Tag } from '@throughline/core';
import { isObject, type JsonObject } from './values.js';

/**
 * Everything that an object says, in its order: keys by their path, members of lists by their number from 1
 * ("author/2/family"). Values under `whole` keys stay in one piece, as JSON. Nothing (`null`, an empty list) is "".
 */
export function tagsOf(object: JsonObject, whole: ReadonlySet<string> = new Set()): Tag[] {
  const tags: Tag[] = [];
  for (const [key, value] of Object.entries(object)) {
    const inOnePiece = typeof value === 'object' && value !== null && (whole.has(key) || isVast(value));
    if (inOnePiece) tags.push({ tag: keyPart(key), value: JSON.stringify(value) });
    else addValue(tags, keyPart(key), value);
  }
  return tags;
}

/** Values inside each other that are told one by one: nobody reads more, and the memory is not for them. */
const mostValues = 50_000;

function isVast(value: object): boolean {
  const waiting: unknown[] = [value];
  let count = 0;
  for (let each = waiting.pop(); each !== undefined && count <= mostValues; each = waiting.pop()) {
    count += 1;
    if (typeof each === 'object' && each !== null) for (const inside of Object.values(each)) waiting.push(inside ?? '');
  }
  return count > mostValues;
}

function addValue(tags: Tag[], path: string, value: unknown): void {
  const inside = Array.isArray(value)
    ? value.map((each, index) => [String(index + 1), each] as const)
    : isObject(value)
      ? Object.entries(value).map(([key, each]) => [keyPart(key), each] as const)
      : undefined;
  if (inside === undefined) tags.push({ tag: path, value: value === null ? '' : String(value) });
  else if (inside.length === 0) tags.push({ tag: path, value: '' });
  else for (const [key, each] of inside) addValue(tags, `${path}/${key}`, each);
}

/** A slash in a key would look like a step of the path. */
function keyPart(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The path without the numbers of list members: the name that a tag is known by. */
export function withoutNumbers(tag: string): string {
  return tag.replace(/\/\d+(?=\/|$)/g, '');
}

/** The object that these tags were read from. Members that are only numbers make a list; everything else is text. */
export function objectOf(tags: readonly Tag[]): JsonObject {
  const root: Node = { inside: new Map() };
  for (const { tag, value } of tags) {
    let here = root;
    for (const part of tag.split('/')) here = childOf(here, part);
    here.text = value;
  }
  return asObject(root);
}

interface Node {
  text?: string;
  readonly inside: Map<string, Node>;
}

function childOf(node: Node, part: string): Node {
  const known = node.inside.get(part);
  if (known !== undefined) return known;
  const child: Node = { inside: new Map() };
  node.inside.set(part, child);
  return child;
}

function asObject(node: Node): JsonObject {
  return Object.fromEntries([...node.inside].map(([part, child]) => [keyOf(part), asValue(child)]));
}

function asValue(node: Node): unknown {
  if (node.inside.size === 0) return node.text ?? '';
  const parts = [...node.inside.keys()];
  if (!parts.every((part, index) => part === String(index + 1))) return asObject(node);
  return [...node.inside.values()].map(asValue);
}

function keyOf(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}
