/** What Office wrote before 2007, and still writes around a locked workbook: [MS-CFB]. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
}

/** [MS-OFFCRYPTO] 2.3: a locked workbook stands in a stream of this name, which the directory spells in UTF-16. */
export function isLockedWorkbook(bytes: Uint8Array): boolean {
  return holds(bytes, 'EncryptedPackage');
}

function holds(bytes: Uint8Array, name: string): boolean {
  const wide = Array.from(name, (letter) => letter.charCodeAt(0));
  const first = wide[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wide.every((code, index) => bytes[at + index * 2] === code && bytes[at + index * 2 + 1] === 0)) return true;
  }
  return false;
}
