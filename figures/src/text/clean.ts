/**
 * Text as a figure may show it: control characters, halves of broken surrogate pairs and characters that XML forbids
 * are dropped, every run of white space becomes one space. `xml.ts` escapes what is left when it is written.
 */
export function clean(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Control}\p{Surrogate}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
}
