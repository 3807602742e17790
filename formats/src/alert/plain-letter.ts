import type { PageLine, PageLink } from './page.js';
import { mostPageLines } from './page.js';

/** An address in angle brackets or alone on its line is the link of the words before it. */
const linked = /^(.*?)\s*[<([]?(https?:\/\/[^\s<>()[\]]{1,4000})[>)\]]?\s*$/;

/** The lines of a letter without mark-up, in the shape of a page's. */
export function linesOfText(text: string): PageLine[] {
  const lines: PageLine[] = [];
  let from = 0;
  for (const written of text.split('\n')) {
    const to = from + written.length;
    if (written.trim() !== '' && lines.length < mostPageLines) addLine(lines, written.trim(), from, to);
    from = to + 1;
  }
  return lines;
}

function addLine(lines: PageLine[], written: string, from: number, to: number): void {
  const [, words = written, address] = (written.length < 6000 && linked.exec(written)) || [];
  const text = words.replace(/\s+/g, ' ').trim();
  const before = lines.at(-1);
  // "Title" and, on the next line, its address.
  if (text === '' && address !== undefined && before?.links.length === 0) {
    lines[lines.length - 1] = { ...before, links: [link(before.text, address)], to };
    return;
  }
  lines.push({ text, links: address === undefined ? [] : [link(text, address)], names: [], from, to });
}

function link(words: string, address: string): PageLink {
  return { address, text: words.replace(/^(?:\d{1,4}[.)]\s*|\[[A-Z]{2,10}\]\s*)+/, ''), names: [], strong: false };
}
