import { encodingHead, encodingOf } from './decode.js';
import { type Line, LineSplitter, type Portion } from './line-splitter.js';

/** Bytes worked on at a time: small enough to keep memory flat when a whole file arrives as one piece. */
const portion = 64 * 1024;

/**
 * The lines of a file, in batches. The encoding comes from the first bytes (`encodingOf`); where they say nothing, the
 * file is read as UTF-8, and a line that is not valid UTF-8 as Windows-1252 or MacRoman (what programs of the time
 * before Unicode wrote).
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Line[]> {
  let number = 0;
  for await (const portions of portionsOf(chunks)) {
    for (const each of portions) {
      if ('text' in each) yield each.text.split('\n').map((text) => ({ number: ++number, text }));
      else yield each.lines.map((line) => ({ number: ++number, ...line }));
    }
  }
}

/**
 * The same lines, in the portions that they were decoded in: for readers that find their way in a whole text faster
 * than line by line, and fall back to lines where a record lies across two portions or is unlike the others. Such a
 * reader counts the lines itself.
 */
export async function* portionsOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Portion[]> {
  const splitter = new LineSplitter();
  for await (const bytes of inUtf8(chunks)) {
    for (let at = 0; at < bytes.length; at += portion) {
      yield splitter.push(bytes.subarray(at, at + portion));
    }
  }
  yield splitter.end();
}

async function* inUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array = new Uint8Array(0);
  let body: Body | undefined;
  for await (const chunk of chunks) {
    if (body !== undefined) {
      yield body.take(chunk);
      continue;
    }
    head = appended(head, chunk);
    if (head.length < encodingHead) continue;
    body = bodyOf(head);
    yield body.take(head.subarray(body.from));
  }
  const rest = body ?? bodyOf(head);
  if (body === undefined) yield rest.take(head.subarray(rest.from));
  yield rest.end();
}

interface Body {
  /** Where the text begins, after the byte order mark. */
  readonly from: number;
  /** The bytes in UTF-8, or as they are where nothing says what they are. */
  readonly take: (bytes: Uint8Array) => Uint8Array;
  /** What a character cut by the end of the file leaves. */
  readonly end: () => Uint8Array;
}

function bodyOf(head: Uint8Array): Body {
  const known = encodingOf(head);
  if (known === undefined || known.encoding === 'utf-8') {
    return { from: known?.length ?? 0, take: (bytes) => bytes, end: () => new Uint8Array(0) };
  }
  const decoder = new TextDecoder(known.encoding, { ignoreBOM: true });
  const encoder = new TextEncoder();
  return {
    from: known.length,
    take: (bytes) => encoder.encode(decoder.decode(bytes, { stream: true })),
    end: () => encoder.encode(decoder.decode()),
  };
}

function appended(left: Uint8Array, right: Uint8Array): Uint8Array {
  const whole = new Uint8Array(left.length + right.length);
  whole.set(left);
  whole.set(right, left.length);
  return whole;
}
