import {
  type Format,
  type Found,
  type Lines,
  longestExcerpt,
  type NotUnderstood,
  type PassedOverReason,
  type Unread,
} from '../contract.js';
import { excerpt } from '../excerpt.js';
import { Tally } from '../tally.js';
import type { Vendor } from '../vendors.js';
import { type Article, referenceOf } from './article.js';
import type { Letter } from './letter-contents.js';

/** What is counted over all letters of a file and given at its end. */
export class Counts {
  readonly tally = new Tally();
  readonly #tags = new Map<string, NotUnderstood>();

  note(tag: NotUnderstood): void {
    const known = this.#tags.get(tag.tag);
    this.#tags.set(tag.tag, known === undefined ? tag : { ...known, records: known.records + tag.records });
  }

  found(): Found[] {
    return [...this.tally.found(), ...this.#tags.values()];
  }
}

/** The records of a letter, each at the letter's lines. */
export async function* foundInLetter(letter: Letter, lines: Lines, counts: Counts): AsyncGenerator<Found> {
  const { holds, about, vendor } = letter;
  if (holds.kind === 'articles') {
    for (const article of holds.articles) yield foundArticle(article, about, lines, holds.source);
    return;
  }
  const files = holds.kind === 'files' ? holds.files : [{ ...holds, bytes: new TextEncoder().encode(holds.text) }];
  for (const file of files) yield* foundInFile(file, vendor, lines, counts);
}

export function foundArticle(article: Article, about: Letter['about'], lines: Lines, source: string): Found {
  const raw = source.slice(article.from, article.to);
  if (article.title === undefined) return { kind: 'unread', reason: 'record.unreadable', lines, text: excerpt(raw) };
  return { kind: 'record', reference: referenceOf(article, about), lines, raw, ...vendorOf(article.vendor) };
}

/** An export is read by its own format; only its lines are the letter's. */
async function* foundInFile(
  { bytes, format }: { readonly bytes: Uint8Array; readonly format: Format },
  sender: Vendor | undefined,
  lines: Lines,
  counts: Counts,
): AsyncGenerator<Found> {
  for await (const found of format.read(once(bytes))) {
    if (found.kind === 'record') yield { ...found, lines, ...vendorOf(found.vendor ?? sender) };
    else if (found.kind === 'not-understood') counts.note(found);
    else if (found.kind === 'passed-over') counts.tally.add(found.reason, found.lines);
    else if (found.kind === 'unread') yield* unreadOf(found, lines, counts);
  }
}

/** Greetings and farewells around the records of a text are no loss. */
function* unreadOf(unread: Unread, lines: Lines, counts: Counts): Generator<Unread> {
  const around: PassedOverReason = 'mail-text';
  // The excerpt has no blank lines; of a long one, the lines of the whole stretch stand for it.
  const shown = unread.text.split('\n').length;
  const count = unread.text.length < longestExcerpt ? shown : unread.lines.to - unread.lines.from + 1;
  if (unread.reason === 'lines.outside-record') counts.tally.add(around, count);
  else yield { ...unread, lines };
}

const vendorOf = (vendor: Vendor | undefined) => (vendor === undefined ? {} : { vendor });

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
