import { inOneLine } from '../xml/element.js';
import { asText, isObject, type JsonObject, textAt } from '../json/values.js';

/** "Family, Given, Jr" with its particles where they belong, or an organisation. */
export function namesIn(list: readonly unknown[]): string[] {
  return list.map(nameOf).filter((name) => name !== undefined);
}

function nameOf(value: unknown): string | undefined {
  if (!isObject(value)) return inOneLine(asText(value) ?? '');
  const part = (...keys: readonly string[]) => inOneLine(textAt(value, ...keys) ?? '');
  const whole = part('literal', 'name');
  const family = joined([part('non-dropping-particle'), part('family')], ' ');
  const given = joined([part('given'), part('dropping-particle')], ' ');
  return joined([family, given, part('suffix')], ', ') ?? whole;
}

function joined(parts: readonly (string | undefined)[], by: string): string | undefined {
  const all = parts.filter((part) => part !== undefined);
  return all.length === 0 ? undefined : all.join(by);
}

/** A name taken apart where putting it together again gives the same; else as it stands. */
export function writtenName(name: string): JsonObject {
  const [family, given, suffix] = name.split(', ');
  const parted = { family, ...(given === undefined ? {} : { given }), ...(suffix === undefined ? {} : { suffix }) };
  return given !== undefined && nameOf(parted) === name ? parted : { literal: name };
}
