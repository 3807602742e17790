import { namesAtHead } from './name-list.js';
import { isLinkLine, isListEnd, isListHeading } from './page-debris.js';
import { joinedLines } from './plain-text.js';
import type { Line } from '../text/line-splitter.js';

/** A line, and its text as plain text. */
export interface Shown {
  readonly line: Line;
  readonly text: string;
}

/** Lines that stand for one reference, if this layout is the right one. */
export interface Entry {
  readonly lines: readonly Line[];
  readonly text: string;
}

/** How references that bear no numbers are told apart on the page: what begins a new one. */
export type Layout = 'lines' | 'blocks' | 'hanging' | 'indented' | 'heads';

export const layouts: readonly Layout[] = ['lines', 'blocks', 'hanging', 'indented', 'heads'];

/** Lines that end an entry and belong to none: blank ones, link words, headings. */
export function isBetween(text: string): boolean {
  return text === '' || isLinkLine(text) || isListHeading(text) || isListEnd(text);
}

const pageNumber =
  /^\s*(?:(?:page|seite|página|pagina|side|sida)\s+\d{1,4}(?:\s+(?:of|von|de|di|av|af)\s+\d{1,4})?|\d{1,4}\s*(?:of|\/)\s*\d{1,4})\s*$/i;

export function entriesOf(shown: readonly Shown[], layout: Layout): Entry[] {
  const width = layout === 'heads' ? usualWidth(shown) : 0;
  const groups: Shown[][] = [];
  let open: Shown[] | undefined;
  for (const each of shown) {
    const { line, text } = each;
    // A page's number stands by itself in every layout.
    const page = line.text.length < 60 && pageNumber.test(line.text);
    if (page) open = undefined;
    if (line.tooLong || isBetween(text)) {
      // Pages of a PDF leave blank lines inside references; an indented line shows that it goes on.
      open = undefined;
    } else if (open === undefined || begins(layout, each, open, width)) {
      open = [each];
      groups.push(open);
    } else open.push(each);
    if (page) open = undefined;
  }
  return groups.map((group) => ({
    lines: group.map(({ line }) => line),
    text: joinedLines(group.map(({ text }) => text)),
  }));
}

function begins(layout: Layout, { line, text }: Shown, open: readonly Shown[], width: number): boolean {
  if (layout === 'lines') return true;
  if (layout === 'blocks') return false;
  const indented = /^[ \t\u00a0\u3000]{2,}|^\t/.test(line.text);
  if (layout === 'hanging') return !indented;
  if (layout === 'indented') return indented;
  const before = open.at(-1)?.text ?? '';
  // A short line that is closed ends its reference, whatever follows.
  return isClosed(before) && (opensWithSomebody(text) || before.length * 4 < width * 3);
}

/** Characters of a full line: in wrapped text most lines are full, and addresses stand out. */
function usualWidth(shown: readonly Shown[]): number {
  const widths = shown.map(({ text }) => text.length).filter((width) => width > 0);
  return widths.sort((left, right) => left - right)[Math.floor(widths.length * 0.7)] ?? 0;
}

/** A line that ends as references end: with a full stop, a number or an address. */
const isClosed = (text: string): boolean => /[.\d)\]/>]$|https?:\S+$|doi\S+$/i.test(text);

const opensWithSomebody = (text: string): boolean =>
  /^[-—–_]{2,}[.,]/.test(text) ||
  namesAtHead(text.slice(0, 500)) !== undefined ||
  /^\p{Lu}[^.,]{3,120}[.,]? \((?:1[5-9]|20)\d\d/u.test(text);
