/** Characters between two dollar signs. A sum of money is further from the next one, or has a blank before it. */
const longest = 2000;

/**
 * The dollar sign that closes the mathematics which the one at `at` opens; -1 where it is a dollar. As Pandoc has it: no
 * blank inside at the ends, no digit behind the closing one.
 */
export function mathEnd(text: string, at: number): number {
  if (/[\s$]/.test(text[at + 1] ?? ' ')) return -1;
  const end = text.slice(at + 1, at + longest).search(/(?<!\\)\$/);
  if (end < 0) return -1;
  const close = at + 1 + end;
  const inner = text.slice(at + 1, close);
  return /\s$/.test(inner) || /\d/.test(text[close + 1] ?? '') || !saysMathematics(inner) ? -1 : close;
}

/** "$5-$" between prices says nothing of the kind. */
function saysMathematics(inner: string): boolean {
  return /[\\^_{<>=+]/.test(inner) || /^[A-Za-z](?:['(,)\w]{0,9})$/.test(inner) || /^[\w\s.,*/+-]{1,12}$/.test(inner);
}
