import type { Line } from '../text/line-splitter.js';
import { debrisReason } from './debris.js';
import { tellingTags } from './fields.js';
import { beginsTag, type TagLine, tagLine, withCapitalTag } from './tag-line.js';
import type { RecordLine } from './tags.js';

/** A line of an open record, and the tag it begins if it begins one. */
export interface KeptLine extends RecordLine {
  readonly line: Line;
}

/** A record while its lines arrive: until its end is certain, they may turn out to be something else. */
export class OpenRecord {
  /** The first line is a type line. */
  readonly typed: boolean;
  /** Characters so far. */
  size = 0;
  readonly lines: KeptLine[] = [];
  readonly #indent: string;
  readonly #small: boolean;
  readonly #first: TagLine;
  #lastTag: string;
  /** How many lines there were up to an end line with text after it, which may be the end or a line of text. */
  #doubtfulEnd: number | undefined;
  #telling: boolean;

  /** `indent`: blanks that all lines of this record begin with. `small`: it writes its tags in small letters. */
  constructor(line: Line, first: TagLine, indent = '', small = false) {
    this.typed = first.tag === 'TY';
    this.#first = first;
    this.#indent = indent;
    this.#small = small;
    this.#lastTag = first.tag;
    this.#telling = tellingTags.has(first.tag);
    this.#keep(line, line.text, first);
  }

  /** Without the blanks that all lines of this record begin with, and its tag in capitals. */
  unindented(text: string): string {
    const bare = this.#indent !== '' && text.startsWith(this.#indent) ? text.slice(this.#indent.length) : text;
    return this.#small ? withCapitalTag(bare) : bare;
  }

  take(line: Line): void {
    const text = this.unindented(line.text);
    const tag = tagLine(text);
    const begins =
      tag !== undefined && tag.tag !== 'ER' && beginsTag(tag, this.#first, this.#lastTag) ? tag : undefined;
    this.#keep(line, text, begins);
    if (begins === undefined) return;
    this.#lastTag = begins.tag;
    this.#doubtfulEnd = undefined;
    this.#telling ||= tellingTags.has(begins.tag);
  }

  /** The line that closes the record belongs to it. */
  takeEnd(line: Line): void {
    this.#keep(line, line.text, undefined);
  }

  takeDoubtfulEnd(line: Line): void {
    this.#keep(line, this.unindented(line.text), undefined);
    this.#doubtfulEnd ??= this.lines.length;
  }

  /** True where a type line with this gap may be a line of the text that is open. */
  readsAsText(gap: number): boolean {
    return !beginsTag({ tag: 'TY', gap, value: '' }, this.#first, this.#lastTag);
  }

  /** Holds a title or an author: enough to be a record where the type line is missing. */
  get telling(): boolean {
    return this.#telling;
  }

  /** The record's own lines when no plain end line closed it, and the lines behind them. */
  splitUnended(): { readonly own: readonly KeptLine[]; readonly behind: readonly KeptLine[]; readonly ended: boolean } {
    const end = this.#doubtfulEnd;
    let own = end ?? this.lines.length;
    while (end === undefined && own > 1 && isBetweenRecords(this.lines[own - 1])) own -= 1;
    return { own: this.lines.slice(0, own), behind: this.lines.slice(own), ended: end !== undefined };
  }

  #keep(line: Line, text: string, begins: TagLine | undefined): void {
    this.lines.push({ line, text, begins });
    this.size += line.text.length + 1;
  }
}

function isBetweenRecords(kept: KeptLine | undefined): boolean {
  if (kept === undefined || kept.begins !== undefined) return false;
  return kept.text.trim() === '' || debrisReason(kept.text) !== undefined;
}
