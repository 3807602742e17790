import { type PersonId, type Review, asId, see } from '@throughline/core';
import type { DocumentContext } from './context.js';
import { pageHtml } from './html/page.js';
import { reportOf } from './scene/report.js';

/**
 * The report of a review as one HTML page that opens from disk. With `reader` in the context the page carries the HTML
 * reader and the review, and its evidence opens beside the text; without, the links lead from claim to report to record.
 */
export function reportHtml(review: Review, context: DocumentContext): string {
  const { reader } = context;
  const seen = see(review, anyone);
  return pageHtml(
    reportOf(seen, context),
    reader === undefined ? undefined : { ...reader, review: seen, people: context.people },
  );
}

/** Whoever the file reaches: it holds what the review that was given holds, and no private draft (L8). */
const anyone = { person: asId<PersonId>(''), role: 'commenter', holder: true } as const;
