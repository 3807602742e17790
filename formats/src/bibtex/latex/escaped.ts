import { isBalanced } from '../delimited.js';

const written: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  $: '\\$',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/**
 * Text as LaTeX that prints it, and that reads as the same text again. Characters beyond ASCII stay as they are. Line
 * breaks are blank lines, one for each.
 */
export function escaped(text: string): string {
  const brace = isBalanced(text) ? plainBrace : namedBrace;
  return text
    .replace(/[\\%&#_$~^{}]/g, (sign) => (sign === '{' || sign === '}' ? brace(sign) : (written[sign] ?? sign)))
    .replace(/\\&(?=#|[A-Za-z])/g, '\\&{}')
    .replace(/([-`'])(?=\1)/g, '$1{}')
    .replace(/[ \t]{2,}/g, (run) => [...run].join('{}'))
    .replace(/\n+/g, '$&\n')
    .replace(/\n@/g, '\n{@}');
}

/** A dash between pages as LaTeX writes it. */
export function escapedRange(text: string): string {
  return escaped(text).replace(/(?<=[A-Za-z0-9])–(?=[A-Za-z0-9])/g, '--');
}

const plainBrace = (sign: string) => `\\${sign}`;
const namedBrace = (sign: string) => (sign === '{' ? '\\textbraceleft{}' : '\\textbraceright{}');

/** Text without line breaks: what stood between them, with a blank. */
export function inOneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}
