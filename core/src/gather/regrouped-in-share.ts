import type { SeenChange } from '../change.js';
import type { ShelfName } from '../thing.js';
import type { DuplicatesFound, GroupSplit, GroupsMerged } from './regrouped.js';

/**
 * As much of a regrouping as is about what goes into a share, where what was taken away never was; no payload where that
 * is nothing. Undefined for a change that is none.
 */
export function regroupedOnly(
  { kind: which, payload }: Pick<SeenChange, 'kind' | 'payload'>,
  isKept: (on: ShelfName, id: string) => boolean,
): { readonly payload?: object } | undefined {
  if (which === 'duplicates.found') return ofFound(payload as DuplicatesFound, isKept);
  if (which === 'duplicate-groups.merged') return ofMerged(payload as GroupsMerged, isKept);
  return which === 'duplicate-group.split' ? ofSplit(payload as GroupSplit, isKept) : undefined;
}

type IsKept = Parameters<typeof regroupedOnly>[1];

function ofFound({ groups }: DuplicatesFound, isKept: IsKept): { payload?: object } {
  const own = groups.filter(({ id }) => isKept('gather.groups', id));
  return own.length === 0 ? {} : { payload: { groups: own } };
}

const ofMerged = (payload: GroupsMerged, isKept: IsKept): { payload?: object } =>
  isKept('gather.groups', payload.id) ? { payload: { ...payload, from: [] } } : {};

function ofSplit({ parts, distinct }: GroupSplit, isKept: IsKept): { payload?: object } {
  const apart = distinct !== undefined && isKept('gather.distinct', distinct);
  const own = parts.flatMap(({ group, records: all }) => {
    if (group !== undefined && isKept('gather.groups', group)) return [{ group, records: all }];
    return apart ? [{ records: all.slice(0, 1) }] : [];
  });
  return own.length === 0 ? {} : { payload: { parts: own, ...(apart ? { distinct } : {}) } };
}
