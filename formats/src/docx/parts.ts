import { entriesOf } from '../archive/zip-directory.js';
import { unpackedEntry } from '../archive/zip-entry.js';
import { archiveLimits } from '../archive/limits.js';
import { FormatProblem } from '../problem.js';

/** Bytes of a document, pictures included: it has to be held, for its directory stands at its end. */
export const largestDocument = 128 * 1024 * 1024;
/** Bytes of one part, unpacked. The text of a thousand pages has ten megabytes. */
const largestPart = 64 * 1024 * 1024;

/** The parts of a Word document that text comes from; empty where it has no such part. */
export interface DocumentParts {
  readonly document: string;
  readonly footnotes: string;
  readonly endnotes: string;
  readonly numbering: string;
  readonly styles: string;
  /** Where the links of the text lead. */
  readonly links: string;
}

/** Throws a `FormatProblem`: damaged, locked, or a bomb. */
export function partsOf(bytes: Uint8Array): DocumentParts {
  const entries = entriesOf(bytes, archiveLimits.entries);
  const named = (name: RegExp) => {
    const entry = entries.find(({ path }) => name.test(path));
    if (entry === undefined) return '';
    const unpacked = unpackedEntry(bytes, entry, { ...archiveLimits, each: largestPart });
    if (unpacked === 'encrypted') throw new FormatProblem('format.encrypted');
    if (typeof unpacked === 'string') throw new FormatProblem('format.damaged');
    return new TextDecoder('utf-8').decode(unpacked);
  };
  // Word numbers the main part where it saved a copy beside it.
  const document = named(/^word\/document\d*\.xml$/i);
  if (document === '') throw new FormatProblem('format.damaged');
  return {
    document,
    footnotes: named(/^word\/footnotes\d*\.xml$/i),
    endnotes: named(/^word\/endnotes\d*\.xml$/i),
    numbering: named(/^word\/numbering\d*\.xml$/i),
    styles: named(/^word\/styles\d*\.xml$/i),
    links: named(/^word\/_rels\/document\d*\.xml\.rels$/i),
  };
}
