import type { House, RoomView } from '@throughline/wire';
import type { FastifyInstance } from 'fastify';
import { houseFor, isRoom, roomFor } from '../house.js';
import { ServerProblem } from '../problem.js';
import { ofReview, ofRoom, shaped } from '../shape.js';
import type { Workplace } from '../workplace.js';

/** The rooms, as the viewer may see them. */
export function houseRoutes(app: FastifyInstance, { library, me, cursors }: Workplace): void {
  app.get('/api/reviews/:id/rooms/house', async (request): Promise<House> => {
    const { id } = shaped(ofReview, request.params);
    return houseFor(library.served(id), me.card.person, cursors);
  });

  app.get('/api/reviews/:id/rooms/:room', async (request): Promise<RoomView> => {
    const { id, room } = shaped(ofRoom, request.params);
    const served = library.served(id);
    if (!isRoom(room)) throw new ServerProblem('server.notFound', {}, 404);
    return roomFor(served, me.card.person, room, cursors);
  });
}
