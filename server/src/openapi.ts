import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifySchema, RouteOptions } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problemShape } from './answer-shapes.js';
import { policy } from './policy.js';
import { type Answer, type Documented, route } from './route.js';

declare module 'fastify' {
  interface FastifySchema {
    summary?: string;
    tags?: readonly string[];
    'x-access'?: { readonly name: string; readonly standings: readonly string[] };
    consumes?: readonly string[];
    hide?: boolean;
  }
}

/** Describes every call by the schemas that check it, at GET /api/openapi.json. Before the calls are registered. */
export async function describeCalls(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Throughline',
        version: '1',
        description:
          'The calls of the workbench. `x-access` names who may: how somebody stands to the server, or their role in the ' +
          'review. Whoever is nobody in a review is answered as if it did not exist.',
      },
      servers: [{ url: '/' }],
    },
    transform: ({ route: registered, schema, ...rest }) => {
      const described = describedBy(registered, schema ?? {});
      const { schema: written, url } = jsonSchemaTransform({ ...rest, route: registered, schema: described });
      return { schema: withFile(registered.config?.documented, written as FastifySchema), url };
    },
  });
  route(
    app,
    {
      method: 'GET',
      url: '/api/openapi.json',
      access: 'server.describe',
      summary: 'This description, as OpenAPI 3.1',
      answer: z.looseObject({ openapi: z.string() }),
    },
    () => app.swagger(),
  );
}

/** What is no call of ours (a page, a built file) does not stand in the description. */
function describedBy({ config, url }: RouteOptions, shapes: FastifySchema): FastifySchema {
  const { access, documented } = config ?? {};
  if (access === undefined || documented === undefined) return { hide: true };
  return {
    ...shapes,
    summary: documented.summary,
    tags: [url.startsWith('/api/reviews/:id/') ? 'review' : (url.split('/')[2] ?? '')],
    'x-access': { name: access, standings: policy[access] },
    response: { ...success(documented), default: { description: 'A refusal or problem', ...json(problemShape) } },
  };
}

function success({ status, answer }: Documented): Record<number, unknown> {
  return {
    [status]: answer === undefined ? z.null().describe('Nothing') : { description: 'Done', ...contentOf(answer) },
  };
}

const json = (shape: z.ZodType) => ({ content: { 'application/json': { schema: shape } } });

const contentOf = (answer: Answer) =>
  'media' in answer ? { content: { [answer.media]: { schema: z.unknown() } } } : json(answer);

/** A form is its fields and a file, in that order. */
function withFile(documented: Documented | undefined, schema: FastifySchema): FastifySchema {
  if (documented?.form === undefined) return schema;
  const { $schema: _, ...fields } = z.toJSONSchema(documented.form, { io: 'input' });
  const file = { type: 'string', contentMediaType: 'application/octet-stream' };
  return {
    ...schema,
    consumes: ['multipart/form-data'],
    body: {
      ...fields,
      properties: { ...fields.properties, file },
      required: [...(fields.required ?? []), 'file'],
    },
  };
}
