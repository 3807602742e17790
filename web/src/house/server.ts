import type { Proposal, ReviewId, Stage } from '@throughline/core';
import type {
  Disagreements,
  Doubts,
  Findings,
  FlowView,
  History,
  House,
  ImportReport,
  Me,
  NewReview,
  NextToRead,
  ProposalAnswer,
  ProposeAnswer,
  ProposeRequest,
  RecordList,
  RecordView,
  ReviewList,
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

/** Everything that the pages ask of the server about one review; the paths are the wire's. */
export interface Server {
  readonly house: () => Promise<House>;
  readonly propose: (changes: readonly Proposal[]) => Promise<readonly ProposalAnswer[]>;
  readonly history: (asked: { thing?: string; before?: string; limit?: number }) => Promise<History>;
  readonly records: (asked: RecordsAsked) => Promise<RecordList>;
  readonly record: (record: string) => Promise<RecordView>;
  readonly importReport: (id: string) => Promise<ImportReport>;
  readonly flow: () => Promise<FlowView>;
  readonly findings: () => Promise<Findings>;
  readonly doubts: (asked: { after?: string; limit?: number }) => Promise<Doubts>;
  readonly next: (asked: { stage: Stage; limit?: number }) => Promise<NextToRead>;
  readonly disagreements: (asked: { limit?: number }) => Promise<Disagreements>;
  readonly unreported: (asked: { limit?: number }) => Promise<Unreported>;
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
    history: (wanted) => get<History>(`history?${query(wanted)}`),
    records: (wanted) => get<RecordList>(`records?${query(wanted)}`),
    record: (record) => get<RecordView>(`records/${encodeURIComponent(record)}`),
    importReport: (id) => get<ImportReport>(`imports/${encodeURIComponent(id)}/report`),
    flow: () => get<FlowView>('flow'),
    findings: () => get<Findings>('findings'),
    doubts: (wanted) => get<Doubts>(`doubts?${query(wanted)}`),
    next: (wanted) => get<NextToRead>(`next?${query(wanted)}`),
    disagreements: (wanted) => get<Disagreements>(`disagreements?${query(wanted)}`),
    unreported: (wanted) => get<Unreported>(`unreported?${query(wanted)}`),
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
