import { decodeHead } from '../text/decode.js';

/** Characters of something else before the first tag that are forgiven: a line that a program or a person put there. */
const longestPreamble = 500;

/** The beginning of an XML file, for recognising its format; undefined where the file is no XML, or a web page. */
export interface XmlHead {
  /** Without comments and declarations. */
  readonly text: string;
  /** The first elements' names, prefixes left off. */
  readonly names: ReadonlySet<string>;
  /** Something stands before the first tag. */
  readonly preamble: boolean;
}

export function xmlHead(head: Uint8Array): XmlHead | undefined {
  const text = decodeHead(withoutMark(head));
  const first = text.search(/<[?!A-Za-z]/);
  if (first < 0 || first > longestPreamble) return undefined;
  const bare = withoutDeclarations(text.slice(first));
  if (/^\s*<(?:html|body)[\s>]|^\s*<!doctype\s+html/i.test(bare)) return undefined;
  const names = new Set([...bare.matchAll(/<(?:[\w.-]{1,40}:)?([A-Za-z_][\w.-]{0,60})/g)].map(([, name = '']) => name));
  if (names.has('html') || names.has('HTML')) return undefined;
  return { text: bare, names, preamble: text.slice(0, first).trim() !== '' };
}

/** Two bytes a character without a mark: every second one is zero. */
function withoutMark(head: Uint8Array): Uint8Array {
  const [first, second] = head;
  const mark = first === 0 && second !== 0 ? [0xfe, 0xff] : second === 0 && first !== 0 ? [0xff, 0xfe] : [];
  return mark.length === 0 ? head : Uint8Array.from([...mark, ...head]);
}

function withoutDeclarations(text: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const mark = nextDeclaration(text, at);
    parts.push(text.slice(at, mark?.from ?? text.length));
    at = mark?.to ?? text.length;
  }
  return parts.join(' ');
}

/** Comments and processing instructions; one that does not end hides the rest. */
function nextDeclaration(text: string, from: number): { readonly from: number; readonly to: number } | undefined {
  const pattern = /<(!--|\?)/g;
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const end = text.indexOf(match[1] === '?' ? '?>' : '-->', match.index + 2);
  return { from: match.index, to: end < 0 ? text.length : end + 2 };
}
