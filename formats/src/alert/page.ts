/** A letter's mark-up as the lines that a person sees, each with its links and the place it stands at. */
import { html as markup, Tokenizer, TokenizerMode, type Token } from 'parse5';

export interface PageLink {
  readonly address: string;
  readonly text: string;
  /** The names that Google Scholar gives to what it shows, without what mail programs put before them. */
  readonly names: readonly string[];
  /** In a heading, or bold. */
  readonly strong: boolean;
}

export interface PageLine {
  readonly text: string;
  readonly links: readonly PageLink[];
  readonly names: readonly string[];
  /** Places in the mark-up: where its first piece begins, and behind its last. */
  readonly from: number;
  readonly to: number;
}

/** Lines of a page beyond which no more are read: a letter has hundreds. */
export const mostPageLines = 100_000;

const { TAG_NAMES: tag } = markup;
const blocks = new Set<string>(
  `address article aside blockquote body caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 head
   header hr html li main nav ol p pre section table tbody td tfoot th thead title tr ul br`.split(/\s+/),
);
/** They end a line and begin none: what they stand before begins itself. */
const breaks = new Set<string>(['html', 'head', 'body', 'br', 'hr']);
const unseen = new Set<string>([tag.SCRIPT, tag.STYLE, tag.TEXTAREA, tag.NOSCRIPT]);
const strongTags = /^(?:h[1-6]|b|strong)$/;

/** Reads tokens, not a tree: its cost grows with the length alone, however the mark-up is nested. */
export function linesOfPage(text: string): PageLine[] {
  const reader = new LineReader();
  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (token) => {
        reader.open(token);
        if (unseen.has(token.tagName)) tokenizer.state = TokenizerMode.RAWTEXT;
      },
      onEndTag: (token) => reader.close(token),
      onCharacter: (token) => reader.say(token),
      onWhitespaceCharacter: (token) => reader.say(token),
      onNullCharacter: () => undefined,
      onComment: () => undefined,
      onDoctype: () => undefined,
      onEof: () => reader.finish(),
    },
  );
  tokenizer.write(text, true);
  return reader.lines;
}

interface OpenLink {
  readonly tagName: string;
  readonly address: string;
  readonly names: readonly string[];
  readonly strong: boolean;
  readonly words: string[];
  /** Where it begins, which may be before its line does. */
  readonly from: number;
}

class LineReader {
  readonly lines: PageLine[] = [];
  #words: string[] = [];
  #links: PageLink[] = [];
  #names: string[] = [];
  #from: number | undefined;
  #to = 0;
  #strong = 0;
  #unseen = 0;
  #link: OpenLink | undefined;

  open(token: Token.TagToken): void {
    const { tagName } = token;
    if (blocks.has(tagName)) this.#endLine();
    if (!breaks.has(tagName)) this.#reach(token);
    if (unseen.has(tagName)) this.#unseen += 1;
    if (strongTags.test(tagName)) this.#strong += 1;
    const names = scholarNames(token);
    this.#names.push(...names);
    if (tagName !== tag.A && !names.includes('gse_alrt_title')) return;
    this.#endLink();
    const address = token.attrs.find(({ name }) => name === 'href')?.value ?? '';
    this.#link = {
      tagName,
      address,
      names,
      strong: this.#strong > 0,
      words: [],
      from: token.location?.startOffset ?? 0,
    };
  }

  close(token: Token.TagToken): void {
    const { tagName } = token;
    if (!breaks.has(tagName)) this.#reach(token);
    if (unseen.has(tagName)) this.#unseen = Math.max(0, this.#unseen - 1);
    if (strongTags.test(tagName)) this.#strong = Math.max(0, this.#strong - 1);
    if (this.#link?.tagName === tagName) this.#endLink();
    if (blocks.has(tagName)) this.#endLine();
  }

  say(token: Token.CharacterToken): void {
    if (this.#unseen > 0) return;
    if (this.#from !== undefined || token.chars.trim() !== '') this.#reach(token);
    this.#words.push(token.chars);
    this.#link?.words.push(token.chars);
  }

  finish(): void {
    this.#endLink();
    this.#endLine();
  }

  #reach({ location }: Token.TagToken | Token.CharacterToken): void {
    this.#from ??= location?.startOffset;
    this.#to = location?.endOffset ?? this.#to;
  }

  #endLink(): void {
    const link = this.#link;
    this.#link = undefined;
    if (link === undefined) return;
    const { address, names, strong, words, from } = link;
    this.#from = Math.min(this.#from ?? from, from);
    this.#links.push({ address, names, strong, text: shown(words) });
  }

  #endLine(): void {
    // A link that is never closed, or that holds a whole block, names what its first line names.
    if (this.#link !== undefined && shown(this.#link.words) !== '') this.#endLink();
    const text = shown(this.#words);
    if ((text !== '' || this.#links.length > 0) && this.lines.length < mostPageLines) {
      this.lines.push({ text, links: this.#links, names: this.#names, from: this.#from ?? this.#to, to: this.#to });
      this.#names = [];
    }
    // Closing tags of what came before are no part of the next line.
    this.#from = undefined;
    this.#words = [];
    this.#links = [];
  }
}

/** As a page shows it: runs of blanks are one. */
const shown = (words: readonly string[]): string =>
  words
    .join('')
    .replace(/[\s\u00a0\u200b\u00ad]+/g, ' ')
    .trim();

/** "m_-8812gse_alrt_title" (Gmail) and "x_gse_alrt_title" (Outlook) are "gse_alrt_title". */
function scholarNames({ attrs }: Token.TagToken): string[] {
  const given = attrs.find(({ name }) => name === 'class')?.value ?? '';
  return given.includes('gse_alrt_') ? [...given.matchAll(/gse_alrt_(?:title|sni)\b/g)].map(([name]) => name) : [];
}
