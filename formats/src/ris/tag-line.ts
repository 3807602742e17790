/**
 * Which lines of a RIS file carry a tag. The specification says "TY  - " (two blanks, hyphen, blank); vendors write
 * "TY - ", "TY\t- ", "TY  -" and a few tags of four letters ("PMID  - "). Lines of running text look like tags too
 * ("T2 - weighted images"), so how a record writes its first tag decides what counts inside it.
 */
export interface TagLine {
  readonly tag: string;
  /** Blanks before the hyphen; a tab counts as two. */
  readonly gap: number;
  /** What follows the hyphen and one blank, untouched. */
  readonly value: string;
}

/** The dash is what word processors make of a hyphen. */
const pattern = /^([A-Z][A-Z0-9]{1,3})([ \t\u00a0]*)[-\u2013]([\s\S]*)$/;

export function tagLine(text: string): TagLine | undefined {
  if (!startsLikeTag(text)) return undefined;
  // As the specification has it: nearly every line of nearly every file, without the regular expression.
  if (text.startsWith('  - ', 2)) return { tag: text.slice(0, 2), gap: 2, value: text.slice(6) };
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, tag = '', blanks = '', after = ''] = match;
  const gap = blanks.includes('\t') ? Math.max(2, blanks.length) : blanks.length;
  if (gap < 2 && after !== '' && !/^\s/.test(after)) return undefined;
  return { tag, gap, value: /^[ \t]/.test(after) ? after.slice(1) : after };
}

/** Two capital letters, or one and a digit. Spares most lines of text the regular expression. */
function startsLikeTag(text: string): boolean {
  if (text.length < 2) return false;
  const first = text.charCodeAt(0);
  const second = text.charCodeAt(1);
  return first >= 65 && first <= 90 && ((second >= 65 && second <= 90) || (second >= 48 && second <= 57));
}

/** Tags whose values run over lines, so that a line of text may follow that only looks like a tag. */
const runningText = new Set(['AB', 'N2', 'N1', 'RN']);

/** How a record writes its tags, taken from its first one. */
export interface TagStyle {
  readonly gap: number;
}

/** True where this line begins a new tag of the record, and is not a line of text inside the value of `previous`. */
export function beginsTag(line: TagLine, style: TagStyle, previous: string | undefined): boolean {
  if (line.gap >= 2) return true;
  if (line.gap === 0) return style.gap === 0 && line.tag.length === 2;
  return style.gap < 2 || previous === undefined || !runningText.has(previous);
}

export interface RecordStart {
  readonly line: TagLine;
  /** Blanks before the tag; the record's other lines have them too, and they are no part of it. */
  readonly indent: string;
  /** The record writes its tags in small letters. */
  readonly small: boolean;
}

/** What may stand before a type line: byte order marks, blanks with and without width, a running number, the end of the record before, HTML. */
const typeLine =
  /^[\uFEFF\u200B]{0,9}([ \t]*)(?:\d{1,7}\.\s*|ER {0,2}- {0,2}\uFEFF?|(?:<[^<>]{1,200}>){1,20})?(TY[\s\S]*|ty[ \t]{0,3}-[\s\S]*)$/;

/**
 * A line that opens a record: "TY  - JOUR", also after a running number ("1. TY  - JOUR"), blanks, byte order marks, the
 * end line of the record before ("ER  - TY  - JOUR", where files were put together without a line break) or HTML.
 */
export function recordStart(text: string): RecordStart | undefined {
  if (!mayOpenRecord(text)) return undefined;
  const [, indent = '', typed] = typeLine.exec(text) ?? [];
  if (typed === undefined) return undefined;
  const small = typed.startsWith('ty');
  const line = tagLine(small ? withCapitalTag(typed) : typed);
  if (line === undefined || line.tag !== 'TY') return undefined;
  // With no blank before the hyphen, only a code ("TY-JOUR") is a type and not a word ("TY-bek").
  if (line.gap === 0 && !/^\s*[A-Z]{3,}\s*$/.test(line.value)) return undefined;
  return { line, indent, small };
}

/** "au  - Vale" as "AU  - Vale"; a line of text stays as it is. */
export function withCapitalTag(text: string): string {
  return text.replace(/^[a-z][a-z0-9](?=[ \t]{0,3}-(?:\s|$))/, (tag) => tag.toUpperCase());
}

/** "TY", or something that may stand before it. Spares most lines of text the regular expression. */
function mayOpenRecord(text: string): boolean {
  if (text.length < 2) return false;
  const first = text.charCodeAt(0);
  if (first === 84) return text.charCodeAt(1) === 89;
  if (first === 69) return text.charCodeAt(1) === 82 && text.includes('TY');
  if (first === 60) return text.includes('>TY');
  if (first === 116) return text.charCodeAt(1) === 121;
  return first === 32 || first === 9 || first === 0xfeff || first === 0x200b || (first >= 48 && first <= 57);
}

export type RecordEnd = 'plain' | 'with-text';

/**
 * A line that may close a record. With text after it ("ER  - End of Reference", or a wrapped "ER - positive tumours")
 * only what follows can tell.
 */
export function recordEnd(text: string): RecordEnd | undefined {
  if (!text.startsWith('ER')) return undefined;
  if (/^ER[\s-]*(?:<[^<>]{1,200}>\s{0,9}){0,20}$/.test(text)) return 'plain';
  const line = tagLine(text);
  return line?.tag === 'ER' && line.gap > 0 ? 'with-text' : undefined;
}
