/** What a review's file ends with. */
export const reviewEnd = '.throughline';

/** Names that Windows keeps for its devices, whatever they end with. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
/** Bytes that file systems take in a name, less what is put behind it: the end, a number, a name while it is made. */
const mostBytes = 180;

/** A file's name from a review's title, without its end: a title is never a path, and opens on every system. */
export function fileNameFor(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M} ,&'()_-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const name = shortened(plain);
  return name === '' || devices.test(name) ? `Review ${name}`.trim() : name;
}

function shortened(name: string): string {
  let short = name;
  while (Buffer.byteLength(short) > mostBytes) short = [...short].slice(0, -1).join('');
  return short.trim();
}

/** The first of "Name", "Name 2", "Name 3" … that is not taken. File systems may not tell cases apart. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const isTaken = (each: string) => taken.has(each.toLowerCase());
  if (!isTaken(name)) return name;
  let number = 2;
  while (isTaken(`${name} ${number}`)) number += 1;
  return `${name} ${number}`;
}
