/** "1008–12", "S40-2", "e487–94": one range, its last page perhaps written short (MEDLINE and Cochrane do). */
const range = /^(\p{L}{0,3})(\d{1,9})(\s?[-\u2010-\u2015]\s?)(\p{L}{0,3})(\d{1,9})$/u;

/** A range with its last page in full: "1008–12" is "1008–1012". Anything else is as it was. */
export function fullRange(pages: string): string {
  const [, letters = '', first = '', dash = '', again = '', last = ''] = range.exec(pages.trim()) ?? [];
  if (first === '' || last.length >= first.length || (again !== '' && again !== letters)) return pages;
  const full = first.slice(0, first.length - last.length) + last;
  return Number(full) < Number(first) ? pages : `${letters}${first}${dash}${again}${full}`;
}

/** "1008" of "1008–12" and of "1008"; what is written where there is no number. */
export const firstPage = (pages: string): string => /\p{L}{0,3}\d+/u.exec(pages)?.[0].toLowerCase() ?? pages.trim();

/** Does it say where the work ends, too? */
export const isRange = (pages: string): boolean => /\d\s?[-\u2010-\u2015]\s?\p{L}{0,3}\d/u.test(pages);
