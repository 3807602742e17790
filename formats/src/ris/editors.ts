import type { ReferenceType } from '@throughline/core';
import type { Vendor } from '../vendors.js';
import { slot, type TagValues } from './tag-values.js';

/**
 * ED is an editor wherever it stands. A2 is one for a part of a book or of proceedings, A3 for a whole book (EndNote's
 * and Zotero's use of the format's 2011 version); elsewhere they are patent holders, reporters, recipients. On Ovid and
 * APA PsycNet A2 holds the authors of the works that this one cites, so there neither is taken.
 */
export function editorsOf(
  values: TagValues,
  vendor: Vendor | undefined,
  type: ReferenceType,
): readonly string[] | undefined {
  if (values.has(ED)) return namesIn(values, ED);
  if (type === 'article' || vendor === 'ovid' || vendor === 'psycnet') return undefined;
  if (type === 'chapter' || type === 'conference') return namesIn(values, A2);
  return type === 'book' ? namesIn(values, A3) : undefined;
}

const [ED, A2, A3] = [slot('ED'), slot('A2'), slot('A3')];

function namesIn(values: TagValues, tag: number): readonly string[] | undefined {
  const names = values.has(tag) ? values.lines(tag) : [];
  return names.length > 0 ? names : undefined;
}
