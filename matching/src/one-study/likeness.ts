/** What is compared of a report, to see which reports may describe one study. Plain strings and numbers. */
export interface ReportLikeness {
  readonly id: string;
  readonly title?: string;
  /** One string an author, as the report gives them, in its order. */
  readonly authors: readonly string[];
  readonly year?: number;
  readonly abstract?: string;
  /** What the review says of it: country, setting, participants. */
  readonly characteristics?: readonly { readonly name: string; readonly value: string }[];
  /** The whole text of the report, where it is held. */
  readonly text?: string;
}

/** What people have said already. */
export interface ToldOfStudies {
  /** Studies that stand. They are never split, and two of them are never joined. */
  readonly studies: readonly { readonly id: string; readonly reports: readonly string[] }[];
  /** Reports that were found not to be one study: not all of them together or, where `anyTwo` says so, no two of them. */
  readonly apart: readonly { readonly reports: readonly string[]; readonly anyTwo?: boolean | undefined }[];
}

export const signKinds = [
  /** A number under which a study is registered or approved: a trial register's, an ethics committee's. */
  'registration',
  /** A number of a grant or contract. It may pay for several studies. */
  'funding',
  /** A name: of two words or more, or of one with what it is called ("LINKS trial"). */
  'programme',
  'acronym',
  /** A number of participants or interviews. */
  'sample',
  /** A name of one word, mostly of a place. */
  'place',
] as const;
export type SignKind = (typeof signKinds)[number];

/** Something that both reports name. */
export interface Sign {
  readonly kind: SignKind;
  /** As it is written in one of them; a sample as its number. */
  readonly text: string;
}

/** Something that speaks against one study. */
export type Doubt =
  | { readonly kind: 'registration' | 'country'; readonly texts: readonly [string, string] }
  | { readonly kind: 'years'; readonly apart: number };

export type Strength = 'strong' | 'some';

/** Two reports that may describe one study, and why. `a` comes before `b` in the order of ids. */
export interface StudyLink {
  readonly a: string;
  readonly b: string;
  readonly strength: Strength;
  /** As the first of the two names them, in its order. */
  readonly authors: readonly string[];
  readonly signs: readonly Sign[];
  readonly doubts: readonly Doubt[];
}

/** Reports that may describe one study. It is for a person to say: nothing follows from it. */
export interface StudySuggestion {
  /** In the order of ids; those of the study that it would grow are among them. */
  readonly reports: readonly string[];
  /** The study that stands and would take up more reports. */
  readonly grows?: string;
  /** The reports that would come to the study; all of them where it is new. */
  readonly adds: readonly string[];
  /** Where they hang together most weakly: each part is closer within itself. */
  readonly parts: readonly [readonly string[], readonly string[]];
  /** The strongest link between the two parts. */
  readonly joint: StudyLink;
  /** That of `joint`. */
  readonly strength: Strength;
  /** Every link between two of them. */
  readonly links: readonly StudyLink[];
  /** Who wrote more than one of them, and which; those of most reports first. */
  readonly authors: readonly { readonly name: string; readonly reports: readonly string[] }[];
  /** What more than one of them names, and which; those of most reports first. */
  readonly signs: readonly (Sign & { readonly reports: readonly string[] })[];
}
