import type { House, RoomView } from '@throughline/wire';
import type { FastifyInstance } from 'fastify';
import { house, roomView } from '../answer-shapes.js';
import { houseFor, isRoom, roomFor } from '../house.js';
import { ServerProblem } from '../problem.js';
import { route } from '../route.js';
import { ofRoom } from '../shape.js';
import type { Workplace } from '../workplace.js';

/** The rooms, as the viewer may see them. */
export function houseRoutes(app: FastifyInstance, { cursors }: Workplace): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/rooms/house',
      access: 'review.look',
      summary: 'Every room as far as it travels, at one cursor',
      answer: house,
    },
    ({ inside: { served, person }, visitor: { name } }): Promise<House> => houseFor(served, { person, name }, cursors),
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/rooms/:room',
      access: 'review.look',
      summary: 'One room as far as it travels',
      params: ofRoom,
      answer: roomView,
    },
    ({ params: { room }, inside: { served, person } }): RoomView => {
      if (!isRoom(room)) throw new ServerProblem('server.notFound', {}, 404);
      return roomFor(served, person, room, cursors);
    },
  );
}
