import { grouped } from '../grouped.js';
import { type Arm, armOf } from '../gather/routes.js';
import type { SourceKind } from '../gather/gather.js';
import { type Count, type Countable, held, less, notReported, statedOf } from '../stated.js';
import { standing } from '../thing.js';
import { type Decided, decisions, isIncluded } from './decisions.js';
import type { ScreenWorld } from './screen.js';

/**
 * The flow of records through the review, in the two arms of PRISMA 2020 (Page et al. 2021, BMJ 372:n71, figure 1).
 * It ends with included reports; the number of studies joins it in the report room, which knows them.
 */
export interface Flow {
  readonly databases: ArmFlow;
  readonly others: ArmFlow;
  readonly includedReports: Count;
}

export interface ArmFlow {
  readonly arm: Arm;
  /** One line a source that was searched, with what it returned. */
  readonly sources: readonly SourceLine[];
  readonly identified: Count;
  readonly duplicates: Count;
  readonly screened: Count;
  readonly excluded: Count;
  readonly sought: Count;
  readonly notRetrieved: Count;
  readonly assessed: Count;
  readonly excludedAtFullText: Count;
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
  readonly included: Count;
  /** Included, by the kind of source. A kind that was searched and gave none stands here with 0. */
  readonly includedBy: readonly { readonly kind: SourceKind; readonly count: Count }[];
}

export interface SourceLine {
  readonly id: string;
  readonly name: string;
  readonly platform?: string;
  readonly kind: SourceKind;
  readonly records: Count;
}

/** The flow as the log and the stated counts give it. */
export function flow(world: ScreenWorld): Flow {
  const all = decisions(world);
  return {
    databases: armFlow(world, 'database', all),
    others: armFlow(world, 'other', all),
    includedReports: held(all.filter(isIncluded).length),
  };
}

function armFlow(world: ScreenWorld, arm: Arm, all: readonly Decided[]): ArmFlow {
  const inArm = all.filter(({ work }) => armOf(work.by) === arm);
  const sources = sourceLines(world, arm);
  const stated = (of: Countable) => (arm === 'database' ? statedOf(world.floor.counts, of) : undefined);
  const statedIdentified = statedOf(world.floor.counts, `identified.${arm}`);
  // A search whose records are not all held one by one has no held counts but those of what it gave in the end.
  const whole = statedIdentified === undefined && inArm.every(({ work }) => !work.inferred);
  const count = (value: number): Count => (whole ? held(value) : notReported);
  // Whoever read the full text has sought it, whatever was said before.
  const reached = inArm.filter(({ titleAbstract, fullText }) => titleAbstract === 'include' || fullText !== 'unread');
  const read = reached.filter(({ fullText }) => fullText !== 'unread');
  const gone = new Set(reached);
  const left = inArm.filter((each) => !gone.has(each));

  const identified = statedIdentified ?? count(inArm.reduce((sum, { work }) => sum + work.counted, 0));
  const duplicates = stated('duplicates') ?? count(inArm.reduce((sum, { work }) => sum + work.counted - 1, 0));
  const screened =
    stated('screened') ?? count(reached.length + left.filter(({ titleAbstract }) => titleAbstract !== 'unread').length);
  const assessed = stated('assessed') ?? count(read.length);
  const sought = stated('sought') ?? count(reached.length);
  // What is not said of the reports sought is told by those assessed: no report is assessed that was not sought.
  const wentOn = sought.basis === 'not reported' ? assessed : sought;
  const included = held(inArm.filter(isIncluded).length);
  return {
    arm,
    sources,
    identified,
    duplicates,
    screened,
    excluded:
      stated('excluded.title-abstract') ??
      (whole ? held(excludedAt(left, 'titleAbstract')) : less(screened, wentOn, 'screened less full texts')),
    sought,
    notRetrieved: stated('not-retrieved') ?? (whole ? held(reached.length - read.length) : notReported),
    assessed,
    excludedAtFullText:
      stated('excluded.full-text') ??
      (whole ? held(excludedAt(reached, 'fullText')) : less(assessed, included, 'full texts less included')),
    reasons: reasonsOf(reached),
    included,
    includedBy: includedBy(world, arm, inArm),
  };
}

const excludedAt = (decided: readonly Decided[], stage: 'titleAbstract' | 'fullText'): number =>
  decided.filter((each) => each[stage] === 'exclude').length;

function reasonsOf(decided: readonly Decided[]): { reason: string; count: number }[] {
  const excluded = decided.filter(({ fullText, reason }) => fullText === 'exclude' && reason !== undefined);
  const groups = grouped(excluded, ({ reason }) => reason ?? '');
  return [...groups].map(([reason, { length: count }]) => ({ reason, count })).sort((a, b) => b.count - a.count);
}

function sourceLines(world: ScreenWorld, arm: Arm): SourceLine[] {
  const imports = standing(world.gather.imports);
  return standing(world.gather.sources)
    .filter(({ kind }) => armOf(kind) === arm)
    .map((source) => {
      const own = imports.filter((each) => each.source === source.id);
      const read = own.reduce((sum, each) => sum + each.read, 0);
      return {
        id: source.id,
        name: source.name,
        ...(source.platform === undefined ? {} : { platform: source.platform }),
        kind: source.kind,
        records: own.length > 0 ? held(read) : notReported,
      };
    });
}

function includedBy(world: ScreenWorld, arm: Arm, decided: readonly Decided[]): { kind: SourceKind; count: Count }[] {
  const searched = standing(world.gather.sources).filter(({ kind }) => armOf(kind) === arm);
  const kinds = new Set([...searched.map(({ kind }) => kind), ...decided.map(({ work }) => work.by)]);
  return [...kinds].map((kind) => ({
    kind,
    count: held(decided.filter((each) => each.work.by === kind && isIncluded(each)).length),
  }));
}
