/** International standard numbers in a text: the first of each sort, as printed, an ISSN always with its hyphen. */
export function standardNumbers(text: string): { readonly issn?: string; readonly isbn?: string } {
  const written = text.match(/\d[\dXx\u2010-\u2015-]{6,16}/g) ?? [];
  const numbers = written.map((each) => each.replace(/[\u2010-\u2015]/g, '-').replace(/-+$/, ''));
  const issn = numbers.find((each) => /^\d{4}-?\d{3}[\dXx]$/.test(each));
  const isbn = numbers.find(isIsbn) ?? spacedIsbn(text);
  return {
    ...(issn === undefined ? {} : { issn: withHyphen(issn) }),
    ...(isbn === undefined ? {} : { isbn }),
  };
}

function withHyphen(issn: string): string {
  return issn.includes('-') ? issn : `${issn.slice(0, 4)}-${issn.slice(4)}`;
}

function isIsbn(text: string): boolean {
  const digits = text.replaceAll('-', '');
  return /^(?:\d{9}[\dXx]|97[89]\d{10})$/.test(digits);
}

/** "0 88192 911 5" */
function spacedIsbn(text: string): string | undefined {
  const spaced = text.match(/\d[\dXx -]{8,16}/g)?.map((each) => each.trim()) ?? [];
  return spaced.find((each) => isIsbn(each.replaceAll(' ', '')));
}
