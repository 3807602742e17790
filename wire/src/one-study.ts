/**
 * GET /api/reviews/:id/studies/suggested: reports that may describe one study, the strongest first. Nothing follows from
 * it: somebody says that they are one study (`study.made`, `study.edited`), or that they are not (`not-one-study.made`).
 * Words for its kinds are in the catalogue (`sayStudyLink`).
 */
export interface SuggestedStudies {
  readonly suggestions: readonly SuggestedStudy[];
}

export interface SuggestedStudy {
  /** Of all that belong together; those of the study that it would grow are among them. */
  readonly reports: readonly string[];
  /** The study that stands and would take up the reports in `adds`. */
  readonly grows?: string;
  /** The reports that would come to the study; all of them where it is new. */
  readonly adds: readonly string[];
  /** Where they hang together most weakly: each part is closer within itself. */
  readonly parts: readonly [readonly string[], readonly string[]];
  /** The strongest link between the two parts. */
  readonly joint: StudyLinkView;
  /** That of `joint`. */
  readonly strength: StudyStrength;
  /** Every link between two of them. */
  readonly links: readonly StudyLinkView[];
  /** Who wrote more than one of them; those of most reports first. */
  readonly authors: readonly { readonly name: string; readonly reports: readonly string[] }[];
  /** What more than one of them names. */
  readonly signs: readonly (StudySign & { readonly reports: readonly string[] })[];
}

/** strong: the study's own number, or as much as three authors who are not common. some: less, and enough to ask. */
export type StudyStrength = 'strong' | 'some';

/** Why two reports may describe one study. */
export interface StudyLinkView {
  readonly a: string;
  readonly b: string;
  readonly strength: StudyStrength;
  readonly authors: readonly string[];
  readonly signs: readonly StudySign[];
  /** What speaks against it. */
  readonly doubts: readonly StudyDoubt[];
}

/** Something that both name: a number of the study or of a grant, a name, a number of participants, a place. */
export interface StudySign {
  readonly kind: 'registration' | 'funding' | 'programme' | 'acronym' | 'sample' | 'place';
  readonly text: string;
}

export type StudyDoubt =
  | { readonly kind: 'registration' | 'country'; readonly texts: readonly [string, string] }
  | { readonly kind: 'years'; readonly apart: number };
