import type { Reference } from '@throughline/core';
import { decisionsInNotes, vendorOfNotes } from '../decided/notes.js';
import type { Vendor } from '../vendors.js';
import type { ReadTags } from './dialect.js';

/** A reference with what its notes say of decisions. A program that wrote into the notes shows more than the source. */
export function noted(reference: Reference, notes: readonly string[], source?: Vendor): ReadTags {
  if (notes.length === 0) return source === undefined ? { reference } : { reference, vendor: source };
  const vendor = vendorOfNotes(notes) ?? source;
  const { decided, group, cut } = decisionsInNotes(notes);
  return {
    reference: cut === undefined ? reference : { ...reference, cut },
    ...(vendor === undefined ? {} : { vendor }),
    ...(decided.length === 0 ? {} : { decided }),
    ...(group === undefined ? {} : { group }),
  };
}
