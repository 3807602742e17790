import {
  type ArmFlow,
  type Review,
  type SourceKind,
  contributions,
  fullFlow,
  heldCounts,
  lineOfArgument,
  standing,
} from '@throughline/core';
import { known } from './count-said.js';

/** The numbers of a review. Every one is held, counted from its log, or stated, and then listed under `stated`. */
export interface Numbers {
  readonly records: number;
  readonly identified: number | null;
  readonly fullTexts: number | null;
  readonly included: {
    readonly database: number;
    readonly alerts: number;
    readonly referenceLists: number;
    readonly reports: number | null;
    readonly studies: number | null;
    readonly studiesStated: number | null;
  };
  readonly levels: number;
  readonly claims: number;
  readonly claimsCited: number;
  readonly marks: number;
  readonly constructs: readonly ConstructNumbers[];
  readonly propositions: readonly PropositionNumbers[];
  readonly stated: readonly StatedNumber[];
}

interface ConstructNumbers {
  readonly id: string;
  readonly name: string;
  readonly level: string | null;
  readonly reports: readonly string[];
  readonly studies: readonly string[];
}

interface PropositionNumbers {
  readonly id: string;
  readonly text: string;
  readonly rests: readonly string[];
  readonly inferred: boolean;
  readonly reports: readonly string[];
  readonly studies: readonly string[];
}

interface StatedNumber {
  readonly id: string;
  readonly of: string;
  readonly value: number;
  readonly unit: string | null;
  readonly source: string;
}

/** Reads the numbers of a review as it now stands. */
export function numbersOf(review: Review): Numbers {
  const flow = fullFlow(review);
  const { records, levels, claims, claimsCited, marks } = heldCounts(review);
  return {
    records,
    identified: known(flow.databases.identified),
    fullTexts: known(flow.databases.assessed),
    included: {
      database: includedBy(flow.databases, 'database'),
      alerts: includedBy(flow.others, 'alert'),
      referenceLists: includedBy(flow.others, 'reference-list'),
      reports: known(flow.includedReports),
      studies: known(flow.includedStudies),
      studiesStated: flow.studiesStated?.value ?? null,
    },
    levels,
    claims,
    claimsCited,
    marks,
    constructs: constructNumbers(review),
    propositions: propositionNumbers(review),
    stated: standing(review.floor.counts).map(({ id, of, value, unit = null, source }) => ({
      id,
      of,
      value,
      unit,
      source,
    })),
  };
}

function includedBy(arm: ArmFlow, kind: SourceKind): number {
  const found = arm.includedBy.find((each) => each.kind === kind);
  return found === undefined ? 0 : (known(found.count) ?? 0);
}

function constructNumbers(review: Review): ConstructNumbers[] {
  return contributions(review).levels.flatMap(({ level, rows }) =>
    rows.map(({ construct, reports, studies }) => ({
      id: construct.id,
      name: construct.name,
      level: level?.id ?? null,
      reports,
      studies,
    })),
  );
}

function propositionNumbers(review: Review): PropositionNumbers[] {
  return lineOfArgument(review).propositions.map(
    ({ proposition: { id, text, rests, inferred = false }, reports, studies }) => ({
      id,
      text,
      rests: rests.map((each) => each.id),
      inferred,
      reports,
      studies,
    }),
  );
}
