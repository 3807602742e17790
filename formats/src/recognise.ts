import { alertFormat } from './alert/format.js';
import { bibtex } from './bibtex/format.js';
import { ciw } from './ciw/format.js';
import type { Format } from './contract.js';
import { docxFormat } from './docx/format.js';
import { csv } from './csv/format.js';
import { enw } from './enw/format.js';
import { endnoteXml } from './endnote-xml/format.js';
import { pubmedXml } from './pubmed-xml/format.js';
import { crossrefXml } from './crossref-xml/format.js';
import { cslJson } from './csl-json/format.js';
import { openalexJson } from './openalex-json/format.js';
import { identifierList } from './identifier-list/format.js';
import { nbib } from './nbib/format.js';
import { ovid } from './ovid/format.js';
import { refworks } from './refworks/format.js';
import { referenceList } from './reference-list/format.js';
import { ris } from './ris/format.js';
import { encodingOf } from './text/decode.js';
import { xlsx } from './xlsx/format.js';

/** Some hold others: a letter an export, a Word document the records of a reference manager. They ask when they read. */
const formatInside = (bytes: Uint8Array, name: string): Format | undefined => {
  const answer = recogniseFormat(bytes.subarray(0, headLength), name);
  return isFormat(answer) ? answer : undefined;
};

export const alert = alertFormat(formatInside);
export const docx = docxFormat(formatInside);

/** Every format that can be read, in the order in which people meet them. */
export const formats: readonly Format[] = [
  ris,
  nbib,
  pubmedXml,
  ciw,
  ovid,
  refworks,
  endnoteXml,
  enw,
  bibtex,
  cslJson,
  csv,
  xlsx,
  crossrefXml,
  openalexJson,
  alert,
  referenceList,
  identifierList,
  docx,
];

/** Why a file was not taken: a code with its values; the words come from the catalogue of whoever shows it. */
export interface FormatRefusal {
  readonly code: 'format.empty' | 'format.binary' | 'format.unknown';
  readonly values: Readonly<Record<string, string>>;
}

/** Bytes that are enough to recognise a file by. */
export const headLength = 64 * 1024;

/** Below this no format knows the file. */
const leastConfidence = 0.1;

/**
 * The format of a file, from its first bytes (up to `headLength`). The name only tips the scales: a ZIP archive named
 * "export.ris" is refused as what it is.
 */
export function recogniseFormat(head: Uint8Array, name = ''): Format | FormatRefusal {
  if (isBlank(head)) return { code: 'format.empty', values: { name } };
  const looksLike = binaryKind(head);
  const best = bestOf(
    formats.filter(({ binary = false }) => binary === (looksLike !== undefined)),
    head,
    name,
  );
  if (best !== undefined) return best;
  if (looksLike !== undefined) return { code: 'format.binary', values: { name, looksLike } };
  return { code: 'format.unknown', values: { name, formats: formats.map(({ label }) => label).join(', ') } };
}

/** Where two are equally sure, the one that people meet first. */
function bestOf(asked: readonly Format[], head: Uint8Array, name: string): Format | undefined {
  const [best] = asked
    .map((format) => ({ format, confidence: format.recognise(head, name) }))
    .filter(({ confidence }) => confidence >= leastConfidence)
    .sort((left, right) => right.confidence - left.confidence);
  return best?.format;
}

export function isFormat(answer: Format | FormatRefusal): answer is Format {
  return 'read' in answer;
}

/** First bytes that name a kind of file. Word and Excel files of today are ZIP archives, of yesterday OLE documents. */
const signatures: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['gzip', [0x1f, 0x8b]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/** What a file that is no text looks like; `unknown` for one without a known beginning. */
function binaryKind(head: Uint8Array): string | undefined {
  const named = signatures.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))?.[0];
  if (named !== undefined) return named;
  const sixteenBits = encodingOf(head)?.encoding.startsWith('utf-16') ?? false;
  return !sixteenBits && head.includes(0) && !isSpoiltText(head) ? 'unknown' : undefined;
}

/** Text that a broken download filled up with NUL bytes, or in which a few strayed: nearly no control characters else. */
function isSpoiltText(head: Uint8Array): boolean {
  const end = head.findLastIndex((byte) => byte !== 0) + 1;
  const controls = head.subarray(0, end).filter((byte) => byte < 32 && !textControls.has(byte)).length;
  return end > 0 && controls * 64 <= end;
}

/** Tab, the line breaks, form feed; and the end of a file and the escape of programs before Unicode. */
const textControls: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 26, 27]);

function isBlank(head: Uint8Array): boolean {
  const from = encodingOf(head)?.length ?? 0;
  return head.subarray(from).every((byte) => byte === 32 || (byte >= 9 && byte <= 13));
}
