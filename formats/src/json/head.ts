import { decodeHead } from '../text/decode.js';

/** The beginning of a JSON file as text, for recognising its format; undefined where the file is no JSON of records. */
export function jsonHead(head: Uint8Array): string | undefined {
  const text = decodeHead(head)
    .replace(/^[\uFEFF\u200B]+/, '')
    .trimStart();
  return /^\[\s*(?:\{|\]|$)|^\{\s*["}]/.test(text) ? text : undefined;
}
