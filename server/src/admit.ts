import { type ReviewId, asId, idShape, roleOf } from '@throughline/core';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { Door } from './door.js';
import type { Library } from './library.js';
import { type AccessName, type ReviewAccess, isReviewAccess, mayBe, policy, standingOf } from './policy.js';
import { ServerProblem } from './problem.js';
import type { Inside, Visitor } from './visitor.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The line of the policy that stands before this route. */
    access?: AccessName;
  }
}

/** Under this every address is a call, and every call stands in the policy. */
const calls = '/api/';
const ofOneReview = '/api/reviews/:id/';

/**
 * The door first, then the policy: holds every call against the policy before anything of its body is read. Signed out is 401. Who is nobody in a review
 * is told what is told of a review that does not exist; who is somebody there and may not do this, 403. `between` stands
 * after the door, where it is known who asks, and before the policy.
 */
export async function admitByPolicy(
  app: FastifyInstance,
  { library, door }: { library: Library; door: Door },
  between: (app: FastifyInstance) => Promise<void> | void = () => {},
): Promise<void> {
  app.decorateRequest('inside', undefined);
  app.addHook('onRoute', declared);
  door.watch(app);
  if (!app.hasRequestDecorator('visitor')) app.decorateRequest('visitor', undefined);
  await between(app);
  app.addHook('onRequest', async (request, reply) => {
    const { access } = request.routeOptions.config;
    if (access === undefined) return;
    const { visitor } = request;
    if (!isReviewAccess(access)) return admit(access, visitor);
    if (visitor === undefined) throw signIn();
    request.inside = await enter({ library, door }, access, visitor, request, reply);
  });
}

/** A call without a line in the policy, or with one of the wrong sort, is a mistake in the program. */
function declared({ url, config }: RouteOptions): void {
  const access = config?.access;
  if (access === undefined && !url.startsWith(calls)) return;
  if (access === undefined || !Object.hasOwn(policy, access)) throw new TypeError(`${url} names no line of the policy`);
  if (isReviewAccess(access) !== url.startsWith(ofOneReview))
    throw new TypeError(`${url} and the line ${access} are not about the same`);
}

function admit(access: AccessName, visitor: Visitor | undefined): void {
  const standing = standingOf(visitor);
  if (mayBe(access, standing)) return;
  throw standing === 'nobody' ? signIn() : mayNot(standing);
}

async function enter(
  { library, door }: { library: Library; door: Door },
  access: ReviewAccess,
  visitor: Visitor,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Inside> {
  const { id } = request.params as { id: string };
  const person = idShape.test(id) ? await door.personIn(visitor, asId<ReviewId>(id)) : undefined;
  if (person === undefined) throw unknown(id);
  const { served, giveBack } = await library.borrow(asId<ReviewId>(id));
  reply.raw.once('close', giveBack);
  const role = roleOf(served.review, person);
  // Nothing in a file is kept from whoever holds it. What they may change in it, its own rules say.
  if (!door.holder && role === undefined) throw unknown(id);
  if (!door.holder && role !== undefined && !mayBe(access, role)) throw mayNot(role);
  return { review: served.id, person, served, viewer: served.viewer(person) };
}

const signIn = () => new ServerProblem('account.signIn', {}, 401);
const mayNot = (standing: string) => new ServerProblem('server.mayNot', { standing }, 403);
const unknown = (review: string) => new ServerProblem('review.unknown', { review }, 404);
