/** A DOI by its printed form: directory indicator "10.", registrant, a slash, and anything without blanks. */
const pattern = /10\.\d{4,9}(?:\.\d+)*\/[^\s"]+/;

/**
 * The first DOI in a text, bare and in lower case: without a resolver's address, without "doi:", and without the
 * punctuation of the sentence around it. Undefined where there is none.
 */
export function firstDoi(text: string): string | undefined {
  const found = pattern.exec(text)?.[0];
  return found === undefined ? undefined : withoutSentenceMarks(found).toLowerCase();
}

function withoutSentenceMarks(doi: string): string {
  let bare = doi.replace(/[.,;:]+$/, '');
  // Brackets belong to many DOIs ("10.1016/S0140-6736(05)12345-6", "…1099-0860(199807)12:3<180::AID…>"); one that was
  // never opened does not.
  while (/[)\]>]$/.test(bare) && !balanced(bare)) bare = bare.slice(0, -1).replace(/[.,;:]+$/, '');
  return bare;
}

function balanced(text: string): boolean {
  const count = (mark: string) => text.split(mark).length;
  return count('(') >= count(')') && count('[') >= count(']') && count('<') >= count('>');
}
