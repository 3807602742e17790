/** How much an archive may hold. Exports of a search are tens of files and a few hundred megabytes at the very most. */
export interface ArchiveLimits {
  /** Entries of the archive, those of archives inside it included. */
  readonly entries: number;
  /** Bytes of one file, unpacked. */
  readonly each: number;
  /** Bytes of all files, unpacked: they are held at once. */
  readonly total: number;
  /** Unpacked bytes for each packed one, where a file is larger than `free`. Text packs 4 to 20 times smaller. */
  readonly ratio: number;
  /** Bytes that may unpack from anything: a small file of blanks is no bomb. */
  readonly free: number;
}

export const archiveLimits: ArchiveLimits = {
  entries: 4000,
  each: 256 * 1024 * 1024,
  total: 512 * 1024 * 1024,
  ratio: 200,
  free: 16 * 1024 * 1024,
};
