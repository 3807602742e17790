import { accountProblems } from './accounts.js';
import { refusals } from './refusals.js';
import { shareProblems } from './shares.js';
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
  'file.busy': 'Others are writing to the same review at this moment. Nothing was stored; try again.',
  'review.unknown': 'There is no review {review} here.',
  'file.older':
    '{path} was written by an older version of Throughline, and can be read by this one after it has written to it. Copy it to a folder where you may write, and open the copy.',
  'blobs.addressInvalid':
    '{address} is no place for files. Name a folder, or an address such as s3://BUCKET/PREFIX?endpoint=https://s3.example.org&region=eu-west-1.',
  'blobs.noKeys': 'The keys for {place} are missing. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
  'archive.notOne': '{path} is neither an archive of Throughline nor a review’s file.',
  'archive.cut':
    '{path} is not whole: it may have been cut off while it was copied. Nothing was taken in. Copy it again.',
  'archive.damaged': '{path} is damaged in {part}. Nothing was taken in. Use another copy.',
  'archive.foreign':
    '{path} holds something that no archive of Throughline holds: {part}. Nothing was taken in. Use the archive as it was written.',
  'archive.newer':
    '{path} was written by a newer version of Throughline. Update this program to take it in. Nothing was taken in.',
  'archive.tooLarge': '{path} unpacks to more than {limit} MB, which is more than is taken here. Nothing was taken in.',
  'archive.altered':
    '{path} is a review’s file that another program has altered ({what}). Nothing was taken in. Use an archive of the review instead.',
  'store.address':
    'This is no address of a database. It reads like postgres://user:password@host:5432/name; signs in a password such as @ or / are written as %40 or %2F.',
  'store.unreachable': '{place} does not answer. Look at whether it runs and can be reached from here, and try again.',
  'store.refused': '{place} does not let {user} in. Look at the name and the password.',
  'store.untrusted':
    'The certificate of {place} is not trusted here. Name its authority in the address (sslrootcert=FILE).',
  'store.databaseMissing':
    'There is no database {database} at {place}. Make it first (CREATE DATABASE), or name another.',
  'store.mayNot': '{user} may not do this in {place}. Make {user} the owner of the database.',
  'store.readOnly': '{place} can be read but not written now: it may be a copy that follows another server.',
  'store.crowded': '{place} takes no more connections. Let it take more, or use fewer.',
  'store.encoding': '{place} keeps texts as {encoding}. Make the database with the encoding UTF8.',
  'format.unknown': '{name} is in no format that this version reads. It reads: {formats}.',
  'format.binary': '{name} is not a text file of references: it {looksLike}.',
  'format.empty': '{name} is empty.',
  'format.tooLarge':
    '{name} has to be read as a whole, and is larger than the {limit} MB that this takes. Split it, or export it as RIS.',
  'format.bomb':
    '{name} unpacks to far more than it says, or than a file of references ever holds. It was not unpacked.',
  'format.encrypted': '{name} is locked with a password. Save a copy without one, and take that.',
  'format.damaged':
    '{name} is damaged: it may have been cut off while it was copied. Copy it again, or export it anew.',
  'server.portTaken': 'Port {port} is in use. Set PORT to another number, or to 0 for any free one.',
  'server.notAllowed': 'This page may only be opened from the address that Throughline printed.',
  'server.mayNot': 'This is not open to you here. Whoever leads the review, or runs the server, can change that.',
  'account.signIn': 'Sign in first.',
  'server.settingMissing': '{because} is set, and needs {name} beside it. Set both, or neither.',
  'server.stopping': 'The server is stopping. Try again in a moment.',
  'limit.reviews': 'You have started {limit} reviews here, which is as many as this server allows.',
  'limit.room': 'This review takes {limit} MB, which is as much as this server allows one. Nothing was added.',
  'server.notFound': 'There is nothing at this address.',
  'server.tooLarge': 'The file is larger than {limit} MB, which is more than this version takes.',
  'command.notReady': 'Nothing that is ready answered at port {port} within {seconds} seconds.',
  'backup.notEmpty': 'A backup is restored into an empty place. This one holds reviews or accounts already.',
  'backup.missing': 'There is no backup in {path}: it holds a file register.json that can be read.',
  'server.tooMany': 'These were many requests in a short time. Go on in {seconds} seconds; nothing was lost.',
  'server.notReady':
    'The server cannot work just now: what it keeps its reviews in does not answer, or it is about to stop.',
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
  'import.whichPart': '{name} holds several files. Say which one: {parts}.',
  'import.partMissing': 'There is no {part} in {name}. It holds {parts}.',
  'import.withdrawn': '{name} was withdrawn, and can be read no more. The reason given: {reason}.',
  'import.votesOfOthers': 'Only a lead may bring the decisions of somebody else. Bring your own.',
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
  ...accountProblems,
  ...shareProblems,
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
