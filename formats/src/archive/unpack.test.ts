import { gzipSync, strFromU8, strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FormatProblem } from '../problem.js';
import { checksumOf } from './checksum.js';
import { isArchive } from './kind.js';
import { type ArchiveLimits, archiveLimits } from './limits.js';
import { unpack } from './unpack.js';

const ris = strToU8('TY  - JOUR\nTI  - Waiting rooms\nER  - \n');
const pathsOf = (bytes: Uint8Array, limits?: ArchiveLimits) => unpack(bytes, limits).files.map(({ path }) => path);

/** The problem that unpacking these bytes ends with. */
function problemOf(bytes: Uint8Array, limits?: ArchiveLimits): string | undefined {
  try {
    unpack(bytes, limits);
    return undefined;
  } catch (error) {
    if (error instanceof FormatProblem) return error.code;
    throw error;
  }
}

/** Where a signature stands for the n-th time. */
function placeOf(bytes: Uint8Array, signature: readonly number[], nth = 1): number {
  let left = nth;
  for (let at = 0; at < bytes.length; at += 1) {
    if (signature.every((byte, index) => bytes[at + index] === byte)) left -= 1;
    if (left === 0) return at;
  }
  throw new Error('The archive has no such piece.');
}

const local = [0x50, 0x4b, 3, 4];
const listed = [0x50, 0x4b, 1, 2];
const end = [0x50, 0x4b, 5, 6];

function altered(bytes: Uint8Array, change: (view: DataView, copy: Uint8Array) => void): Uint8Array {
  const copy = bytes.slice();
  change(new DataView(copy.buffer), copy);
  return copy;
}

describe('files out of an archive', () => {
  it('keeps the order and the paths of the archive', () => {
    const bytes = zipSync({ 'z.ris': ris, 'ovid/a.txt': ris, 'm.bib': strToU8('@misc{a}') });
    expect(pathsOf(bytes)).toEqual(['z.ris', 'ovid/a.txt', 'm.bib']);
    expect(strFromU8(unpack(bytes).files[2]?.bytes ?? new Uint8Array())).toBe('@misc{a}');
  });

  it('passes over folders, hidden and empty files by name', () => {
    const entries: Zippable = {
      'searches/': new Uint8Array(),
      '__MACOSX/._a.ris': ris,
      '.DS_Store': ris,
      'searches/.git/x': ris,
      'searches/nothing.ris': new Uint8Array(),
      'a.ris': ris,
    };
    expect(unpack(zipSync(entries)).passedOver).toEqual([
      { path: 'searches/', reason: 'folder' },
      { path: '__MACOSX/._a.ris', reason: 'hidden' },
      { path: '.DS_Store', reason: 'hidden' },
      { path: 'searches/.git/x', reason: 'hidden' },
      { path: 'searches/nothing.ris', reason: 'empty' },
    ]);
  });

  it('opens an archive in the archive, and none in that one', () => {
    const deepest = zipSync({ 'c.ris': ris });
    const inner = zipSync({ 'b.ris': ris, 'deepest.zip': deepest });
    const { files, passedOver } = unpack(zipSync({ 'inner.zip': inner, 'b.ris.gz': gzipSync(ris) }));
    expect(files.map(({ path }) => path)).toEqual(['inner.zip/b.ris', 'b.ris.gz/b.ris']);
    expect(passedOver).toEqual([{ path: 'inner.zip/deepest.zip', reason: 'archive-in-archive' }]);
  });

  it('leaves Office documents in it whole', () => {
    const workbook = zipSync({ '[Content_Types].xml': ris, 'xl/workbook.xml': ris });
    expect(pathsOf(zipSync({ 'records.xlsx': workbook }))).toEqual(['records.xlsx']);
  });

  it('reads the file of a GZIP under the name it had', () => {
    expect(pathsOf(gzipSync(ris, { filename: 'pubmed.nbib' }))).toEqual(['pubmed.nbib']);
    expect(unpack(gzipSync(ris), archiveLimits, 'C:\\data\\export.ris.gz').files).toEqual([
      { path: 'export.ris', bytes: ris },
    ]);
  });

  it('reads names in UTF-8 and in code page 437', () => {
    const named = zipSync({ 'Müller.ris': ris });
    expect(pathsOf(named)).toEqual(['Müller.ris']);
    const western = altered(zipSync({ 'Mxller.ris': ris }), (_, copy) => {
      copy[placeOf(copy, listed) + 46 + 1] = 0x81;
    });
    expect(pathsOf(western)).toEqual(['Müller.ris']);
  });

  it('gives no path that leads out of its folder', () => {
    expect(pathsOf(zipSync({ '../../etc/a.ris': ris, 'C:\\x\\b.ris': ris }))).toEqual(['etc/a.ris', 'x/b.ris']);
  });

  it('says which entries are locked, and refuses where all are', () => {
    const lock = (bytes: Uint8Array, nth: number) =>
      altered(bytes, (view, copy) => view.setUint16(placeOf(copy, listed, nth) + 8, 1, true));
    const two = zipSync({ 'a.ris': ris, 'b.ris': ris });
    expect(unpack(lock(two, 2)).passedOver).toEqual([{ path: 'b.ris', reason: 'encrypted' }]);
    expect(problemOf(lock(zipSync({ 'a.ris': ris }), 1))).toBe('format.encrypted');
  });

  it('finds the files before the cut of an archive without its directory', () => {
    const whole = zipSync({ 'a.ris': ris, 'b.ris': ris, 'c.ris': ris });
    const { files, passedOver } = unpack(whole.subarray(0, placeOf(whole, local, 3) + 50));
    expect(files.map(({ path }) => path)).toEqual(['a.ris', 'b.ris']);
    expect(passedOver).toEqual([{ path: 'c.ris', reason: 'damaged' }]);
    expect(problemOf(whole.subarray(0, 20))).toBe('format.damaged');
  });

  it('finds files whose sizes follow them', () => {
    const whole = zipSync({ 'a.ris': ris });
    const data = whole.subarray(placeOf(whole, local), placeOf(whole, listed));
    const streamed = altered(data, (view) => {
      view.setUint16(6, 8, true);
      view.setUint32(18, 0, true);
      view.setUint32(22, 0, true);
    });
    expect(unpack(streamed).files).toEqual([{ path: 'a.ris', bytes: ris }]);
  });

  it('reads an archive with something before it', () => {
    const whole = zipSync({ 'a.ris': ris });
    const shifted = new Uint8Array(whole.length + 9);
    shifted.set(strToU8('#!unpack\n'));
    shifted.set(whole, 9);
    expect(pathsOf(shifted)).toEqual(['a.ris']);
  });

  it('says a file damaged that its checksum does not know', () => {
    const spoilt = altered(zipSync({ 'a.ris': [ris, { level: 0 }], 'b.ris': ris }), (_, copy) => {
      copy[placeOf(copy, local) + 30 + 'a.ris'.length + 3] = 0x21;
    });
    expect(unpack(spoilt).passedOver).toEqual([{ path: 'a.ris', reason: 'damaged' }]);
    expect(pathsOf(spoilt)).toEqual(['b.ris']);
  });

  it('never fails but in words on spoilt bytes', () => {
    const whole = zipSync({ 'a.ris': ris, 'inner.zip': zipSync({ 'b.ris': ris }) });
    for (let at = 0; at < whole.length; at += 1) {
      for (const byte of [0, 0x7f, 0xff]) problemOf(altered(whole, (_, copy) => copy.fill(byte, at, at + 1)));
      problemOf(whole.subarray(0, at));
    }
    expect(pathsOf(whole)).toEqual(['a.ris', 'inner.zip/b.ris']);
  });
});

