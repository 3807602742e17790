import { plain, saysNothing } from '../text.js';

/** Letters that say enough: shorter ones are notes ("See editorial"), not abstracts. */
const least = 120;
/** Letters that are looked at. */
const most = 1200;

/** An abstract's first letters, or nothing where it says nothing: what is kept of it for comparing. */
export const abstractOf = (text: string | undefined): string | undefined =>
  text === undefined || text.length < least ? undefined : text.slice(0, most);

export type AbstractLikeness = 'same' | 'other';

/**
 * The same beginning, or nearly all words of the shorter. Undefined where it cannot be said: where either is none, or
 * where they share half and more of their words.
 */
export function abstractLikeness(a: string | undefined, b: string | undefined): AbstractLikeness | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (isSameBeginning(a, b)) return 'same';
  const [one, other] = [bodyOf(a), bodyOf(b)];
  if (one.length < least || other.length < least || saysNothing(one) || saysNothing(other)) return undefined;
  const part = sharedPart(new Set(one.split(' ')), new Set(other.split(' ')));
  if (part >= 0.85) return 'same';
  return part < 0.5 ? 'other' : undefined;
}

/** Most abstracts of one report begin alike: that is soon seen. */
function isSameBeginning(a: string, b: string): boolean {
  const [one, other] = [bodyOf(a.slice(0, 2 * least)), bodyOf(b.slice(0, 2 * least))];
  return one.length > least && one.slice(0, least) === other.slice(0, least);
}

/** Without the word that some sources put before it. */
const bodyOf = (text: string): string =>
  plain(text).replace(/^(?:abstract|summary|background|objectives?|purpose|aims?|introduction)\b ?/, '');

function sharedPart(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of small) if (large.has(word)) shared += 1;
  return shared / small.size;
}
