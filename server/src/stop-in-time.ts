import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { ServerProblem } from './problem.js';

/** Milliseconds that a request may take to be finished after the program was told to stop. */
const grace = 10_000;
const sweepEvery = 50;

/**
 * Who is being answered when the program stops is answered first; whoever comes on an open connection then is told.
 * Streams do not end by themselves, browsers open connections and send nothing on them, and an upload may take long:
 * closing would wait for ever.
 */
export function stopInTime(app: FastifyInstance, endStreams: () => void): void {
  const unused = unusedConnections(app);
  let stopping = false;
  app.addHook('onRequest', async (_request, reply) => {
    if (!stopping) return;
    reply.header('connection', 'close');
    throw new ServerProblem('server.stopping', {}, 503);
  });
  app.addHook('preClose', async () => {
    stopping = true;
    endStreams();
    for (const socket of unused) socket.destroy();
    const sweep = setInterval(() => app.server.closeIdleConnections(), sweepEvery).unref();
    const cut = setTimeout(() => app.server.closeAllConnections(), grace).unref();
    app.server.once('close', () => {
      clearInterval(sweep);
      clearTimeout(cut);
    });
  });
}

/** Connections on which nothing was ever asked: Node does not count them among the idle ones. */
function unusedConnections({ server }: FastifyInstance): ReadonlySet<Socket> {
  const unused = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  return unused;
}
