import type { MultipartFile } from '@fastify/multipart';
import { type ImportId, type PersonId, type SourceId, asId, idShape, sourceFields } from '@throughline/core';
import { formatNames } from '@throughline/formats';
import type { ImportAnswer, Problem } from '@throughline/wire';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { importAnswer } from '../answer-shapes.js';
import { fileName, formWithFile, wholly } from '../form-file.js';
import { type ImportResult, importFile } from '../import-file.js';
import { newId } from '../new-id.js';
import type { NewSource } from '../new-source.js';
import { ServerProblem, isProblem } from '../problem.js';
import { route } from '../route.js';
import type { Served } from '../served.js';
import type { Workplace } from '../workplace.js';

const id = z.string().regex(idShape);

/** What a form says beside the file: a source that is there, or the fields of a new one. */
const saidBeside = sourceFields.partial().extend({
  source: id.optional(),
  /** The id that the import will have; progress on the live stream carries it as its task. */
  import: id.optional(),
  format: z.enum(formatNames).optional(),
  again: z.enum(['true', 'false']).optional(),
});
type Said = z.output<typeof saidBeside>;

/** A file of references arrives. It is read as it comes; nothing is stored before it is whole. */
export function sourceRoutes(app: FastifyInstance, { library, largestUpload }: Workplace): void {
  route(
    app,
    {
      method: 'POST',
      url: '/api/reviews/:id/sources',
      access: 'review.import',
      summary: 'Takes in a file of references, into a source that is there or a new one',
      form: saidBeside,
      answer: importAnswer,
    },
    async ({ inside: { served, person }, request, reply }): Promise<ImportAnswer | Problem> => {
      await library.mayGrow(served.id);
      const limit = await largestUpload();
      const { said, file } = await formWithFile(request, saidBeside, limit);
      const result = await importing(served, said, file, { by: person, request, reply, limit });
      if (!isProblem(result)) return presented(result);
      reply.code(result.code === 'import.again' ? 409 : 400);
      return result;
    },
  );
}

interface Asking {
  readonly by: PersonId;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly limit: number;
}

async function importing(
  served: Served,
  said: Said,
  file: MultipartFile,
  { by, request, reply, limit }: Asking,
): Promise<ImportResult | Problem> {
  const task = said.import ?? newId<ImportId>('import');
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const size = Number(request.headers['content-length']);
  const of = Number.isFinite(size) ? { of: size } : {};
  try {
    return await importFile(
      served.open,
      {
        source: said.source === undefined ? newSource(said) : asId<SourceId>(said.source),
        file: { name: fileName(file.filename), bytes: wholly(file, limit) },
        import: asId<ImportId>(task),
        by,
        again: said.again === 'true',
        ...(said.format === undefined ? {} : { format: said.format }),
      },
      { signal: gone.signal, onProgress: ({ bytes }) => served.progress(by, { task, done: bytes, ...of }) },
    );
  } catch (error) {
    throw gone.signal.aborted ? new ServerProblem('import.stopped', { name: fileName(file.filename) }) : error;
  } finally {
    file.file.resume();
  }
}

function newSource({ kind, name, ...said }: Said): NewSource {
  if (kind === undefined) throw new ServerProblem('request.invalid', { where: 'kind', what: 'missing' });
  if (name === undefined) throw new ServerProblem('request.invalid', { where: 'name', what: 'missing' });
  const { platform, coverage, searched, until, searchedBy, limits, strategy, note } = said;
  const fields = { platform, coverage, searched, until, searchedBy, limits, strategy, note };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { kind, name, ...(Object.fromEntries(given) as Partial<NewSource>) };
}

const presented = (result: ImportResult): ImportAnswer => ({
  import: result.import,
  source: result.source,
  format: result.format,
  read: result.read,
  unread: result.unread.map(({ lines, reason, text }) => ({ from: lines.from, to: lines.to, reason, text })),
  passedOver: result.passedOver,
});
