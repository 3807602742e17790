import type { Tag } from '@throughline/core';
import { type BySlot, noValues, putValue } from '../tagged/values.js';
import { type PaddedTag, useOf } from './lines.js';
import { slots } from './tags.js';

/** The tags of one record by what they are good for; those that are kept alone are in none. */
export interface SortedTags {
  readonly values: BySlot;
  readonly people: Tag[];
  readonly unknown: Tag[];
}

/** Copied for each record, which is faster than to be made. */
const none = noValues(slots);

export const nothingSorted = (): SortedTags => ({ values: none.slice(), people: [], unknown: [] });

export function sortIn(sorted: SortedTags, tag: Tag, { use, slot }: Pick<PaddedTag, 'use' | 'slot'>): void {
  if (use === 'field') putValue(sorted.values, slot, tag.value);
  else if (use === 'person') sorted.people.push(tag);
  else if (use === 'unknown') sorted.unknown.push(tag);
}

export function sortedTags(tags: readonly Tag[]): SortedTags {
  const sorted = nothingSorted();
  for (const each of tags) sortIn(sorted, each, { use: useOf(each.tag), slot: slots.get(each.tag) ?? -1 });
  return sorted;
}
