import type { RecordId } from '../ids.js';

/** What one record says of a field. */
export interface Given<T> {
  readonly record: RecordId;
  readonly value: T;
}

/** How good a value is; the more the better, true over false. */
export type Worth<T> = (given: Given<T>) => number | boolean;

/**
 * The best of what several records say of a field: by the first worth that tells them apart, and where none does, of the
 * record whose id comes first, so that the order in which they came says nothing.
 */
export function bestOf<T>(all: readonly Given<T>[], ...worths: readonly Worth<T>[]): Given<T> | undefined {
  let left = all;
  for (const worth of worths) {
    if (left.length < 2) break;
    const worths = left.map((each) => Number(worth(each)));
    const most = Math.max(...worths);
    left = left.filter((_, at) => worths[at] === most);
  }
  return left.reduce<Given<T> | undefined>(
    (first, each) => (first && first.record <= each.record ? first : each),
    undefined,
  );
}

/** What most of them say, by what it comes to. */
export function mostSay<T>(all: readonly Given<T>[], comesTo: (value: T) => string): Worth<T> {
  const counts = new Map<string, number>();
  for (const { value } of all) counts.set(comesTo(value), (counts.get(comesTo(value)) ?? 0) + 1);
  return ({ value }) => counts.get(comesTo(value)) ?? 0;
}

/** Letters and digits alone, without case and accents: spelling that says nothing. */
export const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

/** What databases write where they have nothing: "NA", "None", "[No abstract available]", "Anonymous", "UNKNOWN". */
export const saysSomething = (text: string): boolean =>
  text.length > longestNothing ? /[\p{L}\p{N}]/u.test(text) : bare(text) !== '' && !nothing.test(text.trim());
const longestNothing = 80;
const nothing =
  /^[[(<"']?\s*(?:n\.?\/?a\.?|nan|nil|none|null|unknown|undefined|anon(?:ymous)?|untitled|no title|\[?no author[^\]]{0,40}|not (?:available|applicable|given)|(?:there is )?no abstract(?: is)?(?: available)?|abstracts?(?: is)? not (?:available|provided)|no abstract provided)[\s.\])>"']*$/i;

/** A heading in capitals was set so by its database. One of few letters may be a name: "DREAMS". */
export const isAllCapitals = (text: string): boolean =>
  text.length > 12 && /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

/** Without tags, entities, TeX, and characters that were lost on the way. */
export const isClean = (text: string): boolean =>
  !/<\/?[a-z][^<>]{0,80}>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});|\\[a-z]{2,}|\$[^$]{1,40}\$|\ufffd/i.test(text);

/** A notice of rights that stands where an abstract should. One at the end of an abstract is a part of it. */
export const isNotice = (text: string): boolean =>
  text.length < 600 && /^\s*(?:\(c\)|©|copyright|all rights reserved|published by|this is an open access)/i.test(text);

/** Ends in "…": the rest is missing, whether its format says so or not. */
export const isCutOff = (text: string): boolean => /(?:…|\.\.\.|\[truncated\])\W{0,5}$/i.test(text.slice(-40));
