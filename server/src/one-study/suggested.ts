import { type Reference, type Report, type Review, type Sha256, standing, works } from '@throughline/core';
import { type ReportLikeness, type ToldOfStudies, suggestStudies } from '@throughline/matching/one-study/index';
import type { Keeper } from '@throughline/storage';
import type { SuggestedStudies } from '@throughline/wire';
import type { Served } from '../served.js';
import { workViews } from '../work-views.js';

/** Where the texts of a review are. */
type Kept = Pick<Served, 'id'> & { readonly keeper: Pick<Keeper, 'records' | 'content'> };

/**
 * Reports that may describe one study, from what the reports, their records and their texts say, as far as `review` is
 * seen. Worked out once for a state of what it is made of: votes and claims change none of it.
 */
export function suggestedStudies(kept: Kept, review: Review): Promise<SuggestedStudies> {
  const parts = madeOf(review);
  const [reports] = parts;
  const known = remembered.get(reports);
  if (known?.parts.every((part, at) => part === parts[at])) return known.answer;
  const answer = workedOut(kept, review);
  remembered.set(reports, { parts, answer });
  // What failed is tried again.
  answer.catch(() => remembered.delete(reports));
  return answer;
}

const madeOf = ({ floor, gather, read }: Review) =>
  [
    read.reports,
    read.studies,
    read.apart,
    read.characteristics,
    read.documents,
    gather.records,
    gather.imports,
    gather.groups,
    gather.corrections,
    // A text that was withdrawn says nothing any more.
    floor.withdrawals,
  ] as const;

const remembered = new WeakMap<
  Review['read']['reports'],
  { readonly parts: readonly object[]; readonly answer: Promise<SuggestedStudies> }
>();

async function workedOut(kept: Kept, review: Review): Promise<SuggestedStudies> {
  const reports = standing(review.read.reports);
  if (reports.length < 2) return { suggestions: [] };
  const references = await referencesOf(kept, review, reports);
  const likenesses: ReportLikeness[] = [];
  for (const report of reports) {
    const text = await textOf(kept, review, report);
    likenesses.push(likenessOf(review, report, references.get(report.record), text));
  }
  return { suggestions: suggestStudies(likenesses, toldIn(review)) };
}

const toldIn = ({ read }: Review): ToldOfStudies => ({
  studies: standing(read.studies),
  apart: standing(read.apart),
});

/** By the record that a report stands on, what the whole work says: one of its sources may give the abstract. */
async function referencesOf(
  kept: Kept,
  review: Review,
  reports: readonly Report[],
): Promise<ReadonlyMap<string, Reference>> {
  const wanted = new Set<string>(reports.map(({ record }) => record));
  const own = works(review).filter(({ records }) => records.some(({ id }) => wanted.has(id)));
  const views = await workViews(kept, review, own);
  return new Map(views.flatMap(({ records, reference }) => records.map((id) => [id, reference] as const)));
}

function likenessOf(
  { read }: Review,
  report: Report,
  reference: Reference | undefined,
  text: string | undefined,
): ReportLikeness {
  const { id, title, year } = report;
  const characteristics = standing(read.characteristics).filter((each) => each.report === id);
  return {
    id,
    title,
    authors: fullestAuthors(report, reference),
    ...(year === undefined ? {} : { year }),
    ...(reference?.abstract === undefined ? {} : { abstract: reference.abstract }),
    characteristics: characteristics.map(({ name, value }) => ({ name, value })),
    ...(text === undefined ? {} : { text }),
  };
}

/** A report whose author list was cut may have a source that gives all. */
const fullestAuthors = ({ authors, etAl }: Report, reference: Reference | undefined): readonly string[] =>
  etAl && (reference?.authors.length ?? 0) > authors.length ? (reference?.authors ?? authors) : authors;

/** The texts of a report that are held and were not withdrawn (L17). */
async function textOf({ keeper }: Kept, { read }: Review, { id }: Report): Promise<string | undefined> {
  const texts = standing(read.documents).filter(({ report }) => report === id);
  const contents = await Promise.all(texts.map(({ text }) => readText(keeper, text)));
  const held = contents.filter((text) => text !== undefined);
  return held.length === 0 ? undefined : held.join('\n');
}

async function readText(keeper: Pick<Keeper, 'content'>, hash: Sha256): Promise<string | undefined> {
  const content = await keeper.content(hash);
  return content === undefined || 'withdrawn' in content ? undefined : new TextDecoder().decode(content.bytes);
}
