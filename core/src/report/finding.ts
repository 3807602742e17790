/** Something that a careful reader of the review would stop at: a code and values, with the things it is about. */
export interface Finding {
  readonly code: FindingCode;
  /** contradiction: two things that cannot both be; gap: something that is not there; thin: it holds, but barely. */
  readonly weight: 'contradiction' | 'gap' | 'thin';
  readonly about: readonly string[];
  readonly values: Readonly<Record<string, string | number>>;
}

/** Everything that `check` looks for. The catalogue has a sentence for each. */
export type FindingCode =
  | 'stated.disagree'
  | 'stated.unlikeHeld'
  | 'flow.noDuplicates'
  | 'source.saidUnlikeRead'
  | 'page.outsideRange'
  | 'claim.noSupport'
  | 'claim.oneStudy'
  | 'construct.oneStudy'
  | 'construct.noSupport'
  | 'proposition.noSupport'
  | 'report.excluded'
  | 'report.notIncluded'
  | 'report.twice'
  | 'included.noReport'
  | 'concept.contradictionUnanswered'
  | 'screen.disagreement'
  | 'fold.conflict'
  | 'fold.newer';

/** A finding, without values where its things say it all. */
export const find = (
  code: FindingCode,
  weight: Finding['weight'],
  about: readonly string[],
  values: Finding['values'] = {},
): Finding => ({
  code,
  weight,
  about,
  values,
});
