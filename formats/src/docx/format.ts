import { namesInHead } from '../archive/zip-directory.js';
import type { Format, Found } from '../contract.js';
import { Gathered } from '../mail/gathered.js';
import { FormatProblem } from '../problem.js';
import { referenceList } from '../reference-list/format.js';
import type { Vendor } from '../vendors.js';
import { type CitationFile, citationFiles } from './citation-fields.js';
import { Numbering } from './numbering.js';
import { paragraphsOf } from './paragraphs.js';
import { largestDocument, partsOf } from './parts.js';

/** The format of the references inside the fields of a document; undefined where none knows them. */
export type Recognise = (head: Uint8Array, name: string) => Format | undefined;

/**
 * A Word document: the references that a reference manager keeps in it where it keeps as many as are printed, else the
 * reference list as it is printed. Lines are paragraphs. `recognise` is handed in because the list of all formats holds
 * this one.
 */
export function docxFormat(recognise: Recognise): Format {
  return {
    name: 'docx',
    label: 'Word document with a reference list',
    extensions: ['docx', 'docm'],
    binary: true,
    byLines: false,
    recognise: looksLikeDocument,
    read: (chunks) => read(chunks, recognise),
  };
}

function looksLikeDocument(head: Uint8Array, fileName = ''): number {
  const names = namesInHead(head);
  if (names.some((name) => name.startsWith('word/'))) return 0.95;
  if (!names.includes('[Content_Types].xml') || names.some((name) => /^(?:xl|ppt)\//.test(name))) return 0;
  return /\.doc[xm]$/i.test(fileName) ? 0.5 : 0.2;
}

async function* read(chunks: AsyncIterable<Uint8Array>, recognise: Recognise): AsyncGenerator<Found> {
  const parts = partsOf(await whole(chunks));
  const numbering = new Numbering(parts.numbering, parts.styles);
  const read = [parts.document, parts.footnotes, parts.endnotes].map((part) =>
    paragraphsOf(part, numbering, parts.links),
  );
  const lines = read.flatMap((part) => part.lines);
  const printed = await foundInList(lines);
  const kept = await foundInFields(citationFiles(read.flatMap(({ codes }) => codes)), lines.length, recognise);
  const fromFields = recordsIn(kept) > 0 && recordsIn(kept) >= recordsIn(printed);
  yield* fromFields ? [...kept, passedOver(lines.length)] : printed;
}

const recordsIn = (found: readonly Found[]): number => found.filter(({ kind }) => kind === 'record').length;

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const gathered = new Gathered(largestDocument);
  for await (const bytes of chunks) gathered.add(bytes);
  const bytes = gathered.take();
  if (bytes === undefined) throw new FormatProblem('format.tooLarge', { limit: largestDocument / 1024 / 1024 });
  return bytes;
}

async function foundInList(lines: readonly string[]): Promise<Found[]> {
  const found: Found[] = [];
  for await (const each of referenceList.read(once(lines.join('\n')))) {
    found.push(each.kind === 'record' ? { ...each, reference: { ...each.reference, format: 'docx' } } : each);
  }
  return found;
}

async function foundInFields(
  files: readonly CitationFile[],
  paragraphs: number,
  recognise: Recognise,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const { text, vendor } of files) {
    const format = recognise(new TextEncoder().encode(text), '');
    if (format === undefined || format.name === 'reference-list') continue;
    for await (const each of format.read(once(text))) found.push(fromField(each, paragraphs, vendor));
  }
  return found;
}

/** A field stands in no paragraph of its own: its reference is cited all over the document. */
function fromField(found: Found, paragraphs: number, vendor: Vendor): Found {
  const lines = { from: 1, to: Math.max(1, paragraphs) };
  if (found.kind === 'record') return { ...found, lines, vendor };
  return found.kind === 'unread' ? { ...found, lines } : found;
}

const passedOver = (lines: number): Found => ({ kind: 'passed-over', reason: 'text-around-list', lines });

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
