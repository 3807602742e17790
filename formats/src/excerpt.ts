import { longestExcerpt } from './contract.js';

/** Text from a file, short enough for a report. Never splits a character in two. */
export function excerpt(text: string): string {
  if (text.length <= longestExcerpt) return text;
  const cut = text.slice(0, longestExcerpt - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
