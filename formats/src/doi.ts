/**
 * A DOI by its printed form: directory indicator "10.", registrant, a slash, and anything without blanks. Bounded in
 * every part that could be tried twice, so that no text takes long.
 */
const pattern = /10\.\d{4,9}(?:\.\d{1,9}){0,4}\/[^\s"]+/;

/** Characters. The longest DOIs known, of serials before 2000, have about a hundred. */
const longestDoi = 2048;

/**
 * The first DOI in a text, bare and in lower case: without a resolver's address, without "doi:", and without the
 * punctuation of the sentence around it. Undefined where there is none.
 */
export function firstDoi(text: string): string | undefined {
  const found = pattern.exec(text)?.[0];
  return found === undefined ? undefined : inLowerCase(withoutSentenceMarks(found.slice(0, longestDoi)));
}

/** Most are already, and to look is cheaper. */
function inLowerCase(doi: string): string {
  return /[^!-@[-~]/.test(doi) ? doi.toLowerCase() : doi;
}

/**
 * Brackets belong to many DOIs ("10.1016/S0140-6736(05)12345-6", "…1099-0860(199807)12:3<180::AID…>"); one that was
 * never opened does not.
 */
function withoutSentenceMarks(doi: string): string {
  let end = doi.length;
  for (; end > 0; end -= 1) {
    const last = doi[end - 1] ?? '';
    if (closing.has(last) ? isOpened(doi, end, last) : !marks.has(last)) break;
  }
  return end === doi.length ? doi : doi.slice(0, end);
}

const marks: ReadonlySet<string> = new Set(['.', ',', ';', ':']);
const closing: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['>', '<'],
]);

/** Whether the closing bracket before `end` has one that opens it. */
function isOpened(doi: string, end: number, close: string): boolean {
  const open = closing.get(close);
  let opened = 0;
  for (let at = 0; at < end; at += 1) {
    if (doi[at] === open) opened += 1;
    else if (doi[at] === close) opened -= 1;
  }
  return opened >= 0;
}
