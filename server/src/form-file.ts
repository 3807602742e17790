import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { inMegabytes } from './answer-problem.js';
import { ServerProblem } from './problem.js';
import { shaped } from './shape.js';

/**
 * A form with one file of at most `limit` bytes. Its fields come before the file: everything is known before the first
 * byte of it is read.
 */
export async function formWithFile<T>(
  request: FastifyRequest,
  schema: z.ZodType<T>,
  limit: number,
): Promise<{ said: T; file: MultipartFile }> {
  if (!request.isMultipart())
    throw new ServerProblem('request.invalid', { where: '', what: 'multipart/form-data' }, 415);
  const fields: Record<string, unknown> = {};
  for await (const part of partsOf(request, limit)) {
    if (part.type === 'file') return { said: saidOrDrained(schema, fields, part), file: part };
    fields[part.fieldname] = part.value === '' ? undefined : part.value;
  }
  throw new ServerProblem('request.invalid', { where: 'file', what: 'missing' });
}

/** The reader of forms has a code for what it refuses, and none for a form that breaks off. */
async function* partsOf(request: FastifyRequest, fileSize: number): AsyncGenerator<Multipart> {
  const parts = request.parts({ limits: { fileSize } });
  try {
    for (let next = await parts.next(); !next.done; next = await parts.next()) yield next.value;
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error) throw error;
    throw new ServerProblem('request.invalid', { where: 'file', what: 'broken off' });
  }
}

/** Where the form is refused, the rest of the file still has to be let through: a browser answers only to what it sent. */
function saidOrDrained<T>(schema: z.ZodType<T>, fields: object, { file }: MultipartFile): T {
  try {
    return shaped(schema, fields);
  } catch (error) {
    file.resume();
    throw error;
  }
}

/** The bytes of a file as they come. A stream that was cut off at the limit is no file. */
export async function* wholly({ file }: MultipartFile, limit: number): AsyncGenerator<Uint8Array> {
  for await (const chunk of file) yield chunk as Uint8Array;
  if (file.truncated) throw new ServerProblem('server.tooLarge', { limit: inMegabytes(limit) }, 413);
}

/** The last part of a path of any system, so that what is stored never is one. */
export const fileName = (given: string): string => given.split(/[\\/]/).at(-1)?.slice(0, 255) || 'file';
