import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type AccessName, type OpenAccess, type ReviewAccess, isReviewAccess } from './policy.js';
import { ofReview, shaped } from './shape.js';
import type { Inside, Visitor } from './visitor.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the published description says of this call, beside what it takes. */
    documented?: Documented;
  }
}

/** The part of a call that is described and not checked. */
export interface Documented {
  readonly summary: string;
  /** The fields of a multipart form, which come before its file. */
  readonly form?: z.ZodType;
  readonly answer?: Answer;
  readonly status: number;
}

/** A schema for JSON, or a media type. */
export type Answer = z.ZodType | { readonly media: string };

/** Bytes of a JSON body outside a review, where the asker may be anybody: a name, an address, a password. */
const largestBodyOutside = 1024 * 1024;

/** One call: who may, what it takes, what it answers. The checks and the published description are made from this. */
export interface RouteSpec<A extends AccessName, P, Q, B> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: `/api/${string}`;
  /** The line of the policy. */
  readonly access: A;
  /** What it does, as one sentence without a full stop. */
  readonly summary: string;
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  /** Of a JSON body. */
  readonly body?: z.ZodType<B>;
  /** Of a multipart body: its fields. The file comes after them; read both with `formWithFile`. */
  readonly form?: z.ZodType;
  /** What is answered: a schema for JSON, or a media type. None: 204. It is documented, and not checked again. */
  readonly answer?: Answer;
  /** Of the answer, where it is not 200, or 204 for none. */
  readonly status?: number;
}

/** What a handler has at hand. The shapes were checked and the policy asked before it runs. */
export interface Asked<A extends AccessName, P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** Undefined only on routes that are open to those who have not signed in. */
  readonly visitor: A extends OpenAccess ? Visitor | undefined : Visitor;
  readonly inside: A extends ReviewAccess ? Inside : undefined;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** What it returns is answered as JSON; a handler that sent something itself returns the reply, or nothing for a stream. */
export type Handler<A extends AccessName, P, Q, B> = (asked: Asked<A, P, Q, B>) => unknown;

/** Registers a call. On `/api/reviews/:id/…` the handler finds the review opened, and who asks in it, in `inside`. */
export function route<A extends AccessName, P = unknown, Q = unknown, B = unknown>(
  app: FastifyInstance,
  spec: RouteSpec<A, P, Q, B>,
  handler: Handler<A, P, Q, B>,
): void {
  const { form, answer, summary } = spec;
  const status = spec.status ?? (answer === undefined ? 204 : 200);
  app.route({
    method: spec.method,
    url: spec.url,
    exposeHeadRoute: false,
    ...(isReviewAccess(spec.access) ? {} : { bodyLimit: largestBodyOutside }),
    config: { access: spec.access, documented: { summary, status, ...present({ form, answer }) } },
    schema: present({
      params: spec.params ?? (isReviewAccess(spec.access) ? ofReview : undefined),
      querystring: spec.query,
      body: spec.body,
    }),
    handler: async (request, reply) => {
      reply.code(status);
      const given = await handler(asked(request, reply));
      return status === 204 && !reply.sent ? reply.send() : given;
    },
  });
}

/** Every shape is a zod schema. What does not fit is refused with the place and the reason. */
export function checkShapes(app: FastifyInstance): void {
  app.setValidatorCompiler<z.ZodType>(({ schema }) => (given) => {
    try {
      return { value: shaped(schema, given) };
    } catch (error) {
      return { error: error as Error };
    }
  });
}

function asked<A extends AccessName, P, Q, B>(request: FastifyRequest, reply: FastifyReply): Asked<A, P, Q, B> {
  const { params, query, body, visitor, inside } = request;
  return { params, query, body, visitor, inside, request, reply } as Asked<A, P, Q, B>;
}

/** Without the fields that are not given. */
const present = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
