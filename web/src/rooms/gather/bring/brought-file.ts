import type { SourceKind, Stage } from '@throughline/core';
import type { FileReading, GoodReading, ImportAnswer, ReadingOfFile } from '@throughline/wire';

/** A file on its way into the review, or one file of an archive. */
export interface BroughtFile {
  readonly key: string;
  readonly file: File;
  /** Its path within an archive. */
  readonly part?: string;
  readonly name: string;
  readonly bytes: number;
  readonly choice: Choice;
  readonly state: FileState;
}

/** What the person says of it. */
export interface Choice {
  /** The id of a source, or what is said of a new one. */
  readonly source: string | NewSourceSaid;
  /** Where the recognised format is not the right one. */
  readonly format?: string;
  readonly columns?: readonly (string | null)[];
  /** Whose the decisions in it are, by `votesKey`; those that are not named stay in the file. */
  readonly votes: Readonly<Record<string, VotesSaid>>;
  readonly groups: boolean;
  /** A search that was run before: only what is new enters. */
  readonly compare: boolean;
}

export interface NewSourceSaid {
  readonly name: string;
  readonly kind: SourceKind;
  readonly platform: string;
  readonly searched: string;
  readonly said: string;
}

export interface VotesSaid {
  readonly by: string;
  readonly person: string;
  readonly stage: Stage;
}

export type FileState =
  | { readonly at: 'waiting' }
  | { readonly at: 'reading' | 'bringing'; readonly task: string; readonly part: number; readonly reading?: Good }
  | { readonly at: 'ready'; readonly reading: Good }
  | { readonly at: 'problem'; readonly words: string; readonly reading?: FileReading }
  | { readonly at: 'refused'; readonly words: string; readonly reading: Good; readonly again?: boolean }
  | { readonly at: 'brought'; readonly answer: ImportAnswer }
  | { readonly at: 'left'; readonly reading: Good };

/** What was found in a file that can be read. */
export type Good = ReadingOfFile & GoodReading;

export const isGood = (reading: FileReading): reading is Good => !('problem' in reading);

/** The name under which the votes of one person at one stage are held. */
export const votesKey = ({ by, stage }: { readonly by: string; readonly stage?: Stage | undefined }): string =>
  `${stage ?? ''} ${by}`;

/** What was found in a file, as long as it is not in the review. */
export function readingOf({ state }: BroughtFile): Good | undefined {
  if (state.at === 'problem' || state.at === 'waiting' || state.at === 'brought') return undefined;
  return state.reading;
}

/** Ready to go in: read, not left out, and with a source that has a name. */
export const mayGoIn = ({ state, choice }: BroughtFile): boolean =>
  (state.at === 'ready' || state.at === 'refused') && hasSource(choice);

export const hasSource = ({ source }: Choice): boolean => typeof source === 'string' || source.name.trim() !== '';
