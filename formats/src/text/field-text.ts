/**
 * The value of a field as a person reads it: composed characters (NFC), no blanks around it. Values of tags stay as the
 * file has them; this is for the fields of a reference.
 */
export function fieldText(value: string): string {
  return needsComposing.test(value) ? value.normalize('NFC').trim() : value.trim();
}

/** Combining marks and the few letters that have a composed form. Nearly no text has any, and the test is cheap. */
const needsComposing = /[\u0300-\u036f\u1100-\u11ff\u0653-\u0655\u093c\u3099\u309a\u212b]/;
