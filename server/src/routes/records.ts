import { type RecordId, findingsOf, fullFlow } from '@throughline/core';
import type { Findings, FlowView, RecordList, RecordView } from '@throughline/wire';
import type { FastifyInstance } from 'fastify';
import { findings, flow, recordList, recordView } from '../answer-shapes.js';
import { ServerProblem } from '../problem.js';
import { pageOfRecords, viewsOf } from '../records.js';
import { route } from '../route.js';
import { ofRecord, recordsQuestion } from '../shape.js';

/** What stays on the server and is asked for: records in pages, and what is counted and found. */
export function recordRoutes(app: FastifyInstance): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/records',
      access: 'review.look',
      summary: 'A page of the records, or of those that hold all of some words',
      query: recordsQuestion,
      answer: recordList,
    },
    ({ query, inside: { served, person } }): Promise<RecordList> =>
      pageOfRecords(served.keeper, served.seenBy(person), served.id, query),
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/records/:record',
      access: 'review.look',
      summary: 'One record, with its lines as they came',
      params: ofRecord,
      answer: recordView,
    },
    async ({ params: { record }, inside: { served, person } }): Promise<RecordView> => {
      const stored = await served.keeper.records(served.id, [record as RecordId]);
      const [view] = viewsOf(served.seenBy(person), stored);
      if (view === undefined) throw new ServerProblem('thing.notFound', { id: record }, 404);
      return view;
    },
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/flow',
      access: 'review.look',
      summary: 'The counts of the flow',
      answer: flow,
    },
    ({ inside: { served, person } }): FlowView => fullFlow(served.seenBy(person)),
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/findings',
      access: 'review.look',
      summary: 'Contradictions, gaps, and what is thinly supported',
      answer: findings,
    },
    ({ inside: { served, person } }): Findings => ({ findings: findingsOf(served.seenBy(person)) }),
  );
}
