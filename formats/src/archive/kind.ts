import { namesInHead } from './zip-directory.js';

/** Documents that happen to be ZIP archives: Office Open XML, OpenDocument, EPUB. */
const documentParts =
  /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|word\/|xl\/|ppt\/|mimetype$|META-INF\/container\.xml$)/;

const starts = (head: Uint8Array, ...bytes: readonly number[]) => bytes.every((byte, index) => head[index] === byte);

export const isZip = (head: Uint8Array): boolean => starts(head, 0x50, 0x4b, 3, 4) || starts(head, 0x50, 0x4b, 5, 6);

export const isGzip = (head: Uint8Array): boolean => starts(head, 0x1f, 0x8b, 8);

/** True for a file that is no document itself but holds files: a ZIP, or one file in a GZIP. Told from its first bytes. */
export function isArchive(head: Uint8Array): boolean {
  if (isGzip(head)) return true;
  return isZip(head) && !namesInHead(head).some((name) => documentParts.test(name));
}
