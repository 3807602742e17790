import type { PassedOverReason } from '../contract.js';
import type { Heading, TagStart, RecordSoFar } from '../tagged/dialect.js';
import { tellsSearchStrategy } from '../tagged/outside.js';
import { canonicalTag, isLongName, knownTags, tellingTags } from './tags.js';

/**
 * Ovid's text in its three ways, and the Cochrane Library's, which is the fourth:
 * "TI  - Title" (also with one blank), "Title" with the value indented under it, "TI" alone in the same way, "TI: Title".
 * A record keeps to the way of its first tag, so that a line of text in another way is text.
 */
export function tagOf(text: string, record?: RecordSoFar): TagStart | undefined {
  const first = text.charCodeAt(0);
  if (first < 65 || first > 90) return undefined;
  const style = record?.firstStart;
  if (style === undefined) return hyphenTag(text) ?? colonTag(text) ?? labelTag(text);
  if (isColonStyle(style)) return colonTag(text);
  return isLabelStyle(style) ? labelTag(text, true) : hyphenTag(text, style);
}

/** In "TI: " the value begins behind the tag, a colon and a blank. */
const isColonStyle = ({ tag, valueAt }: TagStart): boolean => valueAt === tag.length + 2;

/** In "Title" there is nothing behind the tag. */
const isLabelStyle = ({ tag, valueAt }: TagStart): boolean => valueAt === tag.length;

function hyphenTag(text: string, style?: TagStart): TagStart | undefined {
  const [before = '', tag = '', gap = ''] = /^([A-Z][A-Z0-9]{1,4})([ \t\u00a0]{1,3})-(?:[ \u00a0]|$)/.exec(text) ?? [];
  if (tag === '') return undefined;
  // "T2 - weighted images" in a record that writes two blanks is text.
  const oneBlank = gap === ' ';
  if (oneBlank && !(style === undefined || style.valueAt - style.tag.length === 3)) return undefined;
  if (oneBlank && !knownTags.has(tag)) return undefined;
  return { tag, valueAt: before.length };
}

function colonTag(text: string): TagStart | undefined {
  const tag = /^([A-Z]{2,4}): /.exec(text)?.[1];
  return tag !== undefined && (knownTags.has(tag) || tag.length === 2) ? { tag, valueAt: tag.length + 2 } : undefined;
}

/** `anyName`: values are indented, so whatever stands at the margin and could be a name is one. */
function labelTag(text: string, anyName = false): TagStart | undefined {
  if (text.length > 80) return undefined;
  const tag = text.trimEnd().replace(/:$/, '');
  const known = isLongName(tag) || (/^[A-Z][A-Z0-9]$/.test(tag) && knownTags.has(tag));
  const named = known || (anyName && /^[A-Z][A-Za-z/&()-]*(?: [A-Za-z/&()-]+){0,6}$/.test(tag) && tag.length <= 60);
  return named ? { tag, valueAt: tag.length } : undefined;
}

/** "<12. >", "<12>"; "12." alone where a record may begin; "Record #12 of 784". */
export function headingOf(text: string, record?: RecordSoFar): Heading | undefined {
  const bracketed = /^<\s?(\d{1,7})\s?\.?\s?>\s*$/.exec(text)?.[1] ?? /^Record #?(\d{1,7}) of \d+\s*$/.exec(text)?.[1];
  if (bracketed !== undefined) return { number: Number(bracketed) };
  const number = Number(/^(\d{1,7})\.\s*$/.exec(text)?.[1] ?? Number.NaN);
  if (Number.isNaN(number)) return undefined;
  // A numbered point of an abstract does not go on where the records stopped counting.
  const goesOn = record === undefined || (record.afterBlank && record.heading?.number === number - 1);
  return goesOn ? { number } : undefined;
}

export function opens({ tag }: TagStart): boolean {
  const canonical = canonicalTag(tag);
  return tellingTags.has(canonical) || canonical === 'VN' || canonical === 'DB';
}

/** Headings begin records. In a file without them, VN does, or behind a blank line the tag that the first began with. */
export function beginsNext({ tag }: TagStart, record: RecordSoFar, afterBlank: boolean): boolean {
  if (tag === 'VN') return record.has('VN');
  return record.heading === undefined && afterBlank && tag === record.firstTag && !record.doubleSpaced;
}

/** The search stands behind the last record, too. */
export const isOutside = (text: string, record: RecordSoFar): boolean =>
  record.afterBlank && (tellsSearchStrategy(text) || /^Ovid Technologies, Inc\./.test(text));

export function isRecord(record: RecordSoFar): boolean {
  if (record.heading !== undefined && record.firstTag !== undefined) return true;
  return record.hasTag((tag) => tellingTags.has(canonicalTag(tag)));
}

const debrisRules: readonly (readonly [PassedOverReason, RegExp])[] = [
  ['running-number', /^(?:\d{1,7}\.|<\s?\d{1,7}\s?\.?\s?>)$/],
  ['full-text-link', /^Link to the (?:Ovid Full Text|External Link Resolver)\b/i],
  ['record-header', /^(?:Record #?\d+ of \d+|Provider: .*|Content: .*)$/i],
];

export function debris(text: string): PassedOverReason | undefined {
  const bare = text.trim();
  return debrisRules.find(([, pattern]) => pattern.test(bare))?.[0];
}
