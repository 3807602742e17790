import type { PassedOverReason } from '../contract.js';
import type { TagStart, RecordSoFar } from '../tagged/dialect.js';
import { knownTags, tellingTags } from './tags.js';

/**
 * "A1 Vale, Robin": a tag, a blank, the value. Texts run on at the margin, and may begin with two capitals and a blank
 * ("US nurses …"), so only known tags count.
 */
export function tagOf(text: string, record?: RecordSoFar): TagStart | undefined {
  const [before = '', tag = ''] = /^([A-Z][A-Z0-9]{1,4})(?: |\t|$)/.exec(text) ?? [];
  if (!knownTags.has(tag)) return undefined;
  if (tag === 'RT' && record !== undefined && !isTypeLine(text)) return undefined;
  return { tag, valueAt: before.length };
}

/** "RT-PCR" has no blank; "RT was 5 min" begins with no name of a type. */
const isTypeLine = (text: string): boolean => /^RT(?:\s+[A-Z][A-Za-z, /()-]{0,60})?\s*$/.test(text);

export const opens = ({ tag }: TagStart): boolean =>
  tag === 'RT' || tellingTags.has(tag) || tag === 'SR' || tag === 'ID';

/** Records end where the next one begins: RT, or behind a blank line the tag that the file's records begin with. */
export function beginsNext({ tag }: TagStart, record: RecordSoFar, afterBlank: boolean): boolean {
  if (tag === 'RT') return record.has('RT') || record.hasAny(tellingTags);
  return afterBlank && tag === record.firstTag && !record.doubleSpaced;
}

/** No tag of RefWorks; publishers that write RIS as well end their records with it. */
export const isOutside = (text: string): boolean => /^ER\s*$/.test(text);

/** The lines with which RefWorks begins its own exports: the legends of tags and of fonts. */
export function debris(text: string): PassedOverReason | undefined {
  const bare = text.trim();
  const known =
    /^(?:Refworks Export Tagged Format|Character Set\s?=.*|Tag legend|\*{3,}|Font Attribute Legend|BEGIN EXPORTED REFERENCES|END EXPORTED REFERENCES)$/i.test(
      bare,
    ) || /^(?:[A-Z][A-Z0-9]{1,4}\s?=|(?:Start|End) [A-Za-z]+\s?=)/.test(bare);
  if (known) return 'file-frame';
  if (isOutside(bare)) return 'stray-end';
  return /^\d{1,7}[.:]$/.test(bare) ? 'running-number' : undefined;
}
