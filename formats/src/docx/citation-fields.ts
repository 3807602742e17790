/**
 * References that Zotero, Mendeley and EndNote keep whole inside a document, in the fields of its citations. They say
 * more than the list printed from them.
 */
import type { Vendor } from '../vendors.js';

/** References of one kind, as a file of their own format. */
export interface CitationFile {
  readonly vendor: Vendor;
  readonly text: string;
  readonly references: number;
}

/** Each reference once, in the order of its first citation. */
export function citationFiles(codes: readonly string[]): CitationFile[] {
  const items = new Map<string, string>();
  const records = new Map<string, string>();
  let vendor: Vendor = 'zotero';
  for (const code of codes) {
    if (/MENDELEY|mendeley\.com/.test(code)) vendor = 'mendeley';
    for (const [key, item] of itemsOf(code)) if (!items.has(key)) items.set(key, item);
    for (const [key, record] of recordsOf(code)) if (!records.has(key)) records.set(key, record);
  }
  const json = { vendor, text: `[${[...items.values()].join(',\n')}]\n`, references: items.size };
  const body = [...records.values()].join('\n');
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n${body}\n</records></xml>\n`;
  const files = [json, { vendor: 'endnote' as const, text: xml, references: records.size }];
  return files.filter(({ references }) => references > 0);
}

/** "ADDIN ZOTERO_ITEM CSL_CITATION {…}", "ADDIN CSL_CITATION {…}", "MENDELEY_CITATION_v3_" and base64. */
function itemsOf(code: string): [key: string, item: string][] {
  const coded = /^MENDELEY_CITATION_v\d_([\w+/=]+)$/.exec(code)?.[1];
  const text = coded === undefined ? code : fromBase64(coded);
  if (coded === undefined && !text.includes('CSL_CITATION')) return [];
  const citation = parsed(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
  const cited = fieldOf(citation, 'citationItems');
  return Array.isArray(cited) ? cited.flatMap(itemOf) : [];
}

function itemOf(cited: unknown): [key: string, item: string][] {
  const item = fieldOf(cited, 'itemData');
  if (typeof item !== 'object' || item === null) return [];
  const uris = fieldOf(cited, 'uris') ?? fieldOf(cited, 'uri');
  const key = Array.isArray(uris) && typeof uris[0] === 'string' ? uris[0] : String(fieldOf(item, 'id') ?? '');
  const text = JSON.stringify(item);
  return [[key === '' ? text : key, text]];
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A code that was cut or edited by hand: its printed reference is still in the list.
    return undefined;
  }
}

/** "ADDIN EN.CITE <EndNote>…", or the same in base64 beside the field. */
function recordsOf(code: string): [key: string, record: string][] {
  const text = code.includes('<EndNote>') ? code : code.trimStart().startsWith('PE') ? fromBase64(code) : '';
  return pieces(text, '<record>', '</record>').map((record) => [keyOf(record), record]);
}

function keyOf(record: string): string {
  const number = /<rec-number>([^<]{1,40})/.exec(record)?.[1];
  const library = /db-id="([^"]{1,80})"/.exec(record)?.[1];
  return number === undefined ? record : `${library} ${number}`;
}

/** Each stretch from one mark to the other, both included. */
function pieces(text: string, opening: string, closing: string): string[] {
  const found: string[] = [];
  for (let from = text.indexOf(opening); from >= 0; ) {
    const end = text.indexOf(closing, from);
    if (end < 0) break;
    found.push(text.slice(from, end + closing.length));
    from = text.indexOf(opening, end);
  }
  return found;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map([...digits].map((digit, value) => [digit.charCodeAt(0), value]));

/** Blanks and line breaks in it are passed over. */
function fromBase64(text: string): string {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = values.get(text.charCodeAt(at));
    if (value === undefined) continue;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length] = (held >> bits) & 0xff;
    length += 1;
  }
  return new TextDecoder('utf-8').decode(bytes.subarray(0, length));
}
