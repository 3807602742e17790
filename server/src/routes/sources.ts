import {
  type ImportId,
  type PersonId,
  type SourceId,
  asId,
  idOf,
  idShape,
  sourceFields,
  stages,
} from '@throughline/core';
import { columnFields, formatNames } from '@throughline/formats';
import type { ImportAnswer, ImportReport, Problem, Readings } from '@throughline/wire';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { importAnswer, importReport, readings } from '../answer-shapes.js';
import { formWithFile } from '../form-file.js';
import { reportOfImport } from '../gather/import-report.js';
import { lookAtFile } from '../gather/look-at-file.js';
import { withUpload } from '../gather/upload.js';
import { importFile } from '../import-file.js';
import { newId } from '../new-id.js';
import type { NewSource } from '../new-source.js';
import { ServerProblem, isProblem } from '../problem.js';
import type { HowToRead } from '../read-references.js';
import { route } from '../route.js';
import type { Served } from '../served.js';
import { ofImport } from '../shape.js';
import type { Workplace } from '../workplace.js';

const id = z.string().regex(idShape);
const yesOrNo = z.enum(['true', 'false']).optional();

/** A field of a form that holds JSON. */
const json = <T>(schema: z.ZodType<T>) =>
  z
    .string()
    .max(1_000_000)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'is no JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

/** What is said of how to read a file. */
const howToRead = {
  format: z.enum(formatNames).optional(),
  columns: json(z.array(z.enum(columnFields).nullable()).max(1000)).optional(),
  part: z.string().max(4000).optional(),
};

const saidOfReading = z.object({ ...howToRead, source: id.optional(), task: id.optional() });

/** What a form says beside the file: a source that is there, or the fields of a new one, and what is to become of it. */
const saidBeside = sourceFields.partial().extend({
  ...howToRead,
  said: z.coerce.number().int().nonnegative().optional(),
  source: id.optional(),
  /** The id that the import will have; progress on the live stream carries it as its task. */
  import: id.optional(),
  again: yesOrNo,
  compare: yesOrNo,
  groups: yesOrNo,
  votes: json(
    z.array(z.object({ by: z.string().max(1000), person: idOf<PersonId>(), stage: z.enum(stages) })).max(200),
  ).optional(),
});
type Said = z.output<typeof saidBeside>;

/** Files of references: looked at, taken in, and told about afterwards. */
export function sourceRoutes(app: FastifyInstance, workplace: Workplace): void {
  readingRoute(app, workplace);
  importRoute(app, workplace);
  reportRoute(app);
}

function readingRoute(app: FastifyInstance, { largestUpload }: Workplace): void {
  route(
    app,
    {
      method: 'POST',
      url: '/api/reviews/:id/readings',
      access: 'review.import',
      summary: 'Reads a file of references, or each file of an archive, and stores nothing',
      form: saidOfReading,
      answer: readings,
    },
    async ({ inside: { served, person }, request, reply }): Promise<Readings | Problem> => {
      const limit = await largestUpload();
      const { said, file } = await formWithFile(request, saidOfReading, limit);
      const { keeper, id: review } = served;
      const source = said.source === undefined ? {} : { source: asId<SourceId>(said.source) };
      const into = { keeper, id: review, review: served.seenBy(person), ...source };
      const looked = await withUpload(
        { served, person, request, reply, file, limit, task: said.task },
        (given, watch) => lookAtFile(into, given, howOf(said), watch),
      );
      if (isProblem(looked)) reply.code(400);
      return looked;
    },
  );
}

function importRoute(app: FastifyInstance, { library, largestUpload }: Workplace): void {
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
      const task = said.import ?? newId<ImportId>('import');
      const result = await withUpload({ served, person, request, reply, file, limit, task }, (given, watch) =>
        importFile(
          served.open,
          { ...askedOf(served, said), file: given, import: asId<ImportId>(task), by: person },
          watch,
        ),
      );
      if (isProblem(result)) reply.code(statusOf(result));
      return result;
    },
  );
}

function reportRoute(app: FastifyInstance): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/imports/:import/report',
      access: 'review.look',
      summary: 'What became of a file that was taken in, read again from the bytes that are kept',
      params: ofImport,
      answer: importReport,
    },
    async ({ params, inside: { served, person }, reply }): Promise<ImportReport> => {
      const held = served.seenBy(person).gather.imports.get(params.import);
      if (held === undefined) throw new ServerProblem('thing.notFound', { id: params.import }, 404);
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      return reportOfImport(served, held, { signal: gone.signal });
    },
  );
}

function askedOf(served: Served, said: Said) {
  const { votes, groups, again, compare } = said;
  return {
    ...howOf(said),
    source: said.source === undefined ? newSource(said) : asId<SourceId>(said.source),
    again: again === 'true',
    groups: groups === 'true',
    holder: served.holder,
    ...(compare === 'true' ? { compare: served.keeper } : {}),
    ...(votes === undefined ? {} : { votes }),
  };
}

const howOf = ({ format, columns, part }: Pick<Said, 'format' | 'columns' | 'part'>): HowToRead => ({
  ...(format === undefined ? {} : { format }),
  ...(columns === undefined ? {} : { columns }),
  ...(part === undefined ? {} : { part }),
});

const statuses: Readonly<Record<string, number>> = { 'import.again': 409, 'import.votesOfOthers': 403 };
const statusOf = ({ code }: Problem): number => statuses[code] ?? 400;

function newSource({ kind, name, ...fields }: Said): NewSource {
  if (kind === undefined) throw new ServerProblem('request.invalid', { where: 'kind', what: 'missing' });
  if (name === undefined) throw new ServerProblem('request.invalid', { where: 'name', what: 'missing' });
  const { platform, coverage, searched, until, searchedBy, limits, strategy, said, note } = fields;
  const given = Object.entries({ platform, coverage, searched, until, searchedBy, limits, strategy, said, note });
  const present = given.filter(([, value]) => value !== undefined);
  return { kind, name, ...(Object.fromEntries(present) as Partial<NewSource>) };
}
