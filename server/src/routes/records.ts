import { type RecordId, findingsOf, fullFlow } from '@throughline/core';
import type { Doubts, Findings, FlowView, RecordList, RecordView } from '@throughline/wire';
import type { FastifyInstance } from 'fastify';
import { ServerProblem } from '../problem.js';
import { pageOfRecords, viewsOf } from '../records.js';
import { doubtsQuestion, ofRecord, ofReview, recordsQuestion, shaped } from '../shape.js';
import type { Workplace } from '../workplace.js';

/** What stays on the server and is asked for: records in pages, pairs to look at, and what is counted and found. */
export function recordRoutes(app: FastifyInstance, { library, me }: Workplace): void {
  app.get('/api/reviews/:id/records', async (request): Promise<RecordList> => {
    const { id } = shaped(ofReview, request.params);
    const asked = shaped(recordsQuestion, request.query);
    const served = library.served(id);
    return pageOfRecords(served.keeper, served.seenBy(me.card.person), served.id, asked);
  });

  app.get('/api/reviews/:id/records/:record', async (request): Promise<RecordView> => {
    const { id, record } = shaped(ofRecord, request.params);
    const served = library.served(id);
    const stored = await served.keeper.records(served.id, [record as RecordId]);
    const [view] = viewsOf(served.seenBy(me.card.person), stored);
    if (view === undefined) throw new ServerProblem('thing.notFound', { id: record }, 404);
    return view;
  });

  app.get('/api/reviews/:id/doubts', async (request): Promise<Doubts> => {
    const { id } = shaped(ofReview, request.params);
    const asked = shaped(doubtsQuestion, request.query);
    const served = library.served(id);
    return served.doubting.page(served.seenBy(me.card.person), asked);
  });

  app.get('/api/reviews/:id/flow', async (request): Promise<FlowView> => {
    const { id } = shaped(ofReview, request.params);
    return fullFlow(library.served(id).seenBy(me.card.person));
  });

  app.get('/api/reviews/:id/findings', async (request): Promise<Findings> => {
    const { id } = shaped(ofReview, request.params);
    return { findings: findingsOf(library.served(id).seenBy(me.card.person)) };
  });
}
