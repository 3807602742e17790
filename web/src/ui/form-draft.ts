import type { Fields } from '@throughline/core';
import { entranceWords, fill, makingWords } from '@throughline/words';

const words = makingWords.form;
const asks = entranceWords.fields;

/** One thing to choose. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

interface FieldBase {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly needed?: boolean;
}

/** A field of a form, as data. */
export type Field = FieldBase &
  (
    | { readonly sort: 'line'; readonly suggestions?: readonly string[]; readonly autoComplete?: string }
    | { readonly sort: 'email' }
    /** A password; its spaces count. A new one is held against the rules for passwords. */
    | { readonly sort: 'secret'; readonly isNew?: boolean }
    /** A code that is read off another device. */
    | { readonly sort: 'code' }
    | { readonly sort: 'text'; readonly rows?: number }
    /** A list, one on each line. */
    | { readonly sort: 'lines' }
    /** A day, a month or a year, as precisely as it is known. */
    | { readonly sort: 'day' }
    | { readonly sort: 'number'; readonly from: number; readonly to: number }
    | { readonly sort: 'choice'; readonly options: readonly Option[]; readonly empty?: string }
    | { readonly sort: 'several'; readonly options: readonly Option[]; readonly none?: string }
    | { readonly sort: 'yes' }
  );

/** What stands in a form while somebody writes. */
export type Draft = Readonly<Record<string, string | readonly string[] | boolean>>;

export const textIn = (draft: Draft, name: string): string => {
  const value = draft[name];
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.join('\n') : '';
};
export const listIn = (draft: Draft, name: string): readonly string[] => {
  const value = draft[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
};

/** The fields of a thing as a form shows them; what is no text, number, list of texts or yes is left to the form. */
export function draftOf(thing: object): Draft {
  const draft: Record<string, string | readonly string[] | boolean> = {};
  for (const [name, value] of Object.entries(thing)) {
    if (typeof value === 'string' || typeof value === 'boolean') draft[name] = value;
    else if (typeof value === 'number') draft[name] = String(value);
    else if (Array.isArray(value) && value.every((each) => typeof each === 'string')) draft[name] = value;
  }
  return draft;
}

/** What the fields say; one that is left empty, or is not shown, says nothing. */
export function saidIn(fields: readonly Field[], draft: Draft): Fields {
  return Object.fromEntries(
    fields.map((field) => [field.name, saidOf(field, draft)] as const).filter(([, value]) => value !== undefined),
  );
}

function saidOf(field: Field, draft: Draft): unknown {
  if (field.sort === 'secret') return textIn(draft, field.name) || undefined;
  const text = textIn(draft, field.name).trim();
  if (field.sort === 'yes') return draft[field.name] === true ? true : undefined;
  if (field.sort === 'lines') return orNothing(linesOf(text));
  if (field.sort === 'several') {
    const chosen = listIn(draft, field.name);
    return field.options.map(({ value }) => value).filter((value) => chosen.includes(value));
  }
  if (field.sort === 'choice' && !field.options.some(({ value }) => value === text)) return undefined;
  if (text === '') return undefined;
  return field.sort === 'number' ? Number(text) : text;
}

const orNothing = (list: readonly string[]) => (list.length === 0 ? undefined : list);
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What is wrong, in a sentence, and with which field. */
export interface FormProblem {
  readonly words: string;
  readonly field?: string;
}

/** The first field that is needed and empty, or that cannot be read. */
export function problemIn(fields: readonly Field[], draft: Draft): FormProblem | undefined {
  const said = saidIn(fields, draft);
  for (const field of fields) {
    const sentence = problemOf(field, said[field.name]);
    if (sentence !== undefined) return { words: sentence, field: field.name };
  }
  return undefined;
}

function problemOf(field: Field, value: unknown): string | undefined {
  const { label } = field;
  if (Array.isArray(value) && value.length === 0 && field.needed) return fill(words.neededSeveral, { label });
  if (value === undefined) return field.needed ? fill(words.needed, { label }) : undefined;
  if (field.sort === 'email' && !/^[^\s@]+@[^\s@]+$/.test(String(value))) return fill(asks.emailWrong, { label });
  if (field.sort === 'secret' && field.isNew) return weakness(label, [...String(value)].length);
  if (field.sort === 'day' && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(String(value))) return fill(words.dayWrong, { label });
  if (field.sort !== 'number') return undefined;
  const { from, to } = field;
  const fits = Number.isInteger(value) && (value as number) >= from && (value as number) <= to;
  return fits ? undefined : fill(words.numberWrong, { label, from, to });
}

/** How long a new password has to be, and may be; the server holds the same, and a list of the most used. */
const [shortest, longest] = [12, 128];

function weakness(label: string, length: number): string | undefined {
  if (length < shortest) return fill(asks.passwordShort, { label, length });
  return length > longest ? fill(asks.passwordLong, { label, length }) : undefined;
}

/** What an edit sets: only what differs from what the form began with; `null` empties a field. */
export function changedFields(before: Fields, after: Fields): Record<string, unknown> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, after[name] ?? null]),
  );
}
