import { windowsMark } from './decode.js';
import { fieldText } from './field-text.js';
import { namedCharacters } from './named-characters.js';

/** `fieldText` for sources that write character references ("&amp;", "&#8217;", "&#x2019;") where they mean characters. */
export function webText(value: string): string {
  return fieldText(withoutReferences(value));
}

/**
 * Character references decoded exactly once: "&amp;lt;" says "&lt;". What is none ("AT&T", "R&D;", "&unheardof;") stays,
 * and so does mark-up: an "<i>" that the source wrote is what the source wrote.
 */
export function withoutReferences(text: string): string {
  const first = text.indexOf('&');
  if (first < 0 || text.indexOf(';', first) < 0) return text;
  return text.replace(pattern, (written: string, decimal?: string, hexadecimal?: string, name = '') => {
    if (decimal !== undefined) return character(Number.parseInt(decimal, 10)) ?? written;
    if (hexadecimal !== undefined) return character(Number.parseInt(hexadecimal, 16)) ?? written;
    return namedCharacters.get(name) ?? written;
  });
}

const pattern = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,9}));/g;

/** Undefined where the number is nobody's. 128 to 159 are read as Windows-1252, as every browser does. */
function character(point: number): string | undefined {
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) || point === 0) return undefined;
  if (point < 0x20 || point === 0x7f) return ' ';
  return point >= 0x80 && point < 0xa0 ? windowsMark(point) : String.fromCodePoint(point);
}
