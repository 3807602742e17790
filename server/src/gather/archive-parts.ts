import { type NotUnpacked, unpack } from '@throughline/formats';
import { unpackedAside } from '../aside/aside.js';
import type { Received } from './received.js';

/** The files of an archive that has arrived; `name` is the path of each in it. */
export interface OpenedArchive {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array; readonly within: string }[];
  readonly passedOver: readonly { readonly path: string; readonly reason: NotUnpacked }[];
}

/** Bytes up to which an archive is unpacked at once: starting a thread would take longer. */
const smallArchive = 64 * 1024;

/** Unpacks an archive, a large one aside. Throws a FormatProblem where nothing can be had from it. */
export async function openArchive(
  name: string,
  received: Received,
  { signal }: { readonly signal?: AbortSignal },
): Promise<OpenedArchive> {
  const bytes = await received.whole();
  const { files, passedOver } =
    bytes.length < smallArchive ? unpack(bytes, undefined, name) : await unpackedAside(bytes, name, signal);
  return {
    files: files.map(({ path, bytes: unpacked }) => ({ name: path, bytes: unpacked, within: name })),
    passedOver,
  };
}
