import multipart from '@fastify/multipart';
import { type FastifyInstance, fastify } from 'fastify';
import { admitByPolicy } from './admit.js';
import { type Failed, answer, answerProblems } from './answer-problem.js';
import { describeCalls } from './openapi.js';
import { servePages } from './pages.js';

import { checkShapes } from './route.js';
import { archiveRoutes } from './routes/archives.js';
import { changeRoutes } from './routes/changes.js';
import { documentRoutes } from './routes/documents.js';
import { duplicateRoutes } from './routes/duplicates.js';
import { exportRoutes } from './routes/exports.js';
import { fileRoutes } from './routes/files.js';
import { houseRoutes } from './routes/house.js';
import { liveRoutes } from './routes/live.js';
import { oneStudyRoutes } from './routes/one-study.js';
import { readingRoutes } from './routes/reading.js';
import { recordRoutes } from './routes/records.js';
import { reviewRoutes } from './routes/reviews.js';
import { shareRoutes } from './routes/shares.js';
import { sourceRoutes } from './routes/sources.js';
import { stopInTime } from './stop-in-time.js';
import type { Workplace } from './workplace.js';

/** Bytes of the body of a call: a thousand long changes. Files come another way, with a limit of their own. */
const largestBody = 16 * 1024 * 1024;

export interface WorkbenchParts {
  readonly workplace: Workplace;
  /** The calls that only a desk has, or only a team's server. */
  readonly ownRoutes: (app: FastifyInstance, workplace: Workplace) => void;
  /** Stands after the door and before every call. */
  readonly before?: (app: FastifyInstance) => Promise<void> | void;
  /** Addresses of proxies in front whose word for the asker's address is taken. None without. */
  readonly trustProxy?: boolean | string;
  /** The folder of the built pages. */
  readonly webRoot: string;
  readonly onFailed: (failed: Failed) => void;
}

/** The calls about reviews, which a desk and a team's server share. */
const sharedRoutes = [
  reviewRoutes,
  houseRoutes,
  changeRoutes,
  liveRoutes,
  recordRoutes,
  duplicateRoutes,
  readingRoutes,
  oneStudyRoutes,
  exportRoutes,
  fileRoutes,
  sourceRoutes,
  documentRoutes,
  archiveRoutes,
  shareRoutes,
];

/**
 * The workbench, not listening yet: the door and the policy first, then every call, then the pages. A desk and a team's
 * server differ in their door, their library, and a few calls of their own.
 */
export async function workbench(parts: WorkbenchParts): Promise<FastifyInstance> {
  const { workplace, ownRoutes, webRoot, onFailed } = parts;
  const app = fastify({
    bodyLimit: largestBody,
    // Who is being answered when the program stops is answered first; connections that wait for nothing are closed.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    trustProxy: parts.trustProxy ?? false,
    // Addresses that are none ('%zz') never reach a route.
    frameworkErrors: (_error, request, reply) => answer(request, reply, { code: 'server.notFound', values: {} }, 404),
  });
  answerProblems(app, onFailed);
  checkShapes(app);
  stopInTime(app, () => workplace.library.endStreams());
  await admitByPolicy(app, workplace, parts.before);
  await describeCalls(app);
  // The bytes of a file are limited where it is read (form-file.ts).
  const limits = { files: 1, fields: 30, fieldSize: 100_000, parts: 31 };
  await app.register(multipart, { limits, throwFileSizeLimit: false });
  for (const routes of [...sharedRoutes, ownRoutes]) routes(app, workplace);
  await servePages(app, webRoot);
  return app;
}
