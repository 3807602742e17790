/**
 * The name of a column, made comparable: letters and digits alone, without accents, in lower case. "Author(s)",
 * "author s" and "Author/s" are one name; so are "Año" and "ano".
 */
export function plainName(name: string): string {
  return name
    .replace(/^\uFEFF/, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[łøæœßıđ]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
  đ: 'd',
};
