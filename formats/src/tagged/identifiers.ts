/** The parts of a field that a number is known by. */

/** "0955-2359 (Print)", "ISSN-1042-1629", "09552359": the first one, as printed. */
export function issnIn(text: string): string | undefined {
  return /(?<!\d|\d-)\d{4}-?\d{3}[\dXx](?![\dXx-])/.exec(text)?.[0];
}

/** "978-0-415-47263-0 (Paperback), …": the first one, as printed. */
export function isbnIn(text: string): string | undefined {
  for (const [printed] of text.matchAll(/(?<![\dXx])(?:97[89][- ]?)?\d(?:[- ]?\d){8}[- ]?[\dXx](?![\dXx])/g)) {
    const digits = printed.replace(/[- ]/g, '').length;
    if (digits === 10 || digits === 13) return printed;
  }
  return undefined;
}

/** The first four digits that can be a year. */
export function yearIn(text: string): number | undefined {
  // "2019 Mar": nearly every date begins with its year.
  if (/^[12]\d{3}(?!\d)/.test(text)) return Number(text.slice(0, 4));
  const digits = /(?<!\d)[12]\d{3}(?!\d)/.exec(text)?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** "PMC5887696", "PMCID: PMC5887696", "5887696". */
export function pmcidIn(text: string): string | undefined {
  const digits = /^\D{0,20}?(?:PMC)?\s?-?(\d{1,9})\b/i.exec(text.trim())?.[1];
  return digits === undefined ? undefined : `PMC${digits}`;
}

/** Digits alone. */
export function pmidIn(text: string): string | undefined {
  return /^\D{0,20}?(\d{1,12})\b/.exec(text.trim())?.[1];
}

/** "et al.", in place of the authors that are missing. */
export function isEtAl(name: string): boolean {
  return name.length <= 12 && name.includes(' ') && /^\W*et\.?,?\s+al\W*$/i.test(name);
}