describe('bombs', () => {
  const blanks = new Uint8Array(40 * 1024 * 1024);

  it('refuses an archive that says it grows beyond all measure', () => {
    expect(problemOf(zipSync({ 'a.ris': blanks }))).toBe('format.bomb');
    expect(problemOf(zipSync({ 'inner.zip': zipSync({ 'a.ris': blanks }) }))).toBe('format.bomb');
    expect(problemOf(gzipSync(blanks))).toBe('format.bomb');
  });

  it('refuses a file that grows beyond what the archive says', () => {
    const lying = altered(zipSync({ 'a.ris': new Uint8Array(1_000_000) }), (view, copy) =>
      view.setUint32(placeOf(copy, listed) + 24, 100, true),
    );
    expect(problemOf(lying)).toBe('format.bomb');
  });

  it('refuses entries that share their bytes', () => {
    const two = zipSync({ 'a.ris': ris, 'b.ris': ris });
    const overlapping = altered(two, (view, copy) => view.setUint32(placeOf(copy, listed, 2) + 42, 0, true));
    expect(problemOf(overlapping)).toBe('format.bomb');
  });

  it('refuses more entries than there may be', () => {
    const limits = { ...archiveLimits, entries: 2 };
    expect(problemOf(zipSync({ a: ris, b: ris, c: ris }), limits)).toBe('format.bomb');
    const crowded = altered(zipSync({ a: ris }), (view, copy) => view.setUint16(placeOf(copy, end) + 10, 0xfff0, true));
    expect(problemOf(crowded)).toBe('format.bomb');
  });

  it('keeps to what one file and all files may be', () => {
    const noise = Uint8Array.from({ length: 3000 }, (_, index) => checksumOf(Uint8Array.of(index, index >> 8)));
    const bytes = zipSync({ 'a.ris': noise, 'b.ris': ris });
    expect(unpack(bytes, { ...archiveLimits, each: 2000 }).passedOver).toEqual([
      { path: 'a.ris', reason: 'too-large' },
    ]);
    expect(problemOf(bytes, { ...archiveLimits, total: 2000 })).toBe('format.tooLarge');
  });
});

describe('what an archive is', () => {
  const head = (entries: Zippable) => zipSync(entries);

  it('tells archives from documents by their first entries', () => {
    expect(isArchive(head({ 'a.ris': ris }))).toBe(true);
    expect(isArchive(gzipSync(ris))).toBe(true);
    expect(isArchive(head({ '[Content_Types].xml': ris, 'word/document.xml': ris }))).toBe(false);
    expect(isArchive(head({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': ris }))).toBe(
      false,
    );
    expect(isArchive(ris)).toBe(false);
  });

  it('takes the checksum of the specification', () => {
    expect(checksumOf(strToU8('123456789'))).toBe(0xcbf43926);
  });
});
