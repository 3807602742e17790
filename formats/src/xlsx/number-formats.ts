/** ECMA-376 part 1, 18.8.30: the built-in formats that show a date; 27 to 36 and 50 to 58 are those of East Asia. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

/** A format of its own shows a date where it has a year, or a day with a month, outside of quoted text and brackets. */
export function isDateFormat(id: string, code: string | undefined): boolean {
  if (code === undefined) return isBuiltInDate(Number(id));
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').toLowerCase();
  return /y/.test(bare) || (/d/.test(bare) && /m/.test(bare));
}

const dayLength = 86_400_000;

/** "2020-05-01" for 43952, "2020-05-01 12:30" with a time. Undefined where the number is no day (before 1900). */
export function dateOf(serial: number, from1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_466) return undefined;
  // Day 60 is 29 February 1900, a day that never was: days before it stand one later.
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const date = new Date(Math.round((days - 25_569) * dayLength));
  const text = date.toISOString();
  const time = text.slice(11, 16);
  return time === '00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${time}`;
}

/** A number as a person sees it: without the noise of the last binary digit, and whole numbers without a point. */
export function numberText(value: string): string {
  const text = value.trim();
  if (/^-?\d{1,15}$/.test(text)) return text;
  const number = Number(text);
  if (text === '' || !Number.isFinite(number)) return text;
  const short = Number(number.toPrecision(15));
  return Number.isInteger(short) && Math.abs(short) < 1e21 ? BigInt(short).toString() : String(short);
}
