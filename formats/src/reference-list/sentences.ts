/**
 * A text in sentences, with their marks. A sentence ends at ".", "?" or "!" (and a closing quotation mark or bracket)
 * before a blank; not behind an abbreviation of bibliographies, nor behind a single capital letter.
 */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const match of text.matchAll(/[.?!]+[’”'"»)\]]*(?:\.)? /gu)) {
    const end = match.index + match[0].length;
    if (isAbbreviation(text.slice(from, match.index + 1))) continue;
    sentences.push(text.slice(from, end).trim());
    from = end;
  }
  const rest = text.slice(from).trim();
  return rest === '' ? sentences : [...sentences, rest];
}

function isAbbreviation(text: string): boolean {
  return /(?:^|[\s(])(?:vol|no|pp?|vs|st|dr|eds?|suppl|cf|approx|i\.e|e\.g)\.$/i.test(text);
}

/** A title or a name without the mark that only closes the sentence. A question mark belongs to it. */
export function withoutFullStop(text: string): string {
  return text
    .trim()
    .replace(/([?!])\.$/, '$1')
    .replace(/\.([’”'"»]?)$/, '$1')
    .trim();
}
