import { decodeEntities } from './letters.mjs';

/** What stands between the tags of every element of this name, in order. Elements of one name do not hold each other. */
export function elements(xml, name, attribute = '') {
  const pattern = new RegExp(`<${name}(?=[\\s>])(?=[^>]*${attribute})[^>]*?(?:/>|>([\\s\\S]*?)</${name}\\s*>)`, 'g');
  return [...xml.matchAll(pattern)].map(([, inside = '']) => inside);
}

/** The text of the first element of this name that has any. */
export function textOf(xml, name, attribute) {
  return elements(xml, name, attribute).map(plainText).find(Boolean);
}

/** Without tags, entities decoded once. */
export function plainText(xml) {
  const parts = xml.split(/<!\[CDATA\[([\s\S]*?)\]\]>/);
  return parts
    .map((part, index) => (index % 2 === 1 ? part : decodeEntities(part.replace(/<[^>]*>/g, ''))))
    .join('')
    .trim();
}

/** Comments hold nothing that a record says. */
export function withoutComments(xml) {
  return xml.replace(/<!--[\s\S]*?-->/g, '');
}
