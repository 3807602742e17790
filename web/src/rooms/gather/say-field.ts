import type { Reference, ReferenceField } from '@throughline/core';
import { referenceTypeWords } from '@throughline/words';

/** A field of a reference as one text, its parts one on a line; empty where the reference says nothing of it. */
export function sayField(reference: Reference, field: ReferenceField): string {
  const value = reference[field];
  if (value === undefined) return '';
  const etAl = field === 'authors' && reference.etAl === true ? ['et al.'] : [];
  if (field === 'type') return referenceTypeWords[reference.type];
  return typeof value === 'object' ? [...value, ...etAl].join('\n') : String(value);
}
