import type { Tag } from '@throughline/core';
import { isBalanced } from '../../bibtex/delimited.js';
import type { FoundRecord, Format, WrittenRecord } from '../../contract.js';
import { foundIn, recordsOf, writtenBy } from '../found-in.js';

/** What a format says differently of these records once it has written them and read them again; undefined if nothing. */
export async function changedByWriting(format: Format, records: readonly FoundRecord[]): Promise<string | undefined> {
  const again = recordsOf(await foundIn(format, await writtenBy(format, records.map(toWrite))));
  if (again.length !== records.length) return `${records.length} records were written and ${again.length} read again`;
  for (const [index, record] of records.entries()) {
    const back = again[index];
    const changed = back === undefined ? undefined : firstChange(format, record, back);
    if (changed !== undefined) return `record ${index + 1}: ${changed}`;
  }
  return undefined;
}

const toWrite = ({ reference, number, decided, group }: FoundRecord): WrittenRecord => ({
  reference,
  ...(number === undefined ? {} : { number }),
  ...(decided === undefined ? {} : { decided }),
  ...(group === undefined ? {} : { group }),
});

function firstChange(format: Format, record: FoundRecord, back: FoundRecord): string | undefined {
  const isOwn = record.reference.format === format.name;
  // What breaks the rules of its format cannot be written as it was; read again, its parts may fall differently.
  if (isOwn && record.inPart) return undefined;
  for (const [name, value] of Object.entries(said(record))) {
    const now = said(back)[name];
    // What stands around the records of a file may name the database whose numbers these are; it is in no record.
    if (name === 'accession' && record.vendor !== back.vendor) continue;
    if (isWellFormed(name, value) && legible(value) !== legible(now)) return `${name} ${shown(value)} is ${shown(now)}`;
  }
  return isOwn ? lostTag(record, back) : undefined;
}

/** Every tag, in order, byte for byte; what the writer adds of its own does not matter. */
function lostTag({ reference: { tags } }: FoundRecord, back: FoundRecord): string | undefined {
  let at = 0;
  for (const { tag, value } of tags) {
    if (legible(value) === '' || isSaidAnew(value)) continue;
    const next = back.reference.tags.findIndex((each, index) => index >= at && isSame({ tag, value }, each));
    if (next < 0) return `tag ${tag} ${shown(value)} is not there`;
    at = next + 1;
  }
  return undefined;
}

/** Empty and absent say the same. */
function said({ reference, decided, group }: FoundRecord): Record<string, unknown> {
  const { tags: _, format: __, ...fields } = reference;
  return Object.fromEntries(
    Object.entries({ ...fields, decided, group }).filter(
      ([, value]) => value !== undefined && legible(value) !== '' && !isEmptyList(value),
    ),
  );
}

/** A brace without its other one, which BibTeX cannot hold; a note of ours, which is put into words again. */
const isSaidAnew = (value: string): boolean =>
  /\\[{}]/.test(value) || !isBalanced(value) || value.startsWith('Throughline: ');

/** The key of a BibTeX entry, which no two may share, is written with another ending where they do. */
const isSame = (tag: Tag, back: Tag): boolean =>
  tag.tag === back.tag && (tag.tag.startsWith('@') || legible(tag.value) === legible(back.value));

/**
 * No XML can hold control characters, each format has its own blanks, and a comma behind a name means something to
 * EndNote alone; the writers' own tests look at those.
 */
const illegible = /[\s\p{Cc}\ufffe\uffff]+/gu;

function legible(value: unknown): string {
  if (typeof value === 'string') return value.normalize('NFC').replace(illegible, '').replace(/,$/, '');
  if (Array.isArray(value)) return JSON.stringify(value.map(legible).filter((each) => each !== '""' && each !== ''));
  if (typeof value !== 'object' || value === null) return String(value);
  return JSON.stringify(Object.entries(value).map(([name, each]) => [name, legible(each)]));
}

/** A number or address that is none is only kept by formats that keep whatever stands in its place. */
const wellFormed: Readonly<Record<string, RegExp>> = {
  pmid: /^\d{1,8}$/,
  pmcid: /^PMC\d{1,8}$/,
  issn: /^\d{4}-\d{3}[\dX]$/,
  isbn: /^(?:97[89]-?)?\d{9}[\dX]$/,
  url: /^https?:\/\/[\w.-]+(?:[/?][\w./?&=~%+-]*)?$/,
};

const isWellFormed = (name: string, value: unknown): boolean =>
  typeof value !== 'string' || (wellFormed[name]?.test(value) ?? true);

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
const shown = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 200);
