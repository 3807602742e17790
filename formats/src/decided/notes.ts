import { withoutReferences } from '../text/web-text.js';
import type { Vendor } from '../vendors.js';
import { asreviewDecisions, isAsreviewNote } from './asreview.js';
import { covidenceDecision, isCovidenceNote } from './covidence.js';
import type { FoundDecision } from './decision.js';
import { fromNote, type NotedDecisions } from './note.js';
import { isRayyanNote, rayyanDecisions } from './rayyan.js';

/** What the notes of one record say of decisions: ours, and those of the programs that write them there. */
export function decisionsInNotes(notes: readonly string[]): NotedDecisions {
  const telling = notes.filter(mayTell).map(plainNote);
  if (telling.length === 0) return { decided: [] };
  const own = telling.map(fromNote);
  const decided: FoundDecision[] = [
    ...own.flatMap((each) => each?.decided ?? []),
    ...telling.flatMap((note) => (isRayyanNote(note) ? rayyanDecisions(note) : [])),
    ...asreviewDecisions(telling),
    ...telling.flatMap((note) => covidenceDecision(note) ?? []),
  ];
  const group = own.find((each) => each?.group !== undefined)?.group;
  const cut = own.find((each) => each?.cut !== undefined)?.cut;
  return { decided: once(decided), ...(group === undefined ? {} : { group }), ...(cut === undefined ? {} : { cut }) };
}

/** What another program noted stays in the record when ours is written beside it: the same decision, told twice. */
function once(decided: readonly FoundDecision[]): FoundDecision[] {
  return [...new Map(decided.map((each) => [JSON.stringify(each), each])).values()];
}

/** The screening program that wrote into these notes. */
export function vendorOfNotes(notes: readonly string[]): Vendor | undefined {
  const telling = notes.filter(mayTell).map(plainNote);
  if (telling.some((note) => fromNote(note) !== undefined)) return 'throughline';
  if (telling.some(isRayyanNote)) return 'rayyan';
  if (telling.some(isAsreviewNote)) return 'asreview';
  return telling.some(isCovidenceNote) ? 'covidence' : undefined;
}

/** Cheap, because nearly no note says anything of decisions. */
function mayTell(note: string): boolean {
  return /Throughline: |RAYYAN-|asreview_|exclusion reason/i.test(note);
}

/**
 * Reference managers hand notes on as web pages (Zotero: `<p>…</p>`, `&quot;`), BibTeX with the quotation marks behind
 * backslashes. Our own notes are JSON, which says everything as it stands.
 */
function plainNote(note: string): string {
  const inner = note
    .trim()
    .replace(/^<p>/i, '')
    .replace(/<\/p>$/i, '');
  if (fromNote(inner) !== undefined) return inner;
  const decoded = withoutReferences(inner).trim();
  return /\{\s*\\"/.test(decoded) ? decoded.replaceAll('\\"', '"') : decoded;
}
