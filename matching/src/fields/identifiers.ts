/** A DOI without resolver, in lower case; undefined where it is none. */
export function doiOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const [found] = /10\.\d{3,9}\/\S+/.exec(decoded(text.toLowerCase())) ?? [];
  return found
    ?.replace(/\/(?:full|abstract|pdf|epdf|meta)$/, '')
    .replace(/[.,;)\]>"'#]+$/, '')
    .replace(/(?<=^10\.\d+)\/+/, '/');
}

const decoded = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/%(2f|28|29|3c|3e|3a|3b|5b|5d)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Digits only; undefined where there are none. */
export function numberOf(text: string | undefined): string | undefined {
  const digits = (text ?? '').replace(/\D+/g, '').replace(/^0+/, '');
  return digits === '' ? undefined : digits;
}

/** Ten or thirteen signs without hyphens, of the thirteen the last nine that both ways share. */
export function isbnOf(text: string | undefined): string | undefined {
  const [found] = /(?:97[89][- ]?)?(?:\d[- ]?){9}[\dx]/i.exec(text ?? '') ?? [];
  const signs = found?.replace(/[^\dx]/gi, '');
  if (signs === undefined) return undefined;
  return signs.length === 13 ? signs.slice(3, 12) : signs.slice(0, 9);
}
