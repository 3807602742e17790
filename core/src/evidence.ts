import { originOf } from './gather/gather.js';
import type { ReportId } from './ids.js';
import { type Ref, refsTo, shelfOf } from './kind.js';
import { type TwoCounts, countTwice } from './read/studies.js';
import { type Review, restingOn, things } from './review.js';
import { type Grade, best } from './synthesise/grades.js';
import { type Support, homeRef, supportRef } from './synthesise/synthesise.js';
import { standing } from './thing.js';
import { works } from './gather/duplicates.js';

/** One thing of a review and, behind it, everything that it rests on. */
export interface Evidence extends Ref {
  /** "third-order construct" as its shelf's name; the catalogue says it in words. */
  readonly rests: readonly Step[];
}

/** One step back. What the step itself says: a page, a quotation, that it is our inference. */
export interface Step {
  readonly to: Evidence;
  readonly page?: string;
  readonly quote?: string;
  readonly inferred?: boolean;
  /** For the last step, from a record to where it was found: first and last line of the file. */
  readonly lines?: readonly [number, number];
}

type Back = Omit<Step, 'to'> & { readonly ref: Ref };

/**
 * The walk from any thing back to where it comes from: a proposition to its levels and constructs, a construct to its
 * claims and the concepts it was made from, a claim to words on a page or to a report, a concept to its cells, a cell to
 * the authors' constructs, these to passages, a passage to its document, a document to its report, a report to its
 * records, a record to the lines of the file that a source gave, and to the way it reached the review. Ids only: texts are the keeper's.
 */
export function evidenceFor(review: Review, from: Ref): Evidence {
  return { ...from, rests: back(review, from).map(({ ref, ...step }) => ({ to: evidenceFor(review, ref), ...step })) };
}

/** One step back from a thing, in the order of the rooms from the last to the first. */
function back(review: Review, { on, id }: Ref): Back[] {
  const { gather, read, translate, synthesise } = review;
  switch (on) {
    case 'synthesise.links': {
      const link = synthesise.links.get(id);
      return link === undefined ? [] : refs(refsTo(`synthesise.${link.between}`, [link.from, link.to]), link.inferred);
    }
    case 'synthesise.propositions': {
      const proposition = synthesise.propositions.get(id);
      return refs((proposition?.rests ?? []).map(homeRef), proposition?.inferred);
    }
    case 'synthesise.levels':
      return [
        ...refs(
          refsTo('synthesise.constructs', ids(standing(synthesise.constructs).filter(({ level }) => level === id))),
        ),
        ...refs(refsTo('synthesise.claims', claimsAt(review, 'level', id))),
      ];
    case 'synthesise.constructs':
      return [
        ...refs(refsTo('synthesise.claims', claimsAt(review, 'construct', id))),
        ...refs(refsTo('translate.concepts', synthesise.constructs.get(id)?.concepts ?? [])),
      ];
    case 'synthesise.claims':
      return (synthesise.claims.get(id)?.support ?? []).map(supported);
    case 'translate.concepts':
      return refs(
        refsTo(
          'translate.cells',
          ids(standing(translate.cells).filter(({ concept, sort }) => concept === id && sort !== 'absent')),
        ),
      );
    case 'translate.cells': {
      const cell = translate.cells.get(id);
      return refs(
        cell === undefined
          ? []
          : cell.rests.length > 0
            ? refsTo('read.secondOrders', cell.rests)
            : refsTo('read.reports', [cell.report]),
      );
    }
    case 'read.secondOrders': {
      const concept = read.secondOrders.get(id);
      return refs(
        concept === undefined
          ? []
          : concept.passages.length > 0
            ? refsTo('read.passages', concept.passages)
            : refsTo('read.reports', [concept.report]),
      );
    }
    case 'read.passages': {
      const passage = read.passages.get(id);
      if (passage === undefined) return [];
      const page = passage.page === undefined ? {} : { page: passage.page };
      return [{ ref: { on: 'read.documents', id: passage.document }, quote: passage.quote, ...page }];
    }
    case 'read.documents':
      return refs(
        refsTo(
          'read.reports',
          [read.documents.get(id)?.report].filter((each) => each !== undefined),
        ),
      );
    case 'read.studies':
      return refs(refsTo('read.reports', read.studies.get(id)?.reports ?? []), read.studies.get(id)?.inferred);
    case 'read.reports':
      return recordsOf(review, read.reports.get(id)?.record);
    case 'gather.records': {
      const record = gather.records.get(id);
      if (record === undefined || originOf(review, record) === undefined) return [];
      const ways = standing(gather.routes).filter((route) => route.record === id);
      return [
        { ref: { on: 'gather.imports', id: record.import }, lines: record.lines },
        ...ways.flatMap((way) => refs(refsTo('gather.routes', [way.id]), way.inferred)),
      ];
    }
    case 'gather.routes':
      return refs(
        refsTo(
          'gather.sources',
          [gather.routes.get(id)?.source].filter((each) => each !== undefined),
        ),
      );
    case 'gather.imports':
      return refs(
        refsTo(
          'gather.sources',
          [gather.imports.get(id)?.source].filter((each) => each !== undefined),
        ),
      );
    default:
      return [];
  }
}

