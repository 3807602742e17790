import type { PassedOverReason } from '../contract.js';
import type { TagStart, RecordSoFar } from '../tagged/dialect.js';
import { knownTags, tellingTags } from './tags.js';

/**
 * Which lines of a Web of Science file carry a tag: two characters and a blank, or two characters alone. Further lines
 * of a value begin with three blanks; a few exports forget them, so only known tags count once a record did that.
 */
export function tagOf(text: string, record?: RecordSoFar): TagStart | undefined {
  const first = text.charCodeAt(0);
  if (first < 65 || first > 90) return undefined;
  const second = text.charCodeAt(1);
  if (!((second >= 65 && second <= 90) || (second >= 48 && second <= 57))) return undefined;
  if (text.length > 2 && text.charCodeAt(2) !== 32 && text.charCodeAt(2) !== 9) return undefined;
  const tag = text.slice(0, 2);
  if (tag === 'ER' || tag === 'EF') return undefined;
  if (!knownTags.has(tag) && (record === undefined || record.textAtMargin || text.length < 4)) return undefined;
  // "PT-based catalysts" is no type line, and "PT is …" of a text at the margin neither.
  if (tag === 'PT' && record !== undefined && !isTypeLine(text)) return undefined;
  return { tag, valueAt: 3 };
}

/** "PT J"; the desktop programs and some converters write the word. */
function isTypeLine(text: string): boolean {
  return /^PT(?:\s+[A-Z])?\s*$/.test(text) || /^PT\s+(?:Journal|Book|Series|Patent|Conference|Article)\b/i.test(text);
}

/** FN and VR stand before the first record, and again before every block of a file that was put together. */
export const isOutside = (text: string): boolean => /^(?:FN [A-Z]|VR \d)/.test(text) || /^EF\s*$/.test(text);

export function opens({ tag }: TagStart): boolean {
  return tag !== 'FN' && tag !== 'VR';
}

/** Only the type line begins a record; where it came late or not at all, it is the record's own. */
export function beginsNext({ tag }: TagStart, record: RecordSoFar): boolean {
  return tag === 'PT' && (record.has('PT') || record.hasAny(tellingTags));
}

export const ends = (text: string): boolean => /^ER\s*$/.test(text);

export function debris(text: string): PassedOverReason | undefined {
  const bare = text.trim();
  if (/^(?:FN |VR )/.test(bare) || bare === 'EF') return 'file-frame';
  return bare === 'ER' ? 'stray-end' : undefined;
}
