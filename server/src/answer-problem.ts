import { RefusedBeginning, StoreProblem, type StoreProblemCode } from '@throughline/storage';
import type { Problem } from '@throughline/wire';
import { sayProblem } from '@throughline/words';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ServerProblem, type ServerProblemCode } from './problem.js';

/** What the program writes down of a request that failed for no reason it knows. */
export interface Failed {
  readonly method: string;
  readonly path: string;
  readonly error: unknown;
}

/** Every error becomes a problem with a code; one that nobody foresaw is logged, and its details stay here. */
export function answerProblems(app: FastifyInstance, onFailed: (failed: Failed) => void): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { problem, status } = problemOf(error, request.routeOptions.bodyLimit ?? app.initialConfig.bodyLimit ?? 0);
    if (problem.code === 'server.failed') onFailed({ method: request.method, path: pathOf(request), error });
    return answer(request, reply, problem, status);
  });
}

/** A page asked for by a person is answered with a sentence, everything else with the code and its values. */
export function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { code, values }: Problem,
  status: number,
): FastifyReply {
  if (!isPage(request)) return reply.code(status).send({ code, values });
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(sentencePage(sayProblem(code, values)));
}

/** Is this a page that somebody opens, and not a call of our own pages? */
export const isPage = (request: FastifyRequest): boolean =>
  request.method === 'GET' && !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html');

function problemOf(error: FastifyError, bodyLimit: number): { problem: Problem; status: number } {
  if (error instanceof ServerProblem) return { problem: error, status: error.status };
  if (error instanceof StoreProblem) return { problem: error, status: storeStatus(error.code) };
  if (error instanceof RefusedBeginning) return { problem: error.refusal, status: 400 };
  return ofFramework(error, bodyLimit);
}

/** Fastify and its plugins refuse with a status and a code of their own. */
function ofFramework(
  { code = '', statusCode = 500, message }: FastifyError,
  bodyLimit: number,
): { problem: Problem; status: number } {
  const said = (problem: ServerProblemCode, status: number, values: Problem['values'] = {}) => ({
    problem: { code: problem, values },
    status,
  });
  if (statusCode < 400 || statusCode >= 500) return said('server.failed', 500);
  if (statusCode === 403 || statusCode === 404) return said('server.notFound', 404);
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return said('server.tooLarge', 413, { limit: inMegabytes(bodyLimit) });
  if (code === '' || code.startsWith('FST_ERR_CTP_')) return said('request.notJson', statusCode);
  return said('request.invalid', statusCode, { where: '', what: message });
}

function storeStatus(code: StoreProblemCode): number {
  if (code === 'review.unknown' || code === 'file.missing') return 404;
  if (code === 'file.readOnly' || code === 'file.folderReadOnly' || code === 'file.exists') return 409;
  if (code.startsWith('archive.')) return code === 'archive.tooLarge' ? 413 : 400;
  return code === 'file.busy' || code === 'file.diskFull' || code.startsWith('store.') ? 503 : 500;
}

export const inMegabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

const pathOf = ({ url }: FastifyRequest): string => url.split('?')[0] ?? '';

const escaped = (text: string): string => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);

const sentencePage = (sentence: string): string =>
  `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Throughline</title>\n<p>${escaped(sentence)}</p>\n</html>\n`;