const ids = (found: readonly { id: string }[]): string[] => found.map(({ id }) => id);

const refs = (to: readonly Ref[], inferred?: boolean): Back[] =>
  to.map((ref) => ({ ref, ...(inferred ? { inferred } : {}) }));

function claimsAt({ synthesise }: Review, on: 'level' | 'construct', id: string): string[] {
  return ids(standing(synthesise.claims).filter(({ home }) => home.on === on && home.id === id));
}

function supported(support: Support): Back {
  const ref = supportRef(support);
  if (support.by !== 'locator') return { ref };
  return { ref, page: support.page, ...(support.quote === undefined ? {} : { quote: support.quote }) };
}

/** Every record of the duplicate group that a report stands for. */
function recordsOf(review: Review, record: string | undefined): Back[] {
  const work = works(review).find(({ records }) => records.some(({ id }) => id === record));
  return refs(refsTo('gather.records', work?.records.map(({ id }) => id) ?? []));
}

/** How well it stands (L11): words on a held page, a typed page, a report, or nothing. */
export function gradeOfEvidence({ on, rests }: Evidence): Grade {
  if (on === 'read.passages') return 'passage';
  if (on === 'read.reports' || on === 'gather.records') return 'citation';
  return best(
    rests.map((step) =>
      step.to.on === 'read.reports' && step.page !== undefined ? 'locator' : gradeOfEvidence(step.to),
    ),
  );
}

/** Everything of one sort that the walk comes by, each once, in the order of the walk. */
export function reached(evidence: Evidence, on: Ref['on']): string[] {
  const own = evidence.on === on ? [evidence.id] : [];
  return [...new Set([...own, ...evidence.rests.flatMap(({ to }) => reached(to, on))])];
}

/** The reports and studies behind a thing (L10). */
export const countEvidence = (review: Review, evidence: Evidence): TwoCounts =>
  countTwice(review, reached(evidence, 'read.reports') as ReportId[]);

/** Finds a thing by its id alone, on whichever shelf it stands; records too. */
export function whereIs(review: Review, id: string): Ref | undefined {
  const shelves = [...things.map(({ on }) => on), 'gather.records'] as const;
  const on = shelves.find((shelf) => shelfOf(review, shelf).has(id));
  return on === undefined ? undefined : { on, id };
}

/** What rests on a thing, and on that, forward to the line of argument; nearest first, each once. */
export function restsOn(review: Review, from: Ref): Ref[] {
  const found = new Map<string, Ref>();
  const visit = (ref: Ref): void => {
    for (const next of forward(review, ref)) {
      const key = `${next.on} ${next.id}`;
      if (found.has(key)) continue;
      found.set(key, next);
      visit(next);
    }
  };
  visit(from);
  return [...found.values()];
}

/**
 * One step forward: the things whose walk back comes by this one. They point at it, or it points at them (a claim at its
 * construct, a cell at its concept, a construct at its level).
 */
function forward(review: Review, ref: Ref): Ref[] {
  const thing = shelfOf(review, ref.on).get(ref.id);
  const spec = things.find(({ on }) => on === ref.on);
  const own = thing === undefined || spec === undefined ? [] : spec.refs(thing as never);
  const rows =
    ref.on === 'gather.imports'
      ? refsTo('gather.records', ids([...review.gather.records].filter((row) => row.import === ref.id)))
      : [];
  const near = [...own.filter((each) => isStanding(review, each)), ...restingOn(review, ref), ...rows];
  return near.filter((each) => back(review, each).some((step) => step.ref.on === ref.on && step.ref.id === ref.id));
}

function isStanding(review: Review, { on, id }: Ref): boolean {
  const thing = shelfOf(review, on).get(id) as { trail?: { gone?: unknown } } | undefined;
  return thing !== undefined && thing.trail?.gone === undefined;
}
