import { type Review, thawReview } from '@throughline/core';
import type { RecordText } from '@throughline/evidence';

/** The review that the document carries; undefined where it carries none. */
export function embeddedReview(page: Document): Review | undefined {
  const text = page.getElementById('review')?.textContent;
  return text ? thawReview(text) : undefined;
}

/** Names by person, where the document carries them; else people are called by their ids, as the log does. */
export function embeddedPeople(page: Document, review: Review): Readonly<Record<string, string>> {
  const text = page.getElementById('people')?.textContent;
  if (text) return JSON.parse(text) as Record<string, string>;
  return Object.fromEntries([...review.floor.people].map(({ id }) => [id, id]));
}

/** The lines of a record, which stand in the document itself. */
export function embeddedText(page: Document, review: Review, record: string): RecordText | undefined {
  const place = placeOf(page, { on: 'gather.records', id: record });
  const raw = place?.querySelector('pre.source')?.textContent;
  const row = review.gather.records.get(record);
  return raw && row ? { raw, lines: row.lines } : undefined;
}

/** Where the document itself speaks of a thing. */
export function placeOf(page: Document, { on, id }: { on: string; id: string }): HTMLElement | undefined {
  const found = page.querySelector<HTMLElement>(`[id][data-on="${CSS.escape(on)}"][data-id="${CSS.escape(id)}"]`);
  return found ?? undefined;
}
