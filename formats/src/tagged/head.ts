import { decodeHead } from '../text/decode.js';

/**
 * The beginning of a file of tagged lines as text, for recognising its format: line breaks as "\n", without marks at its
 * start, and without the blanks that its first line begins with where all lines do (text pasted out of a document).
 */
export function taggedHead(head: Uint8Array): string {
  const text = decodeHead(head)
    .replaceAll('\r', '\n')
    .replace(/^[\uFEFF\u200B]+/, '');
  const indent = /^\n*([ \t]{1,8})\S/.exec(text)?.[1];
  return indent === undefined ? text : `\n${text}`.replaceAll(`\n${indent}`, '\n');
}
