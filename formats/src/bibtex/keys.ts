import { type Reference, shortLabel } from '@throughline/core';

/** Keys that no two entries of one file share. */
export class Keys {
  readonly #taken = new Set<string>();

  /** The key of the entry it came from, or one made of name and year: "skivington2018", then "skivington2018b". */
  keyOf(reference: Reference, own: string): string {
    const wanted = own === '' ? madeOf(reference) : own;
    let key = wanted;
    for (let again = 2; this.#taken.has(key.toLowerCase()); again += 1) key = `${wanted}${suffix(again)}`;
    this.#taken.add(key.toLowerCase());
    return key;
  }
}

/** b to z, then numbers. */
const suffix = (again: number) => (again <= 26 ? String.fromCharCode(96 + again) : `-${again}`);

function madeOf(reference: Reference): string {
  const plain = shortLabel(reference)
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase()
    .slice(0, 60);
  return /[a-z]/.test(plain) ? plain : `ref${plain}`;
}
