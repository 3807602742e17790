import { longestExcerpt } from './contract.js';

/** Text from a file, short enough for a report, and nothing of the file kept with it. Never splits a character in two. */
export function excerpt(text: string): string {
  if (text.length <= longestExcerpt) return detached(text);
  const cut = detached(text.slice(0, longestExcerpt - 1));
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/**
 * The same text as a string of its own. JavaScript engines keep a piece of a long string as a view of it: a few words
 * that outlive their record would hold the whole block that they were read in.
 */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}
