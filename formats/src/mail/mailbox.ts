import type { Lines } from '../contract.js';
import { Gathered } from './gathered.js';
import { longestMessage } from './limits.js';

/** One message as it stands in the file. */
export interface MessageBytes {
  readonly lines: Lines;
  /** Without the "From " line of a mailbox and its quoting; absent where longer than a letter can be. */
  readonly bytes?: Uint8Array;
}

const LF = 10;
const CR = 13;

/** The line that stands before each message of a mailbox: "From alerts@example.org Mon Nov 2 08:30:00 2020". */
const separator = /^From (?:-|\S+) .*\d{1,2}:\d{2}|^From \S+@\S+$/;

/** True for the first line of a mailbox. */
export const startsMailbox = (line: string): boolean => separator.test(line.slice(0, 300));

/**
 * Cuts a mailbox (mboxo, mboxrd and what Gmail, Thunderbird and Apple Mail write) into messages: at each "From " line
 * that looks like one and stands behind an empty line. A file that does not start with one is one message. Holds one
 * message at a time.
 */
export class MailboxSplitter {
  #number = 0;
  #from = 1;
  #last = 0;
  readonly #message = new Gathered(longestMessage);
  #mailbox = false;
  #afterBlank = true;
  /** The beginning of a line whose end has not come yet. */
  readonly #open = new Gathered(longestMessage);

  push(bytes: Uint8Array): MessageBytes[] {
    const messages: MessageBytes[] = [];
    let from = 0;
    for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, from)) {
      const line = this.#closeLine(bytes.subarray(from, at + 1));
      from = at + 1;
      const message = this.#take(line);
      if (message !== undefined) messages.push(message);
    }
    this.#open.add(bytes.subarray(from));
    return messages;
  }

  end(): MessageBytes[] {
    const line = this.#closeLine(new Uint8Array(0));
    const last = line.length > 0 ? this.#take(line) : undefined;
    const rest = this.#finish();
    return [last, rest].filter((message) => message !== undefined);
  }

  #closeLine(end: Uint8Array): Uint8Array {
    if (this.#open.isEmpty) return end;
    this.#open.add(end);
    const line = this.#open.take();
    if (line === undefined) this.#message.spoil();
    return line ?? new Uint8Array([0x2e, LF]);
  }

  /** A line with its break. */
  #take(line: Uint8Array): MessageBytes | undefined {
    this.#number += 1;
    const starts = this.#afterBlank && line[0] === 0x46 && startsMailbox(asciiOf(line));
    this.#afterBlank = isBlank(line);
    if (!starts) {
      this.#keep(line);
      if (!this.#afterBlank) this.#last = this.#number;
      return undefined;
    }
    const before = this.#finish();
    this.#mailbox = true;
    this.#from = this.#number;
    this.#last = this.#number;
    return before;
  }

  #keep(line: Uint8Array): void {
    this.#message.add(this.#mailbox && isQuotedFrom(line) ? line.subarray(1) : line);
  }

  #finish(): MessageBytes | undefined {
    const lines = { from: this.#from, to: this.#last };
    const bytes = this.#message.take();
    if (lines.to < lines.from) return undefined;
    return bytes === undefined ? { lines } : { lines, bytes };
  }
}

export async function* messagesIn(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<MessageBytes> {
  const splitter = new MailboxSplitter();
  for await (const bytes of chunks) yield* splitter.push(bytes);
  yield* splitter.end();
}

function isBlank(line: Uint8Array): boolean {
  return line.length <= 2 && line.every((byte) => byte === LF || byte === CR);
}

/** ">From ", ">>From ": what mailboxes write for a line that starts with "From ". */
function isQuotedFrom(line: Uint8Array): boolean {
  if (line[0] !== 0x3e) return false;
  const marks = line.findIndex((byte) => byte !== 0x3e);
  return marks > 0 && asciiOf(line.subarray(marks)).startsWith('From ');
}

const asciiOf = (line: Uint8Array) => String.fromCharCode(...line.subarray(0, 300)).trimEnd();
