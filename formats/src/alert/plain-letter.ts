import type { PageLine, PageLink } from './page.js';
import { mostPageLines } from './page.js';

/** An address in angle brackets or alone on its line is the link of the words before it. */
const linked = /^(.*?)\s*[<([]?(https?:\/\/[^\s<>()[\]]{1,4000})[>)\]]?\s*$/;

/** The lines of a letter without mark-up, in the shape of a page's. */
export function linesOfText(text: string): PageLine[] {
  const lines: PageLine[] = [];
  let from = 0;
  /** The index in `lines` of the first line behind the last blank one. */
  let paragraph = 0;
  for (const written of text.split('\n')) {
    const to = from + written.length;
    if (written.trim() === '') paragraph = lines.length;
    else if (lines.length < mostPageLines) addLine(lines, written.trim(), { from, to, paragraph });
    from = to + 1;
  }
  return lines;
}

interface Place {
  readonly from: number;
  readonly to: number;
  readonly paragraph: number;
}

function addLine(lines: PageLine[], written: string, { from, to, paragraph }: Place): void {
  const [, words = written, address] = (written.length < 6000 && linked.exec(written)) || [];
  const text = words.replace(/\s+/g, ' ').trim();
  // "Title" and, on the next line or under all that is said of it, its address.
  const at = paragraph < lines.length ? paragraph : lines.length - 1;
  const title = lines[at];
  if (text === '' && address !== undefined && title?.links.length === 0) {
    lines[at] = { ...title, links: [link(title.text, address)] };
    lines.push({ ...(lines.pop() ?? title), to });
    return;
  }
  lines.push({ text, links: address === undefined ? [] : [link(text, address)], names: [], from, to });
}

function link(words: string, address: string): PageLink {
  return {
    address,
    text: words.replace(/^(?:\d{1,4}[.)]\s*|\[[A-Z]{2,10}\]\s*|title:\s*)+/i, ''),
    names: [],
    strong: false,
  };
}
