import {
  countEvidence,
  type Evidence,
  evidenceFor,
  type Grade,
  gradeOfEvidence,
  type Held,
  reached,
  type Ref,
  refsTo,
  restsOn,
  type Review,
  type ShelfName,
  shelfOf,
  type Stamp,
  type Step,
  standing,
  studiesOf,
  type TwoCounts,
} from '@throughline/core';

/** What the pane shows of one thing, worked out from the review alone. */
export interface EvidenceView {
  readonly ref: Ref;
  /** Only statements have a grade (L11); a report or a source is not one. */
  readonly grade?: Grade;
  /** Reports and studies behind it (L10), where there can be any. */
  readonly counts?: TwoCounts;
  /** One step back. */
  readonly rests: readonly StepView[];
  /** The claims that lie further back, by the construct or level they belong to. */
  readonly claims: readonly ClaimGroup[];
  /** What rests on it, nearest first, by shelf. */
  readonly forward: readonly { readonly on: ShelfName; readonly refs: readonly Ref[] }[];
  readonly trail?: {
    readonly made: Stamp;
    readonly set: readonly (readonly [field: string, Stamp])[];
    readonly gone?: Stamp;
  };
}

/** A step back, and the reports right behind it: from a claim's own line one can go on to its report. */
export interface StepView extends Omit<Step, 'to'> {
  readonly ref: Ref;
  readonly grade?: Grade;
  readonly behind: readonly StepView[];
}

export interface ClaimGroup {
  readonly home: Ref;
  readonly claims: readonly StepView[];
}

/** Shelves whose things say something that evidence can be asked for. */
const statements: readonly ShelfName[] = [
  'synthesise.links',
  'synthesise.propositions',
  'synthesise.levels',
  'synthesise.constructs',
  'synthesise.claims',
  'translate.concepts',
  'translate.cells',
  'read.secondOrders',
  'read.passages',
];

export const sameRef = (a: Ref, b: Ref): boolean => a.on === b.on && a.id === b.id;

/** Everything the pane shows of one thing. */
export function viewOf(review: Review, ref: Ref): EvidenceView {
  const evidence = evidenceFor(review, ref);
  const counted = countEvidence(review, evidence);
  const trail = trailOf(review, ref);
  return {
    ref,
    ...gradeAt(evidence),
    ...(counted.reports.length > 0 && ref.on !== 'read.reports' ? { counts: counted } : {}),
    rests: evidence.rests.map(stepView),
    claims: claimsFurtherBack(review, evidence),
    forward: forwardOf(review, ref),
    ...(trail === undefined ? {} : { trail }),
  };
}

const gradeAt = (evidence: Evidence): { grade?: Grade } =>
  statements.includes(evidence.on) ? { grade: gradeOfEvidence(evidence) } : {};

function stepView({ to, ...said }: Step): StepView {
  return { ...said, ref: { on: to.on, id: to.id }, ...gradeAt(to), behind: behind(to).map(stepView) };
}

/** What shows right behind a step: of a passage the report, past its document, so that a report is never far. */
function behind({ on, rests }: Evidence): readonly Step[] {
  if (on === 'read.passages') return rests.flatMap(({ to }) => to.rests);
  return on === 'synthesise.claims' || on === 'read.secondOrders' || on === 'translate.cells' ? rests : [];
}

/** The claims that are not one step back already: a proposition rests on levels, these on constructs, these on claims. */
function claimsFurtherBack(review: Review, evidence: Evidence): ClaimGroup[] {
  const near = evidence.rests.some(({ to }) => to.on === 'synthesise.claims');
  if (near || evidence.on === 'synthesise.claims') return [];
  const groups = new Map<string, { home: Ref; claims: StepView[] }>();
  for (const id of reached(evidence, 'synthesise.claims')) {
    const claim = review.synthesise.claims.get(id);
    if (claim === undefined) continue;
    const home: Ref = { on: `synthesise.${claim.home.on}s`, id: claim.home.id };
    const group = groups.get(claim.home.id) ?? { home, claims: [] };
    group.claims.push(stepView({ to: evidenceFor(review, { on: 'synthesise.claims', id }) }));
    groups.set(claim.home.id, group);
  }
  return [...groups.values()];
}

function forwardOf(review: Review, ref: Ref): EvidenceView['forward'] {
  const groups = new Map<ShelfName, Ref[]>();
  for (const next of [...studyOf(review, ref), ...restsOn(review, ref)]) {
    const known = groups.get(next.on) ?? [];
    if (!known.some(({ id }) => id === next.id)) groups.set(next.on, [...known, next]);
  }
  return [...groups].map(([on, refs]) => ({ on, refs }));
}

/** The study that a report describes stands first of what rests on it. */
function studyOf(review: Review, { on, id }: Ref): Ref[] {
  if (on !== 'read.reports') return [];
  return refsTo(
    'read.studies',
    standing(review.read.studies)
      .filter(({ reports }) => (reports as readonly string[]).includes(id))
      .map((study) => study.id),
  );
}

function trailOf(review: Review, { on, id }: Ref): EvidenceView['trail'] {
  const thing = shelfOf(review, on).get(id) as Partial<Held<object>> | undefined;
  if (thing?.trail === undefined) return undefined;
  const { made, set = {}, gone } = thing.trail;
  return { made, set: Object.entries(set), ...(gone === undefined ? {} : { gone }) };
}

/** The things behind the two counts, to open them into lists. A report may stand for a study of its own. */
export function countedThings(
  review: Review,
  { reports, studies }: TwoCounts,
): { reports: Ref[]; studies: { ref: Ref; name: string; inferred: boolean }[] } {
  const known = studiesOf(review).filter(({ id }) => studies.includes(id));
  return {
    reports: refsTo('read.reports', reports),
    studies: known.map(({ id, name, grouped }) => ({
      ref: { on: grouped === undefined ? 'read.reports' : 'read.studies', id },
      name,
      inferred: grouped?.inferred ?? false,
    })),
  };
}
