import type { Reference, ReferenceField } from '@throughline/core';
import type { Why } from '@throughline/wire';
import { sayField } from '../say-field.js';
import { diffWords, folded, type Piece } from './word-diff.js';

/** One field of some records beside each other. */
export interface AlignedField {
  readonly field: ReferenceField;
  /**
   * same: all that say it say the same. alike: written in two ways. contradicts: it speaks against one report. differs:
   * it is not the same, and was not compared. lacking: some say it, and none of them otherwise.
   */
  readonly state: 'same' | 'alike' | 'contradicts' | 'differs' | 'lacking';
  /** What each record says, in the order of the records, with what differs marked; empty where it says nothing. */
  readonly values: readonly (readonly Piece[])[];
}

/** In the order in which a reader tells two records apart; the longest text last. */
const shownFields: readonly ReferenceField[] = [
  'title',
  'authors',
  'year',
  'journal',
  'volume',
  'issue',
  'pages',
  'doi',
  'pmid',
  'type',
  'language',
  'publisher',
  'isbn',
  'abstract',
];

/**
 * The fields of two or more records, row by row. Each record is held against the first; in the first, a word is marked
 * that any of the others lacks. A field that none of them fills has no row.
 */
export function alignedFields(references: readonly Reference[], why?: Why): AlignedField[] {
  return shownFields.flatMap((field) => {
    const said = references.map((reference) => sayInLine(reference, field));
    if (said.every((value) => value === '')) return [];
    return [{ field, state: stateOf(field, said, why), values: marked(said) }];
  });
}

/** Authors stand in one line here, so that two lists of them run beside each other. */
const sayInLine = (reference: Reference, field: ReferenceField): string =>
  sayField(reference, field)
    .replaceAll('\n', field === 'abstract' ? '\n' : '; ')
    .trim();

function stateOf(field: ReferenceField, said: readonly string[], why?: Why): AlignedField['state'] {
  if (why?.contradict.includes(field) === true) return 'contradicts';
  if (why?.alike.includes(field) === true) return 'alike';
  const filled = said.filter((value) => value !== '');
  if (why?.agree.includes(field) === true) return 'same';
  if (new Set(filled.map(bare)).size > 1) return 'differs';
  return filled.length < said.length ? 'lacking' : 'same';
}

const bare = (value: string): string =>
  folded(value)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A value that only one side has is not marked: nothing stands beside it that it could differ from. */
function marked(said: readonly string[]): (readonly Piece[])[] {
  const [first = '', ...others] = said;
  const diffs = others.map((other) => (first === '' || other === '' ? undefined : diffWords(first, other)));
  const plain = (value: string): Piece[] => (value === '' ? [] : [{ text: value, differs: false }]);
  const inFirst = together(
    first,
    diffs.flatMap((diff) => (diff === undefined ? [] : [diff.a])),
  );
  return [inFirst, ...others.map((other, at) => diffs[at]?.b ?? plain(other))];
}

/** One text in pieces that were told several times: marked wherever any of them marks it. */
function together(text: string, tellings: readonly (readonly Piece[])[]): readonly Piece[] {
  const [only] = tellings;
  if (text === '') return [];
  if (only === undefined) return [{ text, differs: false }];
  if (tellings.length === 1) return only;
  const differs = new Uint8Array(text.length);
  for (const pieces of tellings) {
    let at = 0;
    for (const piece of pieces) {
      if (piece.differs) differs.fill(1, at, at + piece.text.length);
      at += piece.text.length;
    }
  }
  return cut(text, differs);
}

function cut(text: string, differs: Uint8Array): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && differs[at] === differs[from]) continue;
    pieces.push({ text: text.slice(from, at), differs: differs[from] === 1 });
    from = at;
  }
  return pieces;
}
