/** The numbers before paragraphs: Word keeps the rule by which they are counted, not the numbers. */
import { readTags } from './tags.js';

/** What stands before the numbers of a list: "%1." or "[%1]"; absent for bullets. */
type Pattern = string | undefined;

/** The first levels of the numbered lists of a document. */
export class Numbering {
  readonly #patterns = new Map<string, Pattern>();
  readonly #starts = new Map<string, number>();
  readonly #ofStyle = new Map<string, string>();
  readonly #counted = new Map<string, number>();

  constructor(numbering: string, styles: string) {
    this.#readLists(numbering);
    this.#readStyles(styles);
  }

  /** The list that paragraphs of this style belong to. */
  listOfStyle(style: string): string | undefined {
    return this.#ofStyle.get(style);
  }

  /** "12. " or "[12] " for the next paragraph of this list; empty where its paragraphs have no numbers. */
  next(list: string): string {
    const pattern = this.#patterns.get(list);
    if (pattern === undefined) return '';
    const number = (this.#counted.get(list) ?? (this.#starts.get(list) ?? 1) - 1) + 1;
    this.#counted.set(list, number);
    return /^\W*\[%1\]/.test(pattern) ? `[${number}] ` : `${number}. `;
  }

  #readLists(numbering: string): void {
    const rules = new Map<string, { pattern: Pattern; start: number }>();
    let rule = '';
    let list = '';
    let level = '';
    readTags(numbering, {
      open: (name, attribute) => {
        const value = attribute('val') ?? '';
        if (name === 'abstractNum') rule = attribute('abstractNumId') ?? '';
        else if (name === 'num') list = attribute('numId') ?? '';
        else if (name === 'lvl') level = attribute('ilvl') ?? '';
        else if (name === 'abstractNumId') this.#useRule(list, rules.get(value));
        else if (name === 'startOverride' && list !== '') this.#starts.set(list, Number(value) || 1);
        else if (level === '0' && list === '') noteLevel(rules, rule, name, value);
      },
      close: (name) => {
        if (name === 'lvl') level = '';
        if (name === 'num') list = '';
      },
      text: () => undefined,
    });
  }

  #useRule(list: string, rule: { pattern: Pattern; start: number } | undefined): void {
    if (rule?.pattern === undefined) return;
    this.#patterns.set(list, rule.pattern);
    this.#starts.set(list, rule.start);
  }

  #readStyles(styles: string): void {
    let style = '';
    readTags(styles, {
      open: (name, attribute) => {
        if (name === 'style') style = attribute('styleId') ?? '';
        if (name === 'numId' && style !== '') this.#ofStyle.set(style, attribute('val') ?? '');
      },
      close: (name) => {
        if (name === 'style') style = '';
      },
      text: () => undefined,
    });
  }
}

function noteLevel(
  rules: Map<string, { pattern: Pattern; start: number }>,
  rule: string,
  name: string,
  value: string,
): void {
  const known = rules.get(rule) ?? { pattern: undefined, start: 1 };
  if (name === 'start') rules.set(rule, { ...known, start: Number(value) || 1 });
  if (name === 'lvlText' && value.includes('%1')) rules.set(rule, { ...known, pattern: value });
  if (name === 'numFmt' && value === 'bullet') rules.delete(rule);
}
