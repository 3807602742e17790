import multipart from '@fastify/multipart';
import { type FastifyInstance, fastify } from 'fastify';
import { type Failed, answer, answerProblems } from './answer-problem.js';
import type { Guard } from './guard.js';
import { servePages } from './pages.js';
import { changeRoutes } from './routes/changes.js';
import { documentRoutes } from './routes/documents.js';
import { fileRoutes } from './routes/files.js';
import { houseRoutes } from './routes/house.js';
import { readingRoutes } from './routes/reading.js';
import { recordRoutes } from './routes/records.js';
import { reviewRoutes } from './routes/reviews.js';
import { sourceRoutes } from './routes/sources.js';
import type { Workplace } from './workplace.js';

/** Bytes of the body of a call: a thousand long changes. Files come another way, with a limit of their own. */
const largestBody = 16 * 1024 * 1024;

export interface WorkbenchParts {
  readonly workplace: Workplace;
  readonly guard: Guard;
  /** The folder of the built pages. */
  readonly webRoot: string;
  readonly onFailed: (failed: Failed) => void;
}

/** The workbench, not listening yet: the guard first, then every call, then the pages. */
export async function workbench({ workplace, guard, webRoot, onFailed }: WorkbenchParts): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: largestBody,
    forceCloseConnections: true,
    // Addresses that are none ('%zz') never reach a route.
    frameworkErrors: (_error, request, reply) => answer(request, reply, { code: 'server.notFound', values: {} }, 404),
  });
  answerProblems(app, onFailed);
  guard.watch(app);
  const limits = { fileSize: workplace.largestUpload, files: 1, fields: 30, fieldSize: 100_000, parts: 31 };
  await app.register(multipart, { limits, throwFileSizeLimit: false });
  for (const routes of [
    reviewRoutes,
    houseRoutes,
    changeRoutes,
    recordRoutes,
    readingRoutes,
    fileRoutes,
    sourceRoutes,
    documentRoutes,
  ])
    routes(app, workplace);
  await servePages(app, webRoot);
  // Streams do not end by themselves: closing would wait for ever.
  app.addHook('preClose', async () => workplace.library.endStreams());
  return app;
}
