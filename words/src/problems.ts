import { refusals } from './refusals.js';
import { type Sentence, type Values, fill } from './sentence.js';

/**
 * What can go wrong with a file, an address or a command, in words. The codes are those of the storage and formats
 * folders, which this one does not import: a test at the edge holds the lists against each other.
 */
export const problems: Readonly<Record<string, Sentence>> = {
  'file.missing': 'There is no file {path}.',
  'file.notAReview': '{path} is not a Throughline review.',
  'file.damaged':
    '{path} is damaged: it may have been cut off while it was copied. Nothing was changed. Open a backup or another copy.',
  'file.newer':
    '{path} was written by a newer version of Throughline. Update this program to open it. Nothing was changed.',
  'file.exists': '{path} exists already and was left as it is. Choose another name.',
  'file.readOnly': '{path} can be read but not written. Copy it to a folder where you may write to go on working.',
  'file.folderReadOnly': 'The folder {folder} cannot be written to. Choose another folder.',
  'file.folderMissing': 'There is no folder {folder}.',
  'file.diskFull': 'The disk is full. What was acknowledged is safe; make room and try again.',
  'file.busy': '{path} is being written by another program. Try again in a moment.',
  'review.unknown': 'There is no review {review} here.',
  'format.unknown': '{name} is in no format that this version reads. It reads RIS files and numbered reference lists.',
  'format.binary': '{name} is not a text file of references: it {looksLike}.',
  'format.empty': '{name} is empty.',
  'server.portTaken': 'Port {port} is in use. Set PORT to another number, or to 0 for any free one.',
  'server.notAllowed': 'This page may only be opened from the address that Throughline printed.',
  'server.notFound': 'There is nothing at this address.',
  'server.tooLarge': 'The file is larger than {limit} MB, which is more than this version takes.',
  'server.failed': 'Something went wrong here, and nothing was stored. The details are in the log of the program.',
  'file.isFolder': '{path} is a folder. Name a file in it.',
  'file.notAFolder': '{path} is a file, not a folder. Name a folder, or one that is still to be made.',
  'file.notReadable': '{path} cannot be read. Look at who may read it.',
  'command.stopped':
    'Something unexpected went wrong: {message} Nothing was half done. Set THROUGHLINE_DEBUG=1 to see where.',
  'trace.noMark': '{report} does not contribute to {construct}.',
  'demo.otherReview': '{path} holds another review than this example and was left as it is. Choose another folder.',
  'file.sameReview': '{path} holds the same review as {other}, which is open already.',
  'server.notBuilt': 'The pages of the workbench have not been built yet. Run npm run build once.',
  'import.again': 'That very file is in this source already (its {read} records came on {at}). Nothing was added.',
  'import.noRecords': '{name} holds no records that could be read as {format}. Nothing was added.',
  'import.stopped': 'The import was stopped. Nothing was added.',
  'text.unreadable':
    '{name} is not a text that can be read. A plain text in UTF-8, with a name that ends in .txt, can be attached.',
  'text.empty': '{name} is empty.',
  'text.withdrawn': 'This text was withdrawn. The reason given: {reason}.',
  'request.invalid': 'This call was not understood: {where} {what}.',
  'request.notJson': 'This call was not understood: it is not JSON.',
  'change.elsewhere': 'This change needs the file it comes with, and is made where the file arrives.',
  'journey.stopped': 'The example stopped at the {thing} {id}: {reason}',
  'thing.notFound': 'There is no {id} in this review.',
};

/**
 * A problem as a sentence; a refusal of core that arrives as one, too. A keeper knows its file as `file`; what people
 * are shown is a path and its folder.
 */
export function sayProblem(code: string, values: Values = {}): string {
  const sentence = problems[code] ?? (refusals as Readonly<Record<string, Sentence>>)[code];
  if (sentence === undefined) return code;
  const { file } = values;
  const place = file === undefined ? {} : { path: file, folder: folderOf(String(file)) };
  return fill(sentence, { ...place, ...spelled(values) });
}

/** The first bytes of a file told what it is; formats names these kinds. */
const binaryKinds: Readonly<Record<string, string>> = {
  zip: 'looks like a ZIP archive or an Office file',
  pdf: 'looks like a PDF',
  ole: 'looks like an older Office file',
  gzip: 'looks like a compressed file',
  png: 'looks like a PNG image',
  jpeg: 'looks like a JPEG image',
  gif: 'looks like a GIF image',
  sqlite: 'looks like a database, or a review of this program',
  rtf: 'looks like an RTF document',
  unknown: 'holds bytes that are no text',
};

/** Values that are a code of their own, in words. */
export function spelled(values: Values): Values {
  const { looksLike } = values;
  return looksLike === undefined
    ? values
    : { ...values, looksLike: binaryKinds[String(looksLike)] ?? String(looksLike) };
}

/** The folder of a path, of Unix or Windows; "." for a bare name. */
const folderOf = (path: string): string => path.match(/^(.*)[\\/][^\\/]+$/)?.[1] || '.';
