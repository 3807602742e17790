import type { Proposal, ReviewId, Stage } from '@throughline/core';
import { sayProblem } from '@throughline/words';
import type {
  Disagreements,
  Doubts,
  Findings,
  FlowView,
  History,
  House,
  Me,
  NewReview,
  NextToRead,
  Problem,
  ProposalAnswer,
  ProposeAnswer,
  ProposeRequest,
  RecordList,
  RecordView,
  ReviewList,
  Unreported,
} from '@throughline/wire';

/** Something that the server could not do, in words for the person who asked. */
export class Refused extends Error {
  constructor(
    readonly problem: Problem,
    readonly status: number,
  ) {
    super(sayProblem(problem.code, problem.values));
    this.name = 'Refused';
  }
}

/** A page of records that is asked for. */
export interface RecordsAsked {
  readonly text?: string;
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
  readonly flow: () => Promise<FlowView>;
  readonly findings: () => Promise<Findings>;
  readonly doubts: (asked: { after?: string; limit?: number }) => Promise<Doubts>;
  readonly next: (asked: { stage: Stage; limit?: number }) => Promise<NextToRead>;
  readonly disagreements: (asked: { limit?: number }) => Promise<Disagreements>;
  readonly unreported: (asked: { limit?: number }) => Promise<Unreported>;
  readonly text: (document: string) => Promise<string>;
  readonly address: (path: string) => string;
}

/** The server of one review. */
export function serverOf(review: ReviewId): Server {
  const address = (path: string) => `/api/reviews/${encodeURIComponent(review)}/${path}`;
  const get = <T>(path: string) => asked<T>(address(path));
  return {
    address,
    house: () => get<House>('rooms/house'),
    propose: async (changes) =>
      (await sent<ProposeAnswer>('POST', address('changes'), { changes } satisfies ProposeRequest)).answers,
    history: (wanted) => get<History>(`history?${query(wanted)}`),
    records: (wanted) => get<RecordList>(`records?${query(wanted)}`),
    record: (record) => get<RecordView>(`records/${encodeURIComponent(record)}`),
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
export const fetchMe = (): Promise<Me> => asked('/api/me');
export const renameMe = (name: string): Promise<Me> => sent('PUT', '/api/me', { name });
export const startReview = (title: string): Promise<{ id: ReviewId }> =>
  sent('POST', '/api/reviews', { title } satisfies NewReview);

async function asked<T>(path: string): Promise<T> {
  return (await answered(await fetch(path))).json() as Promise<T>;
}

async function sent<T>(method: string, path: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return (await answered(await fetch(path, { method, headers, body: JSON.stringify(body) }))).json() as Promise<T>;
}

/** An answer that is no answer becomes a refusal with words; a server that speaks no JSON has none of its own. */
async function answered(response: Response): Promise<Response> {
  if (response.ok) return response;
  const problem: Problem = await response.json().catch(() => ({ code: 'server.failed', values: {} }));
  throw new Refused(problem, response.status);
}

/** A byte order mark stays: the code points of a frozen text count it. */
const wholeText = async (response: Response): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());

function query(values: object): string {
  const pairs = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
}

/** An upload with its progress, which `fetch` cannot tell. The file goes last, after the fields that say what it is. */
export function upload<Answer>(
  path: string,
  fields: Readonly<Record<string, string>>,
  file: File,
  onPart: (part: number) => void,
): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== '') form.append(name, value);
  form.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onPart(total === 0 ? 1 : loaded / total);
    request.onload = () =>
      request.status < 300
        ? resolve(request.response)
        : reject(new Refused(problemIn(request.response), request.status));
    request.onerror = () => reject(new Refused({ code: 'server.failed', values: {} }, 0));
    request.open('POST', path);
    request.send(form);
  });
}

const problemIn = (answer: unknown): Problem =>
  typeof answer === 'object' && answer !== null && 'code' in answer
    ? (answer as Problem)
    : { code: 'server.failed', values: {} };
