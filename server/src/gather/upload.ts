import type { PersonId } from '@throughline/core';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fileName, wholly } from '../form-file.js';
import { ServerProblem } from '../problem.js';
import type { GivenFile, Reading, Watch } from '../read-references.js';
import type { Served } from '../served.js';

/** A file that somebody sends, and those who wait for what becomes of it. */
export interface Upload {
  readonly served: Served;
  readonly person: PersonId;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly file: MultipartFile;
  /** Bytes that are taken. */
  readonly limit: number;
  /** The name under which progress is told on the live stream; nobody is told without one. */
  readonly task: string | undefined;
}

/** Milliseconds between two tellings of how far it is. */
const tellEvery = 100;

/** Works on an uploaded file for as long as its sender waits: closing the request stops it. */
export async function withUpload<T>(
  { served, person, request, reply, file, limit, task }: Upload,
  work: (file: GivenFile, watch: Watch) => Promise<T>,
): Promise<T> {
  const name = fileName(file.filename);
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const size = Number(request.headers['content-length']);
  const of = Number.isFinite(size) ? { of: size } : {};
  let told = 0;
  const onProgress = ({ bytes, records }: Reading): void => {
    const now = performance.now();
    if (task === undefined || now - told < tellEvery) return;
    told = now;
    served.progress(person, { task, done: bytes, ...of, records });
  };
  try {
    return await work({ name, bytes: wholly(file, limit) }, { signal: gone.signal, onProgress });
  } catch (error) {
    throw gone.signal.aborted ? new ServerProblem('import.stopped', { name }) : error;
  } finally {
    file.file.resume();
  }
}
