import type { Tag } from '@throughline/core';
import type { FoundRecord, Lines } from '../contract.js';
import { decisionsInNotes, vendorOfNotes } from '../decided/notes.js';
import type { Vendor } from '../vendors.js';
import type { Entry } from './entry.js';
import { fieldNames } from './fields.js';
import { latexText } from './latex/latex-text.js';
import { referenceOf } from './reference.js';
import { shown, Values } from './values.js';
import { vendorOfEntry } from './vendor.js';

/** The field in which this project's own writer keeps what people decided. */
export const decisionField = 'throughline';

/** One entry as a record. `fileVendor`: the program that names itself between the entries. */
export function recordOf(entry: Entry, lines: Lines, raw: string, fileVendor: Vendor | undefined): FoundRecord {
  const values = new Values(entry.fields);
  const notes = notesOf(values);
  const { decided, group } = decisionsInNotes(notes);
  const vendor = vendorOfNotes(notes) ?? vendorOfEntry(entry, values, raw) ?? fileVendor;
  return {
    kind: 'record',
    reference: referenceOf(entry, values, tagsOf(entry, decided.length > 0 || group !== undefined)),
    lines,
    raw,
    ...(vendor === undefined ? {} : { vendor }),
    ...(entry.broken ? { inPart: true } : {}),
    ...(decided.length === 0 ? {} : { decided }),
    ...(group === undefined ? {} : { group }),
  };
}

/**
 * The type with the key, then every field in its order. `told`: the field for decisions was read, and stands beside the
 * tags from now on.
 */
function tagsOf({ type, key, fields }: Entry, told: boolean): Tag[] {
  const tags: Tag[] = [{ tag: `@${type}`, value: key }];
  for (const { name, value } of fields) {
    if (!(told && name.toLowerCase() === decisionField)) tags.push({ tag: name, value });
  }
  return tags;
}

/** Each note; of the field for decisions, each line. Rayyan's are no LaTeX, and are taken as they stand. */
function notesOf(values: Values): string[] {
  return fieldNames.notes.flatMap((name) =>
    values.all(name).flatMap((value) => {
      if (name === decisionField) return latexText(value, 'paragraphs').split('\n');
      return value.includes('RAYYAN') ? [value] : [shown(value, 'paragraphs')];
    }),
  );
}
