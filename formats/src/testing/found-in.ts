import { type Format, type Found, type FoundRecord, holdsLines, type Unread, type WrittenRecord } from '../contract.js';
import { plainText } from '../reference-list/plain-text.js';
import { linesOf } from '../text/lines.js';

/** Everything a format finds in these bytes, handed over in pieces that end at the given places. For tests. */
export async function foundIn(format: Format, bytes: Uint8Array, cuts: readonly number[] = []): Promise<Found[]> {
  const found: Found[] = [];
  for await (const each of format.read(inPieces(bytes, cuts))) found.push(each);
  return found;
}

export async function* inPieces(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0;
  for (const cut of [...cuts].sort((left, right) => left - right)) {
    // A view that is overwritten afterwards, as the readers of files and sockets do.
    const piece = bytes.slice(from, cut);
    yield piece;
    piece.fill(0xaa);
    from = cut;
  }
  yield bytes.slice(from);
}

/** The file that a format writes of these records. */
export async function writtenBy(format: Format, records: readonly WrittenRecord[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of format.write?.(inTurn(records)) ?? inTurn([])) {
    pieces.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
  }
  return joined(pieces);
}

async function* inTurn<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export function recordsOf(found: readonly Found[]): FoundRecord[] {
  return found.filter((each) => each.kind === 'record');
}

export function unreadOf(found: readonly Found[]): Unread[] {
  return found.filter((each) => each.kind === 'unread');
}

/** How often each line that shows anything is accounted for, and how many lines were only counted. */
export async function accountOf(bytes: Uint8Array, found: readonly Found[]) {
  const held = new Map<number, number>();
  for (const each of found) {
    if (each.kind !== 'record' && !(each.kind === 'unread' && holdsLines(each))) continue;
    for (let line = each.lines.from; line <= each.lines.to; line += 1) held.set(line, (held.get(line) ?? 0) + 1);
  }
  const passedOver = found.reduce((sum, each) => sum + (each.kind === 'passed-over' ? each.lines : 0), 0);
  let free = 0;
  for await (const lines of linesOf(inPieces(bytes, []))) {
    for (const { number, text } of lines) if (plainText(text) !== '' && !held.has(number)) free += 1;
  }
  return { heldTwice: [...held].filter(([, times]) => times > 1).map(([line]) => line), free, passedOver };
}
