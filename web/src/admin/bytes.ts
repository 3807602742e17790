/** Bytes in one MB, as file managers count today (SI). */
const megabyte = 1_000_000;

/** "0.4 MB", "12 MB", "3.2 GB": two figures are enough to see what is large. */
export function sayBytes(bytes: number): string {
  const [value, unit] = bytes >= 1000 * megabyte ? [bytes / megabyte / 1000, 'GB'] : [bytes / megabyte, 'MB'];
  const digits = value < 10 ? 1 : 0;
  return `${value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${unit}`;
}

export const inMegabytes = (bytes: number): number => Math.round(bytes / megabyte);
export const fromMegabytes = (megabytes: number): number => megabytes * megabyte;
