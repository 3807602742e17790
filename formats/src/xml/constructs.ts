import { longestRecord } from '../contract.js';
import type { HeldText } from './held-text.js';

/** Characters. No start tag and no document type comes near these. */
export const longestTag = 16 * 1024;
const longestDoctype = 1024 * 1024;

/** Things that may hold "<" and ">" that are no tags, by what opens and what closes them. */
const sorts = [
  { opens: '<!--', closes: '-->' },
  { opens: '<![CDATA[', closes: ']]>' },
  { opens: '<?', closes: '?>' },
] as const;

/** Finds where comments, CDATA sections, processing instructions and document types end, each text searched once. */
export class Openings {
  /** Up to where each closing mark is known not to stand. */
  readonly #searchedTo = new Map<string, number>();

  /**
   * The place after the construct that opens at `mark`; undefined where none opens, or where it never ends within
   * `limit` or a record's length: then it is text like any other. `whole`: no more text will come that could matter.
   */
  endOf(held: HeldText, mark: number, whole: boolean, limit = mark + longestRecord): number | 'waiting' | undefined {
    const sort = sorts.find(({ opens }) => held.slice(mark, mark + opens.length) === opens);
    if (sort !== undefined) return this.#searched(held, mark + sort.opens.length, sort.closes, whole, limit);
    if (held.code(mark + 1) !== 33) return undefined;
    return endOfDoctype(held, mark, whole);
  }

  #searched(held: HeldText, from: number, closes: string, whole: boolean, limit: number) {
    const found = held.find(closes, Math.max(from, this.#searchedTo.get(closes) ?? 0), limit);
    if (found >= 0) return found + closes.length;
    this.#searchedTo.set(closes, Math.min(held.to, limit) - closes.length + 1);
    return whole || held.to >= limit ? undefined : 'waiting';
  }
}

const quotes: ReadonlySet<number> = new Set([34, 39]);

/** Minds quotation marks, and the declarations in square brackets. What they declare is never read. */
function endOfDoctype(held: HeldText, mark: number, whole: boolean): number | 'waiting' | undefined {
  const limit = Math.min(held.to, mark + longestDoctype);
  let inside = false;
  for (let at = mark + 2; at < limit; at += 1) {
    const code = held.code(at);
    if (quotes.has(code)) {
      const closing = held.find(String.fromCharCode(code), at + 1, limit);
      if (closing < 0) break;
      at = closing;
    } else if (code === 60 && held.slice(at, at + 4) === '<!--') {
      const closing = held.find('-->', at + 4, limit);
      if (closing < 0) break;
      at = closing + 2;
    } else if (code === 91) inside = true;
    else if (code === 93) inside = false;
    else if (code === 62 && !inside) return at + 1;
  }
  return whole || held.to >= mark + longestDoctype ? undefined : 'waiting';
}

/**
 * The place after the tag that opens at `mark`: a ">" inside an attribute's quotation marks does not end it. Where it
 * never ends, the place where the next one begins. Undefined where more text is needed to tell.
 */
export function endOfTag(held: HeldText, mark: number, whole: boolean): number | undefined {
  const limit = Math.min(held.to, mark + longestTag);
  let quote = 0;
  for (let at = mark + 1; at < limit; at += 1) {
    const code = held.code(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (quotes.has(code)) quote = code;
    else if (code === 62) return at + 1;
    else if (code === 60) return at;
  }
  if (!whole && held.to < mark + longestTag) return undefined;
  const first = held.find('>', mark, limit);
  return first < 0 ? mark + 1 : first + 1;
}
