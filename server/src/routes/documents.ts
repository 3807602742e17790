import type { MultipartFile } from '@fastify/multipart';
import { type ChangeId, type DocumentId, type Proposal, idShape } from '@throughline/core';
import type { DocumentAnswer, Problem } from '@throughline/wire';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { documentAnswer } from '../answer-shapes.js';
import { type TextToAttach, textToAttach } from '../attach-text.js';
import { fileName, formWithFile, wholly } from '../form-file.js';
import { newId } from '../new-id.js';
import { isProblem } from '../problem.js';
import { route } from '../route.js';
import type { Workplace } from '../workplace.js';

const id = z.string().regex(idShape);

/** What a form says beside the file. */
const saidBeside = z.object({
  report: id,
  /** The id that the document will have. */
  document: id.optional(),
  name: z.string().trim().min(1).max(1000).optional(),
});

/** The text of a report arrives. It is taken out, frozen, and stored with the file it came in. */
export function documentRoutes(app: FastifyInstance, { library, largestUpload }: Workplace): void {
  route(
    app,
    {
      method: 'POST',
      url: '/api/reviews/:id/documents',
      access: 'review.attach',
      summary: 'Attaches the text of a report, as a file in plain text',
      form: saidBeside,
      answer: documentAnswer,
    },
    async ({ inside: { served, person }, request, reply }): Promise<DocumentAnswer | Problem> => {
      await library.mayGrow(served.id);
      const limit = await largestUpload();
      const { said, file } = await formWithFile(request, saidBeside, limit);
      const path = fileName(file.filename);
      const bytes = await bytesOf(file, limit);
      const attached = textToAttach(said.report, said.name ?? withoutEnding(path), path, bytes);
      if (isProblem(attached)) return refused(reply, attached);
      const document = said.document ?? newId<DocumentId>('document');
      const [answer] = await served.open.propose([made(document, attached)], person, {
        as: served.viewer(person),
        beside: { contents: attached.contents },
      });
      if (answer !== undefined && 'accepted' in answer) return { document, length: [...attached.text].length };
      return refused(reply, answer?.refused ?? { code: 'server.failed', values: {} });
    },
  );
}

function refused(reply: FastifyReply, problem: Problem): Problem {
  reply.code(400);
  return problem;
}

/** A refused form, or a file that is cut off, lets the rest of the bytes through. */
async function bytesOf(file: MultipartFile, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of wholly(file, limit)) chunks.push(chunk);
  } finally {
    file.file.resume();
  }
  return Buffer.concat(chunks);
}

const withoutEnding = (name: string): string => name.replace(/\.txt$/i, '') || name;

const made = (document: string, { fields }: TextToAttach): Proposal => ({
  id: newId<ChangeId>('change'),
  kind: 'document.made',
  version: 1,
  payload: { id: document, ...fields },
});
