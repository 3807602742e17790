import { existsSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { answer, isPage } from './answer-problem.js';

/**
 * The built pages. Every address that is no file and no call is the one page, which knows its own addresses; where the
 * pages have not been built, it says so.
 */
export async function servePages(app: FastifyInstance, root: string): Promise<void> {
  const built = existsSync(join(root, 'index.html'));
  if (built) await app.register(fastifyStatic, { root, cacheControl: false, dotfiles: 'deny', setHeaders: keepAssets });
  app.setNotFoundHandler((request, reply) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    const own = isPage(request) && extname(pathname) === '';
    if (own && built) return reply.sendFile('index.html');
    if (own) return answer(request, reply, { code: 'server.notBuilt', values: {} }, 503);
    return answer(request, reply, { code: 'server.notFound', values: {} }, 404);
  });
}

/** Built assets have their hash in their names: a browser may keep them. Everything else is asked for every time. */
function keepAssets(reply: FastifyReply, path: string): void {
  if (path.includes(`${sep}assets${sep}`)) reply.header('cache-control', 'private, max-age=31536000, immutable');
}
