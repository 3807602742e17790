/** Where the records of one letter stand: in what is attached to it, in its mark-up, or in its text. */
import type { Tag } from '@throughline/core';
import { isArchive } from '../archive/kind.js';
import { unpack } from '../archive/unpack.js';
import type { FormatName } from '../contract.js';
import { composed } from '../mail/compose.js';
import { isLetter } from '../mail/headers.js';
import { deepestLetters } from '../mail/limits.js';
import { MailboxSplitter } from '../mail/mailbox.js';
import { type AttachedFile, type Message, messageOf } from '../mail/message.js';
import { FormatProblem } from '../problem.js';
import type { Vendor } from '../vendors.js';
import type { Article } from './article.js';
import { discreetMessage } from './discreet-message.js';
import { discreetText } from './discreet-text.js';
import type { Letter, Recognise } from './letter-contents.js';
import { listedArticles } from './listed.js';
import { linesOfPage } from './page.js';
import { linesOfText } from './plain-letter.js';
import { scholarArticles } from './scholar.js';
import { senderOf } from './senders.js';

/** Undefined for a letter that is no alert. What is attached says the most, mark-up more than text. */
export async function letterOf(
  message: Message,
  recognise: Recognise,
  depth = deepestLetters,
): Promise<Letter | undefined> {
  const vendor = senderOf(message.sender);
  const holds =
    (await attachedExports(message, vendor, recognise, depth)) ??
    articlesIn('html', discreetText(message.html), vendor) ??
    exportInText(message, vendor, recognise) ??
    articlesIn('text', discreetText(message.text), vendor);
  if (holds === undefined) return undefined;
  return { message, ...(vendor && { vendor }), about: aboutOf(message), holds };
}

function aboutOf({ subject, date }: Message): Tag[] {
  const said = [
    { tag: 'alert', value: discreetText(subject) },
    { tag: 'date', value: date },
  ];
  return said.filter(({ value }) => value !== '');
}

/** The articles of a page that stands alone; empty where it shows none. */
export function articlesOfPage(page: string): readonly Article[] {
  return articlesIn('html', page, undefined)?.articles ?? [];
}

function articlesIn(where: 'html' | 'text', source: string, vendor: Vendor | undefined) {
  const lines = where === 'html' ? linesOfPage(source) : linesOfText(source);
  const fromScholar = scholarArticles(lines);
  const articles = fromScholar.length > 0 ? fromScholar : listedArticles(lines, vendor);
  return articles.length === 0 ? undefined : ({ kind: 'articles', in: where, source, articles } as const);
}

/** Formats that nothing but records are written in: in anybody's letter they are an export, or an alert sent on. */
const ofRecords: ReadonlySet<FormatName> = new Set([
  'ris',
  'nbib',
  'pubmed-xml',
  'ciw',
  'ovid',
  'refworks',
  'endnote-xml',
  'enw',
  'bibtex',
  'csl-json',
  'alert',
]);

async function attachedExports(message: Message, vendor: Vendor | undefined, recognise: Recognise, depth: number) {
  const files = (await opened(message.attached, recognise, depth)).flatMap((file) => {
    const format = recognise(file.bytes, file.name);
    const takes =
      format !== undefined && (ofRecords.has(format.name) || (vendor !== undefined && format.name !== 'docx'));
    return takes ? [{ ...file, format }] : [];
  });
  return files.length === 0 ? undefined : ({ kind: 'files', files } as const);
}

/**
 * Archives unpacked; of alerts that are attached to the letter, what is kept of them. Whatever is nested deeper than
 * `depth` is not looked at: an archive can be made to hold itself.
 */
async function opened(files: readonly AttachedFile[], recognise: Recognise, depth: number): Promise<AttachedFile[]> {
  const all: AttachedFile[] = [];
  for (const file of files) {
    const archive = isArchive(file.bytes.subarray(0, 4096));
    if (!archive && !isLetter(file.bytes)) all.push(file);
    else if (depth === 0) continue;
    else if (archive) all.push(...(await opened(unpacked(file), recognise, depth - 1)));
    else all.push(...(await innerLetters(file, recognise, depth - 1)));
  }
  return all;
}

async function innerLetters(file: AttachedFile, recognise: Recognise, depth: number): Promise<AttachedFile[]> {
  const splitter = new MailboxSplitter();
  const alerts: AttachedFile[] = [];
  for (const { bytes } of [...splitter.push(file.bytes), ...splitter.end()]) {
    const message = bytes && (await messageOf(bytes));
    const letter = message && (await letterOf(message, recognise, depth));
    if (letter === undefined) continue;
    alerts.push({ ...file, bytes: new TextEncoder().encode(composed(await discreetMessage(letter))) });
  }
  return alerts;
}

/** An attached archive that cannot be unpacked holds nothing for this letter. */
function unpacked({ bytes, name }: AttachedFile): AttachedFile[] {
  try {
    return unpack(bytes, undefined, name).files.map((file) => ({ name: file.path, type: '', bytes: file.bytes }));
  } catch (error) {
    if (error instanceof FormatProblem) return [];
    throw error;
  }
}

/** Tagged records in the text itself; a numbered list where a database sent it. */
function exportInText({ text, readers }: Message, vendor: Vendor | undefined, recognise: Recognise) {
  if (text.trim() === '') return undefined;
  const clean = discreetText(text, readers);
  const format = recognise(new TextEncoder().encode(clean), '');
  const takes = format !== undefined && (ofRecords.has(format.name) || (vendor && format.name === 'reference-list'));
  return takes ? ({ kind: 'export', text: clean, format } as const) : undefined;
}
