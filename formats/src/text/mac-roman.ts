/**
 * Bytes beyond ASCII that are not UTF-8 were written by Windows (Windows-1252) or by a Mac of the time before Unicode
 * (MacRoman). Nothing in the file says which: the same byte is "é" in one and "Ž" in the other. What tells is which of
 * the two readings looks like writing, line by line, so that it does not matter how a file arrives.
 */

/** MacRoman from 0x80 (Unicode's mapping table of Apple, version of 1998 with the euro sign). */
const upperHalf =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ' +
  '\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

/** Every byte sequence is a text in MacRoman. */
export function asMacRoman(bytes: Uint8Array): string {
  const codes = Array.from(bytes, (byte) => (byte < 0x80 ? byte : upperHalf.charCodeAt(byte - 0x80)));
  let text = '';
  for (let at = 0; at < codes.length; at += 8192) text += String.fromCharCode(...codes.slice(at, at + 8192));
  return text;
}

/** Characters of a line that are looked at. */
const longestLook = 20_000;

/** True where the line reads better as MacRoman. In doubt it is Windows-1252, which is the far more common. */
export function looksMacRoman(asWindows: string, asMac: string): boolean {
  const windows = oddness(asWindows.slice(0, longestLook));
  return windows > 0 && oddness(asMac.slice(0, longestLook)) < windows;
}

/** How much in a text no hand would write. */
function oddness(text: string): number {
  let odd = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) >= 0x80) odd += oddnessOf(text, at);
  }
  return odd;
}

const letter = /\p{L}/u;
const small = /\p{Ll}/u;
const capital = /\p{Lu}/u;
const dash = /[\u2013\u2014]/;
/** "educaci—n": the end of many a word in Spanish, and of none behind a dash. */
const leavesOneLetter = /^\p{Ll}[\u2013\u2014]\p{Ll}(?!\p{L})/u;
/** Marks that stand inside words or against them; the quotation mark is looked at by itself. */
const belongsToWords = /[\u00ad\u00b7\u2010-\u2015\u00aa\u00ba\u2019\u2122\u00ae\u00a0]/;
const rare = /[\u0080-\u009f\uf8ff√ƒ≈∆◊∂∑∏∫≠∞ﬁﬂıˆ˜¯˘˙˚˝˛ˇ¤¦¬¨¸‰†‡‚]/;

function oddnessOf(text: string, at: number): number {
  const mark = text[at] ?? '';
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (rare.test(mark)) return 2;
  if (letter.test(mark)) return oddnessOfLetter(mark, before, after);
  if (dash.test(mark)) return leavesOneLetter.test(text.slice(at - 1, at + 3)) ? 1 : 0;
  if (mark === '\u2019') return letter.test(before) && letter.test(after) ? oddnessOfApostrophe(text, at) : 0;
  return letter.test(before) && letter.test(after) && !belongsToWords.test(mark) ? 2 : 0;
}

function oddnessOfLetter(mark: string, before: string, after: string): number {
  if (!letter.test(before) && !letter.test(after)) return 1;
  return capital.test(mark) && (small.test(before) || (letter.test(before) && small.test(after))) ? 2 : 0;
}

/** "don’t", "children’s", "O’Brien", "l’expérience"; but not "Garc’a". */
function oddnessOfApostrophe(text: string, at: number): number {
  const after = text.slice(at + 1, at + 4);
  if (/^(?:[stdm]|ll|re|ve)(?!\p{L})/iu.test(after)) return 0;
  return /(?:^|\P{L})(?:\p{L}|qu|Mc|all|dell|nell)$/iu.test(text.slice(Math.max(0, at - 5), at)) ? 0 : 1;
}
