// Numbers of the ZIP format (APPNOTE.TXT 6.3.10 of PKWARE), little-endian. Only what an archive of ours needs.

/** 4.3.7, 4.3.9, 4.3.12, 4.3.14, 4.3.15, 4.3.16. */
export const signature = {
  local: 0x04034b50,
  descriptor: 0x08074b50,
  central: 0x02014b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
  end: 0x06054b50,
} as const;

/** Bytes of a header before its name. */
export const fixed = { local: 30, central: 46, end64: 56, locator64: 20, end: 22 } as const;

/** 4.4.5: as it is, or deflated. */
export const method = { stored: 0, deflated: 8 } as const;

/** 4.4.4: sizes follow the bytes; names are UTF-8; the bytes are encrypted. */
export const flag = { encrypted: 0x1, sizesFollow: 0x8, utf8: 0x800 } as const;

/** In a field of 32 or 16 bits: the number is in the record for large archives. */
export const in64 = 0xffff_ffff;
export const in64short = 0xffff;

/** 4.5.3: the extra field with the numbers of 64 bits. */
export const extra64 = 0x0001;
