import type { PassedOverReason } from '../contract.js';
import type { Vendor } from '../vendors.js';

/** Lines that vendors print between records, by the reason they are passed over. */
const rules: readonly (readonly [PassedOverReason, RegExp])[] = [
  // Ovid
  ['running-number', /^\d{1,7}\.$/],
  ['full-text-link', /^Link to the (?:Ovid Full Text|External Link Resolver)\b/i],
  // Cochrane Library, APA PsycNet
  ['record-header', /^Record #?\d+ of \d+$/i],
  ['record-header', /^(?:Provider: .*|Content: .*|Database: [^<]*)$/],
  // ER twice, or in the wrong place; EF is the end of the file in a sister format
  ['stray-end', /^(?:ER[\s-]*|EF)$/],
];

export function debrisReason(text: string): PassedOverReason | undefined {
  const bare = text.trim();
  return rules.find(([, pattern]) => pattern.test(bare))?.[0];
}

/** Who prints such a line between records. */
export function vendorOfDebris(text: string): Vendor | undefined {
  if (/^\s*\d{1,7}\.\s*$/.test(text) || text.startsWith('Link to the Ovid ')) return 'ovid';
  if (/^Record #\d+ of \d+/.test(text) || /^Provider: John Wiley/.test(text)) return 'cochrane';
  return /^Provider: American Psychological/.test(text) ? 'psycnet' : undefined;
}
