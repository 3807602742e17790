import type { Tag } from '@throughline/core';
import { isEtAl } from '../tagged/identifiers.js';
import type { FieldValues } from './field-values.js';

/** The tags of one kind of person: the full name, the short form of the same name, and groups in their place among them. */
export interface PersonTags {
  readonly full: string;
  readonly short: string;
  readonly group?: string;
}

/**
 * PubMed writes each author twice, FAU and then AU; older records have some in AU alone. A file that lists all full
 * names first has as many of them as short ones. `values` makes a field's text of a value.
 */
export function personsIn(tags: readonly Tag[], kind: PersonTags, values: FieldValues): string[] {
  const persons: string[] = [];
  let mixed = false;
  let unpaired = 0;
  let paired = false;
  for (const { tag, value } of tags) {
    if (tag !== kind.full && tag !== kind.short && tag !== kind.group) continue;
    const name = values.line(value);
    if (name === '') continue;
    if (tag !== kind.short || !paired || isEtAl(name)) persons.push(name);
    if (tag === kind.full && paired) unpaired += 1;
    else if (tag === kind.full && persons.length > 1) mixed = true;
    paired = tag === kind.full;
  }
  return unpaired > 0 && !mixed ? withoutShort(tags, kind, values) : persons;
}

/** All full names come first: of the short ones behind them, only those beyond their number are new. */
function withoutShort(tags: readonly Tag[], { full, short, group }: PersonTags, values: FieldValues): string[] {
  const persons: string[] = [];
  let known = tags.filter(({ tag, value }) => tag === full && value.trim() !== '').length;
  for (const { tag, value } of tags) {
    const name = tag === full || tag === short || tag === group ? values.line(value) : '';
    if (name === '') continue;
    if (tag !== short || isEtAl(name) || known <= 0) persons.push(name);
    else known -= 1;
  }
  return persons;
}
