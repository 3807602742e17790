/** A stretch of a text: words that both texts have, or words that only this one has. */
export interface Piece {
  readonly text: string;
  readonly differs: boolean;
}

/** The two texts in pieces. The pieces of each, joined, are that text, character for character. */
export interface WordDiff {
  readonly a: readonly Piece[];
  readonly b: readonly Piece[];
}

/**
 * What differs between two texts, word by word. Capitals, accents, punctuation and kinds of dashes and quotation marks
 * make no difference: two databases write the same words with other ones.
 */
export function diffWords(a: string, b: string): WordDiff {
  const [inA, inB] = [wordsIn(a), wordsIn(b)];
  const shared = sharedWords(
    inA.map(({ key }) => key),
    inB.map(({ key }) => key),
  );
  return {
    a: piecesOf(a, inA, new Set(shared.map(([at]) => at))),
    b: piecesOf(b, inB, new Set(shared.map(([, at]) => at))),
  };
}

interface Word {
  readonly from: number;
  readonly to: number;
  /** The word as it is compared. */
  readonly key: string;
}

/** Letters and digits with their accents; a decimal point or an apostrophe inside a word belongs to it. */
const word = /[\p{L}\p{N}\p{M}]+(?:['’.][\p{L}\p{N}\p{M}]+)*/gu;

/** The words of a text; a text without any, such as "–", is one word, so that it can differ. */
function wordsIn(text: string): Word[] {
  const found = [...text.matchAll(word)].map(({ 0: said, index }) => ({
    from: index,
    to: index + said.length,
    key: folded(said),
  }));
  const bare = text.trim();
  if (found.length > 0 || bare === '') return found;
  const from = text.indexOf(bare);
  return [{ from, to: from + bare.length, key: bare }];
}

/** Without case, accents and the shape of an apostrophe. */
export const folded = (said: string): string =>
  said
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('’', "'")
    .toLowerCase();

/** So many comparisons take some ten milliseconds: two texts of 1,500 words each. Longer ones are marked more coarsely. */
const mostCompared = 2_250_000;

/** Places of the words that both have, in order, as many as there can be: the longest common subsequence. */
function sharedWords(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  let before = 0;
  while (before < a.length && before < b.length && a[before] === b[before]) before += 1;
  let after = 0;
  while (after < a.length - before && after < b.length - before && a.at(-1 - after) === b.at(-1 - after)) after += 1;
  const within = longest(a.slice(before, a.length - after), b.slice(before, b.length - after));
  return [
    ...Array.from({ length: before }, (_, at) => [at, at] as const),
    ...within.map(([inA, inB]) => [inA + before, inB + before] as const),
    ...Array.from({ length: after }, (_, at) => [a.length - after + at, b.length - after + at] as const),
  ];
}

function longest(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  if (a.length * b.length > mostCompared) return [];
  const wide = b.length + 1;
  // How many words the rest of both texts have in common, from each place on.
  const common = new Uint32Array((a.length + 1) * wide);
  const from = (inA: number, inB: number): number => common[inA * wide + inB] ?? 0;
  for (let inA = a.length - 1; inA >= 0; inA -= 1)
    for (let inB = b.length - 1; inB >= 0; inB -= 1)
      common[inA * wide + inB] =
        a[inA] === b[inB] ? from(inA + 1, inB + 1) + 1 : Math.max(from(inA + 1, inB), from(inA, inB + 1));
  const found: (readonly [number, number])[] = [];
  let [inA, inB] = [0, 0];
  while (inA < a.length && inB < b.length) {
    if (a[inA] === b[inB]) {
      found.push([inA, inB]);
      inA += 1;
      inB += 1;
    } else if (from(inA + 1, inB) >= from(inA, inB + 1)) inA += 1;
    else inB += 1;
  }
  return found;
}

/** Words that differ and follow each other are one piece, with what stands between them. */
function piecesOf(text: string, words: readonly Word[], shared: ReadonlySet<number>): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  const put = (to: number, differs: boolean) => {
    if (to > done) pieces.push({ text: text.slice(done, to), differs });
    done = to;
  };
  for (let at = 0; at < words.length; at += 1) {
    if (shared.has(at)) continue;
    let last = at;
    while (last + 1 < words.length && !shared.has(last + 1)) last += 1;
    put(words[at]?.from ?? done, false);
    put(words[last]?.to ?? done, true);
    at = last;
  }
  put(text.length, false);
  return pieces;
}
