import type { Tag } from '@throughline/core';
import type { TagLine } from './tag-line.js';

/** A line of a record: the tag that it begins, or a line of the value before it. */
export interface RecordLine {
  readonly text: string;
  readonly begins: TagLine | undefined;
}

/**
 * The tags of one record, values as the file has them. A line that begins no tag continues the value before it, after
 * "\n"; blank lines inside a value stay, blank lines behind it are no part of it.
 */
export function tagsOf(lines: readonly RecordLine[]): Tag[] {
  const tags: Tag[] = [];
  let blanks = 0;
  for (const { text, begins } of lines) {
    if (begins !== undefined) tags.push({ tag: begins.tag, value: begins.value });
    else if (text.trim() === '') {
      blanks += 1;
      continue;
    } else continueLast(tags, `${'\n'.repeat(blanks + 1)}${text}`);
    blanks = 0;
  }
  return tags;
}

function continueLast(tags: Tag[], more: string): void {
  const last = tags.pop();
  if (last !== undefined) tags.push({ tag: last.tag, value: last.value + more });
}
