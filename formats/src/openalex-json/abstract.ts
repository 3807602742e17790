import { isObject } from '../json/values.js';

/** Words of an abstract at most: the index says where each stands, and one that lies must not fill the memory. */
const mostWords = 200_000;

/** The text that the index of its words was made from: each word at each of its places. */
export function abstractFrom(index: unknown): string | undefined {
  if (!isObject(index)) return undefined;
  const words: (readonly [place: number, word: string])[] = [];
  for (const [word, places] of Object.entries(index)) {
    if (!Array.isArray(places)) continue;
    for (const place of places) if (typeof place === 'number' && words.length < mostWords) words.push([place, word]);
  }
  words.sort(([left], [right]) => left - right);
  return words.map(([, word]) => word).join(' ');
}
