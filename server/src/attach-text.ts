import { printedPages } from '@throughline/core';
import { sha256Of } from '@throughline/storage';
import type { Problem } from '@throughline/wire';
import { basename } from 'node:path';
import { freezeText } from './freeze-text.js';
import { isProblem } from './problem.js';

/** What a document will be in the review, the files that are stored beside it, and its text. */
export interface TextToAttach {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly contents: readonly { hash: ReturnType<typeof sha256Of>; bytes: Uint8Array; name: string }[];
  readonly text: string;
  readonly pages: ReturnType<typeof printedPages>;
}

/** Takes the text out of a file, once and for ever, and finds its printed pages. */
export function textToAttach(report: string, name: string, path: string, bytes: Uint8Array): TextToAttach | Problem {
  const frozen = freezeText(path, bytes);
  if (isProblem(frozen)) return frozen;
  const { text, extractor } = frozen;
  const textBytes = new TextEncoder().encode(text);
  const pages = printedPages(text);
  const [file, hash] = [sha256Of(bytes), sha256Of(textBytes)];
  return {
    fields: {
      report,
      name,
      file,
      text: hash,
      extractor,
      length: [...text].length,
      ...(pages.length === 0 ? {} : { pages }),
    },
    contents: [
      { hash: file, bytes, name: basename(path) },
      { hash, bytes: textBytes, name: `${name}.txt` },
    ],
    text,
    pages,
  };
}
