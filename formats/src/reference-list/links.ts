import { firstDoi } from '../doi.js';

/** A reference's addresses, and its text without them. */
export interface Links {
  readonly text: string;
  readonly url?: string;
  readonly doi?: string;
}

const accessed = /[.,;]? ?[([]?\b(?:last )?(?:accessed|cited|retrieved)(?: on)? (?:\d|[A-Z])[^.\])]*[\])]?\.?$/i;
const address = /(?:https?:\/\/|www\.)\S+|\b(?:[a-z0-9-]{1,63}\.){1,4}(?:org|com|uk|net|edu|gov|eu|int|info)\/\S+/i;
const statedDoi = /\bdoi: ?(10\.\S+)/i;

/** Takes the day of access, the address and the DOI off the text; a year of access is no year of publication. */
export function takeLinks(reference: string): Links {
  const read = reference
    .replace(accessed, '')
    .replace(/ ?\[(?:cited [^\]]*|internet)\]/gi, '')
    .trim();
  const printed = address.exec(read)?.[0];
  const doi = firstDoi(statedDoi.exec(read)?.[1] ?? (/doi\.org\//i.test(printed ?? '') ? (printed ?? '') : ''));
  const url = printed?.replace(/[.,;)]+$/, '');
  const text = read
    .replace(printed ?? '', '')
    .replace(statedDoi, '')
    .replace(/\b(?:available (?:from|at)|url):? ?\.?$/i, '')
    .replace(/\s*\.?\s+\.?$/, '.')
    .replace(/\s+/g, ' ')
    .trim();
  return { text, ...(url === undefined ? {} : { url }), ...(doi === undefined ? {} : { doi }) };
}
