import type { ChangeId, Proposal, ReviewId, Stage } from '@throughline/core';
import type {
  Disagreements,
  DuplicateCounts,
  Findings,
  FlowView,
  GroupedSure,
  History,
  House,
  ImportReport,
  Me,
  NewReview,
  NextToRead,
  ProposalAnswer,
  ProposeAnswer,
  ProposeRequest,
  Questions,
  RecordList,
  RecordView,
  ReviewList,
  SourceOverlaps,
  StandingGroups,
  SuggestedStudies,
  SureGroups,
  Unreported,
} from '@throughline/wire';
import { answered, asked, query, sent } from './ask.js';

/** A page of records that is asked for. */
export interface RecordsAsked {
  readonly text?: string;
  readonly source?: string;
  readonly after?: string;
  readonly limit?: number;
}

/** A page of something that is asked for in its order. */
export interface PageAsked {
  readonly after?: string;
  readonly limit?: number;
}

/** Everything that the pages ask of the server about one review; the paths are the wire's. */
export interface Server {
  readonly house: () => Promise<House>;
  readonly propose: (changes: readonly Proposal[]) => Promise<readonly ProposalAnswer[]>;
  /** Takes back a change whose things are not all held here: the server knows what stood before. `id` is the new change's. */
  readonly undo: (asked: { readonly id: ChangeId; readonly change: ChangeId }) => Promise<ProposalAnswer>;
  readonly history: (asked: { thing?: string; before?: string; limit?: number }) => Promise<History>;
  readonly records: (asked: RecordsAsked) => Promise<RecordList>;
  readonly record: (record: string) => Promise<RecordView>;
  readonly importReport: (id: string) => Promise<ImportReport>;
  readonly flow: () => Promise<FlowView>;
  readonly findings: () => Promise<Findings>;
  readonly duplicates: () => Promise<DuplicateCounts>;
  readonly duplicateQuestions: (asked: PageAsked) => Promise<Questions>;
  readonly sureGroups: (asked: PageAsked) => Promise<SureGroups>;
  /** Makes the sure groups: all of them, or those that are named. */
  readonly groupSure: (wanted: { task?: string; only?: readonly string[] }) => Promise<GroupedSure>;
  readonly duplicateGroups: (asked: PageAsked & { text?: string; group?: string }) => Promise<StandingGroups>;
  readonly overlap: () => Promise<SourceOverlaps>;
  readonly next: (asked: { stage: Stage; limit?: number }) => Promise<NextToRead>;
  readonly disagreements: (asked: { limit?: number }) => Promise<Disagreements>;
  readonly unreported: (asked: { limit?: number }) => Promise<Unreported>;
  readonly suggestedStudies: () => Promise<SuggestedStudies>;
  readonly text: (document: string) => Promise<string>;
  readonly address: (path: string) => string;
  readonly review: ReviewId;
}

/** The server of one review. */
export function serverOf(review: ReviewId): Server {
  const address = (path: string) => `/api/reviews/${encodeURIComponent(review)}/${path}`;
  const get = <T>(path: string) => asked<T>(address(path));
  return {
    review,
    address,
    house: () => get<House>('rooms/house'),
    propose: async (changes) =>
      (await sent<ProposeAnswer>('POST', address('changes'), { changes } satisfies ProposeRequest)).answers,
    undo: (wanted) => sent<ProposalAnswer>('POST', address('undo'), wanted),
    history: (wanted) => get<History>(`history?${query(wanted)}`),
    records: (wanted) => get<RecordList>(`records?${query(wanted)}`),
    record: (record) => get<RecordView>(`records/${encodeURIComponent(record)}`),
    importReport: (id) => get<ImportReport>(`imports/${encodeURIComponent(id)}/report`),
    flow: () => get<FlowView>('flow'),
    findings: () => get<Findings>('findings'),
    duplicates: () => get<DuplicateCounts>('duplicates'),
    duplicateQuestions: (wanted) => get<Questions>(`duplicates/questions?${query(wanted)}`),
    sureGroups: (wanted) => get<SureGroups>(`duplicates/sure?${query(wanted)}`),
    groupSure: (wanted) => sent<GroupedSure>('POST', address('duplicates/sure'), wanted),
    duplicateGroups: (wanted) => get<StandingGroups>(`duplicates/groups?${query(wanted)}`),
    overlap: () => get<SourceOverlaps>('overlap'),
    next: (wanted) => get<NextToRead>(`next?${query(wanted)}`),
    disagreements: (wanted) => get<Disagreements>(`disagreements?${query(wanted)}`),
    unreported: (wanted) => get<Unreported>(`unreported?${query(wanted)}`),
    suggestedStudies: () => get<SuggestedStudies>('studies/suggested'),
    text: async (document) => wholeText(await answered(await fetch(address(`texts/${encodeURIComponent(document)}`)))),
  };
}

export const fetchReviews = (): Promise<ReviewList> => asked('/api/reviews');
export const renameMe = (name: string): Promise<Me> => sent('PUT', '/api/me', { name });
export const startReview = (title: string): Promise<{ id: ReviewId }> =>
  sent('POST', '/api/reviews', { title } satisfies NewReview);

/** A byte order mark stays: the code points of a frozen text count it. */
const wholeText = async (response: Response): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
