import { basename, extname } from 'node:path';
import type { Problem } from '@throughline/wire';

/** The text of a document as passages will count in it for ever. */
export interface FrozenText {
  readonly text: string;
  /** What took it out, with its version. */
  readonly extractor: string;
}

/**
 * Plain text is kept exactly as it came, a byte order mark included: its file and its frozen text have the same bytes.
 * No text has a zero byte in it; other files and UTF-16 do.
 */
export function freezeText(path: string, bytes: Uint8Array): FrozenText | Problem {
  const name = basename(path);
  const unreadable: Problem = { code: 'text.unreadable', values: { name } };
  if (extname(path).toLowerCase() !== '.txt' || bytes.includes(0)) return unreadable;
  if (bytes.length === 0) return { code: 'text.empty', values: { name } };
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      extractor: 'plain text 1',
    };
  } catch {
    return unreadable;
  }
}
