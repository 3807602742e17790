import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PersonId, asId, idShape, stages } from '@throughline/core';
import { type ReturnedShare, ShareProblem, handOver, namesOf, takeBack, withShareFile } from '@throughline/storage';
import type { Problem, TakenBack } from '@throughline/wire';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { problemShape } from '../answer-shapes.js';
import { fileNames } from '../file-names.js';
import { fileName, formWithFile, wholly } from '../form-file.js';
import { route } from '../route.js';
import type { Served } from '../served.js';
import { type Workplace, by } from '../workplace.js';

const toHandOver = z.object({
  person: z
    .string()
    .regex(idShape)
    .transform((text) => asId<PersonId>(text)),
  stage: z.enum(stages),
  percent: z.number().gt(0).max(100),
  seed: z.string().trim().min(1).max(200).optional(),
});

/** Of the form; there is nothing beside the file. */
const nothing = z.object({});

const takenBack = z.object({
  person: z.string(),
  taken: z.number().int(),
  known: z.number().int(),
  refused: z.array(z.object({ change: z.looseObject({ id: z.string(), kind: z.string() }), refusal: problemShape })),
});

/** Reading that is done elsewhere: a share goes out as a file, and what was done in it comes back. */
export function shareRoutes(app: FastifyInstance, workplace: Workplace): void {
  handingOver(app, workplace);
  takingBack(app, workplace);
}

function handingOver(app: FastifyInstance, { note }: Workplace): void {
  route(
    app,
    {
      method: 'POST',
      url: '/api/reviews/:id/shares',
      access: 'review.handOver',
      summary: "Hands a part of the reading over, and answers the share's file",
      body: toHandOver,
      answer: { media: 'application/octet-stream' },
    },
    async ({ body: { seed, ...asked }, inside: { served, viewer, review }, visitor, reply }) => {
      const folder = await temporaryFolder(reply);
      const path = join(folder, 'share.throughline');
      const handed = await orProblem(
        handOver(served, { ...asked, ...(seed === undefined ? {} : { seed }) }, viewer, path),
      );
      if ('code' in handed) return refused(reply, handed);
      note({ what: 'share.handedOver', ...by(visitor), review });
      const name = encodeURIComponent(await nameFor(served, asked.person));
      return reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .send(createReadStream(path));
    },
  );
}

function takingBack(app: FastifyInstance, { library, largestUpload, note }: Workplace): void {
  route(
    app,
    {
      method: 'POST',
      url: '/api/reviews/:id/returns',
      access: 'review.takeBack',
      summary: 'Takes a share back: proposes what was done in it, and answers what contradicts',
      form: nothing,
      answer: takenBack,
    },
    async ({ inside: { served, person, review }, visitor, request, reply }): Promise<TakenBack | Problem> => {
      await library.mayGrow(served.id);
      const limit = await largestUpload();
      const { file } = await formWithFile(request, nothing, limit);
      const path = join(await temporaryFolder(reply), 'returned');
      await writeFile(path, wholly(file, limit), { flag: 'wx' });
      const work = withShareFile(path, (share) => takeBack(served, share, person), { called: fileName(file.filename) });
      const answer = await orProblem(work);
      if ('code' in answer) return refused(reply, answer);
      note({ what: 'share.takenBack', ...by(visitor), review });
      return presented(answer);
    },
  );
}

/** A folder for as long as the answer takes. */
async function temporaryFolder(reply: FastifyReply): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-share-'));
  reply.raw.once('close', () => void rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The share, or why there is none; anything else that goes wrong stays an error. */
async function orProblem<T extends object>(work: Promise<T>): Promise<T | ShareProblem> {
  return work.catch((error: unknown) => {
    if (error instanceof ShareProblem) return error;
    throw error;
  });
}

function refused(reply: FastifyReply, { code, values }: ShareProblem): Problem {
  reply.code(code === 'role.mayNot' ? 403 : 409).type('application/json; charset=utf-8');
  return { code, values };
}

/** "shared-care-for-ben-okafor.throughline" */
async function nameFor(served: Served, person: PersonId): Promise<string> {
  const names = await namesOf(served.keeper, served.review);
  const [name = 'share'] = fileNames(`${served.card().title} for ${names[person] ?? person}`);
  return `${name}.throughline`;
}

const presented = ({ mark: { person }, taken, known, refused: against }: ReturnedShare): TakenBack => ({
  person,
  taken,
  known,
  refused: against,
});
