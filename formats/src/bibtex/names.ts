import { fieldText } from '../text/field-text.js';
import { isOneGroup } from './delimited.js';
import { latexText } from './latex/latex-text.js';
import { givenInParts } from './name-parts.js';
import { inverted, isInverted } from './name-order.js';
import { splitOutside, splitOutsideAnd } from './outside-braces.js';

export interface Names {
  readonly names: readonly string[];
  /** The list ends in "others" or "et al.". */
  readonly etAl: boolean;
}

/** The names of one field: parted by "and" outside braces, or by semicolons where a program writes these. */
export function namesIn(value: string): Names {
  const names: string[] = [];
  let etAl = false;
  for (const piece of piecesOf(undoubled(oneLine(value)))) {
    const raw = withoutEtAl(piece);
    etAl ||= raw !== piece;
    const name = raw === '' ? '' : nameOf(raw);
    if (name !== '') names.push(name);
  }
  return { names, etAl };
}

/** One name as people write it in lists: "Last, First". What stands in braces is an organisation, and stays. */
function nameOf(raw: string): string {
  if (isOneGroup(raw)) return fieldText(latexText(raw.slice(1, -1)));
  const parts = splitOutside(raw, ',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2) return fieldText(inOrder(parts[0] ?? ''));
  return givenInParts(raw) ?? fieldText(parts.map((part) => latexText(part).trim()).join(', '));
}

/** A name without commas: "First von Last" is turned round, anything else stays. */
function inOrder(raw: string): string {
  const joined = withoutCommandBlanks(raw);
  const words = joined.includes('{') ? splitOutside(joined, ' ') : joined.split(/[ ~]/);
  const plain = words.map((word) => latexText(word).trim()).filter((word) => word !== '');
  // A word in braces is part of the family name whatever its case.
  const braced = new Set(words.filter((word) => word.startsWith('{')).map((word) => latexText(word).trim()));
  return isInverted(plain) ? inverted(plain, braced) : plain.join(' ');
}

/** "\O stergaard", "Fran\c cois": the blank ends the command, not the word. */
function withoutCommandBlanks(name: string): string {
  if (!name.includes('\\')) return name;
  return name.replace(/\\([cdbvuHkrt]) (\p{L})/gu, '\\$1{$2}').replace(/\\([A-Za-z]+) (?=\S)/g, '\\$1{}');
}

/** Web of Science doubles the braces around the whole list; one organisation in braces has no commas on both sides. */
function undoubled(value: string): string {
  if (value.charCodeAt(0) !== 123 || value.charCodeAt(1) === 123 || !isOneGroup(value)) return value;
  const inner = value.slice(1, -1);
  const pieces = piecesOf(inner);
  return pieces.length > 1 && pieces.every((piece) => piece.includes(',')) ? inner : value;
}

const oneLine = (value: string) => (/[\s\u00a0]/.test(value) ? value.replace(/[\s\u00a0]+/g, ' ').trim() : value);

function piecesOf(value: string): string[] {
  const plain = !value.includes('{');
  const byAnd = plain ? value.split(/ and(?= )/i) : splitOutsideAnd(value);
  const pieces = value.includes(';') ? byAnd.flatMap((piece) => splitOutside(piece, ';')) : byAnd;
  return pieces.map(withoutJoint).filter((piece) => piece !== '');
}

/** "and" that stands alone at an end: the list was cut, or a name is missing. */
const withoutJoint = (piece: string) =>
  piece
    .trim()
    .replace(/^(?:and (?=\S))+/i, '')
    .replace(/(?:^| )(?:and|&)$/i, '')
    .trim();

function withoutEtAl(piece: string): string {
  if (/^(?:others|et\.? al\.?|…|\.\.\.)$/i.test(piece)) return '';
  return piece.replace(/,? et\.? al\.?$/i, '');
}
