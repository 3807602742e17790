import type { MultipartFile } from '@fastify/multipart';
import { type ChangeId, type DocumentId, type Proposal, idShape } from '@throughline/core';
import type { DocumentAnswer, Problem } from '@throughline/wire';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type TextToAttach, textToAttach } from '../attach-text.js';
import { fileName, formWithFile, wholly } from '../form-file.js';
import { newId } from '../new-id.js';
import { isProblem } from '../problem.js';
import { ofReview, shaped } from '../shape.js';
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
export function documentRoutes(app: FastifyInstance, { library, me, largestUpload }: Workplace): void {
  app.post('/api/reviews/:id/documents', async (request, reply): Promise<DocumentAnswer | Problem> => {
    const { id: review } = shaped(ofReview, request.params);
    const { open } = library.served(review);
    const { said, file } = await formWithFile(request, saidBeside);
    const path = fileName(file.filename);
    const bytes = await bytesOf(file, largestUpload);
    const attached = textToAttach(said.report, said.name ?? withoutEnding(path), path, bytes);
    if (isProblem(attached)) return reply.code(400).send(attached);
    const document = said.document ?? newId<DocumentId>('document');
    const [answer] = await open.propose([made(document, attached)], me.card.person, {
      beside: { contents: attached.contents },
    });
    if (answer === undefined || 'refused' in answer) return reply.code(400).send(answer?.refused);
    return { document, length: [...attached.text].length };
  });
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
