import type { Reference, Tag } from '@throughline/core';
import type { WrittenRecord } from '../contract.js';
import { notesOf } from '../decided/note.js';
import { isBalanced } from './delimited.js';
import { entryOfType } from './entry-types.js';
import { Keys } from './keys.js';
import { escaped } from './latex/escaped.js';
import { decisionField } from './record.js';
import { fieldsOf } from './written-fields.js';

/**
 * Records as BibTeX, one piece of text each. An entry that came from BibTeX goes out as it came: every field, every
 * value, in its order. Any other is written from its fields; reading it again gives the same fields.
 */
export async function* writeBibtex(records: AsyncIterable<WrittenRecord>): AsyncGenerator<string> {
  const keys = new Keys();
  for await (const { reference, ...noted } of records) {
    const [head, ...tags] = cameFromBibtex(reference) ? reference.tags : [];
    const fields = head === undefined ? fieldsOf(reference) : tags;
    const type = head === undefined ? entryOfType(reference.type) : head.tag.slice(1);
    const notes = notesOf(noted);
    const decided = notes.length === 0 ? [] : [{ tag: decisionField, value: escaped(notes.join('\n')) }];
    const key = keys.keyOf(reference, head?.value ?? '');
    const told = head === undefined || key === head.value ? [] : toldByKey(reference, head.value);
    yield `@${type}{${key},\n${[...fields, ...told, ...decided].map(fieldLine).join('')}}\n\n`;
  }
}

/** "pmid12345678" and "WOS:000…" are keys that say something. Of two entries with such a key one needs a field for it. */
function toldByKey(reference: Reference, key: string): Tag[] {
  return fieldsOf(reference).filter(({ tag, value }) => /^(?:pmid|accession)$/.test(tag) && key.includes(value));
}

/** The first tag names the type, as this project's reader leaves it. */
function cameFromBibtex({ format, tags }: Reference): boolean {
  return format === 'bibtex' && tags[0]?.tag.startsWith('@') === true;
}

const months = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/i;

/** Months are names that every style knows. A brace without its other one would open or close the whole entry. */
function fieldLine({ tag, value }: Tag): string {
  if (tag.toLowerCase() === 'month' && months.test(value)) return `  ${tag} = ${value},\n`;
  return `  ${tag} = {${isBalanced(value) ? value : withoutStrayBraces(value)}},\n`;
}

/** Braces that have no other one are left out, as they are in reading; those that are text ("\{") go by their names. */
function withoutStrayBraces(value: string): string {
  const stray = strayBraces(value);
  return value.replace(/\\[{}]|[{}]/g, (brace, at: number) => {
    if (brace.length === 2) return brace === '\\{' ? '\\textbraceleft{}' : '\\textbraceright{}';
    if (!stray.has(at)) return brace;
    // Behind a command it also ended the command's name.
    return /\\[A-Za-z]+$/.test(value.slice(Math.max(0, at - 40), at)) ? '{}' : '';
  });
}

function strayBraces(value: string): ReadonlySet<number> {
  const stray = new Set<number>();
  const open: number[] = [];
  for (const { 0: brace, index } of value.matchAll(/\\[{}]|[{}]/g)) {
    if (brace === '{') open.push(index);
    else if (brace === '}' && open.pop() === undefined) stray.add(index);
  }
  for (const index of open) stray.add(index);
  return stray;
}
