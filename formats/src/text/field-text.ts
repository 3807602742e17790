/**
 * The value of a field as a person reads it: composed characters (NFC), no blanks around it. Values of tags stay as the
 * file has them; this is for the fields of a reference.
 */
export function fieldText(value: string): string {
  return needsComposing.test(value) ? value.normalize('NFC').trim() : value.trim();
}

/** A letter, digit or mark that `trim` leaves alone: all of ASCII and of the alphabets that follow it. */
export function isShown(code: number): boolean {
  return (code > 0x20 && code < 0x7f) || (code > 0xa0 && code < 0x1680);
}

/** Combining marks and the few letters that have a composed form. Nearly no text has any, and the test is cheap. */
const needsComposing = /[\u0300-\u036f\u1100-\u11ff\u0653-\u0655\u093c\u3099\u309a\u212b]/;

/** The first bytes that those characters have in UTF-8, the last one's left out: it shares its own with every dash. */
const leadBytes = [0xcc, 0xcd, 0xd9, 0xe0, 0xe1, 0xe3];

/** Engines know of a text whose letters take one byte each that it has none of these, and do not look. */
const beyondLatin = /[\u0100-\uffff]/;

/** True where no part of this text needs composing: `fieldText` of it is `trim` alone. `bytes`: the text in UTF-8. */
export function isComposed(text: string, bytes: Uint8Array): boolean {
  const suspect =
    text.length < bytes.length &&
    beyondLatin.test(text) &&
    (leadBytes.some((byte) => bytes.includes(byte)) || text.includes('\u212b'));
  return !suspect || !needsComposing.test(text);
}
