/** The pieces of a ZIP archive, as its specification (APPNOTE.TXT, sections 4.3 and 4.5.3) lays them out. */

export const localHeader = { signature: 0x04034b50, length: 30 } as const;
export const directoryHeader = { signature: 0x02014b50, length: 46 } as const;
export const directoryEnd = { signature: 0x06054b50, length: 22 } as const;
export const wideDirectoryEnd = { signature: 0x06064b50, length: 56 } as const;
export const wideDirectoryLocator = { signature: 0x07064b50, length: 20 } as const;
const dataDescriptor = 0x08074b50;

/** A size or place that is too large for 32 bits stands in an extra field. */
export const elsewhere = 0xffffffff;

export class ZipBytes {
  readonly #view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  has(at: number, length: number): boolean {
    return at >= 0 && at + length <= this.bytes.length;
  }

  short(at: number): number {
    return this.#view.getUint16(at, true);
  }

  long(at: number): number {
    return this.#view.getUint32(at, true);
  }

  /** 64 bits; larger than any file where they do not fit a number. */
  wide(at: number): number {
    return this.long(at) + this.long(at + 4) * 2 ** 32;
  }

  is(signature: number, at: number): boolean {
    return this.has(at, 4) && this.long(at) === signature;
  }

  /** Where the next signature of any piece stands, from here on; the length of the bytes where none does. */
  nextPiece(from: number): number {
    for (let at = this.bytes.indexOf(0x50, from); at >= 0; at = this.bytes.indexOf(0x50, at + 1)) {
      if (this.has(at, 4) && pieces.has(this.long(at))) return at;
    }
    return this.bytes.length;
  }
}

const pieces = new Set<number>([
  localHeader.signature,
  directoryHeader.signature,
  directoryEnd.signature,
  wideDirectoryEnd.signature,
  dataDescriptor,
]);
