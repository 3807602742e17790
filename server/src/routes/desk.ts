import { roles } from '@throughline/core';
import type { Me, Session } from '@throughline/wire';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { deskSession, me as meShape } from '../answer-shapes.js';
import type { DeskLibrary } from '../desk-library.js';
import type { Myself } from '../me.js';
import { newPerson } from '../new-person.js';
import { route } from '../route.js';
import { newName } from '../shape.js';

/** Who sits at this machine. */
export function deskRoutes(app: FastifyInstance, me: Myself, library: DeskLibrary): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/session',
      access: 'session.see',
      summary: 'Who asks: the person at this desk',
      answer: deskSession,
    },
    (): Session => ({ at: 'desk', ...me.card, nameAsked: me.named }),
  );

  route(
    app,
    {
      method: 'GET',
      url: '/api/me',
      access: 'account.own',
      summary: 'The person at this desk',
      answer: meShape,
    },
    (): Me => me.card,
  );

  route(
    app,
    {
      method: 'PUT',
      url: '/api/me',
      access: 'account.own',
      summary: "Puts another name on the person's card, in every review that is open here",
      body: newName,
      answer: meShape,
    },
    async ({ body: { name } }): Promise<Me> => {
      const renamed = await me.rename(name);
      await library.rename(renamed);
      return renamed;
    },
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/reviews/:id/people',
      access: 'review.invite',
      summary: 'Puts somebody new among the people of a review, to hand a share over to',
      body: newName.extend({ role: z.enum(roles) }),
      answer: meShape,
      status: 201,
    },
    async ({ body, inside }): Promise<Me> => newPerson(body, inside),
  );
}
