import { type Ref, type Review, type ShelfName, shelfOf } from '@throughline/core';
import { fieldWords } from '@throughline/words';

/** The fields that say more of a thing than its name and text do, by shelf, in the order they are shown. */
const shown: Readonly<Partial<Record<ShelfName, readonly string[]>>> = {
  'floor.counts': ['source', 'unit'],
  'gather.sources': ['kind', 'platform', 'coverage', 'searched', 'until', 'searchedBy', 'limits', 'strategy'],
  'gather.imports': ['format', 'read', 'unread'],
  'gather.records': ['number', 'year', 'pages'],
  'gather.routes': ['by'],
  'read.reports': ['pages', 'doi', 'number'],
  'read.passages': ['page', 'speaker'],
  'read.documents': ['extractor'],
  'read.appraisals': ['tool', 'because'],
  'relate.relations': ['sort'],
  'translate.cells': ['sort', 'reason', 'disagreesAbout', 'dissent'],
  'synthesise.levels': ['alsoCalled'],
  'notes.memos': ['audience'],
  'notes.discussions': ['on', 'about'],
};

/** Label and value of each further field that is filled. */
export function detailsOf(review: Review, { on, id }: Ref): { label: string; value: string }[] {
  const thing = shelfOf(review, on).get(id) as unknown as Readonly<Record<string, unknown>> | undefined;
  return (shown[on] ?? []).flatMap((field) => {
    const value = said(thing?.[field]);
    return value === undefined ? [] : [{ label: fieldWords[field] ?? field, value }];
  });
}

function said(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) && value.length > 0 ? value.join(', ') : undefined;
}

/** Things that belong beside a thing without being a step of the walk: what a stated count, a cell or a memo is about. */
export function besideOf(review: Review, { on, id }: Ref): Ref[] {
  if (on !== 'translate.cells') return [];
  const cell = review.translate.cells.get(id);
  return cell === undefined
    ? []
    : [
        { on: 'read.reports', id: cell.report },
        { on: 'translate.concepts', id: cell.concept },
      ];
}
