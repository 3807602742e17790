import { type PersonId, type Review, overlapOf } from '@throughline/core';
import type {
  DuplicateCounts,
  GroupedSure,
  Problem,
  Questions,
  SourceOverlaps,
  StandingGroups,
  SureGroups,
} from '@throughline/wire';
import type { FastifyInstance } from 'fastify';
import {
  duplicateCounts,
  groupedSure,
  questions,
  sourceOverlaps,
  standingGroups,
  sureGroups,
} from '../answer-shapes.js';
import { countDuplicates, pageOfQuestions, pageOfSure } from '../duplicates/answers.js';
import type { Asked } from '../duplicates/from-sources.js';
import { groupSure } from '../duplicates/group-sure.js';
import { pageOfGroups } from '../duplicates/standing-groups.js';
import { route } from '../route.js';
import type { Served } from '../served.js';
import { groupsQuestion, pageQuestion, sureAsked } from '../shape.js';

/** Duplicates: how many there are, what a person has to look at, what is sure, and the groups that stand. */
export function duplicateRoutes(app: FastifyInstance): void {
  countsRoute(app);
  questionsRoute(app);
  sureRoutes(app);
  groupsRoute(app);
  overlapRoute(app);
}

/** The review as the asker sees it at the moment. */
const seenBy = (served: Served, person: PersonId) => (): Asked => ({
  id: served.id,
  keeper: served.keeper,
  review: served.seenBy(person),
});

function countsRoute(app: FastifyInstance): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/duplicates',
      access: 'review.look',
      summary:
        'How many duplicates there are, in groups, sure and to be asked; records that are new are compared first',
      answer: duplicateCounts,
    },
    ({ inside: { served, person } }): Promise<DuplicateCounts> =>
      countDuplicates(served.duplicates, seenBy(served, person)),
  );
}

function questionsRoute(app: FastifyInstance): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/duplicates/questions',
      access: 'review.look',
      summary: 'Pairs of records that may be the same report, one for two works, the surest first',
      query: pageQuestion,
      answer: questions,
    },
    ({ query, inside: { served, person } }): Promise<Questions> =>
      pageOfQuestions(served.duplicates, seenBy(served, person), query),
  );
}

function sureRoutes(app: FastifyInstance): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/duplicates/sure',
      access: 'review.look',
      summary: 'Records that are the same report beyond doubt and are not grouped yet',
      query: pageQuestion,
      answer: sureGroups,
    },
    ({ query, inside: { served, person } }): Promise<SureGroups> =>
      pageOfSure(served.duplicates, seenBy(served, person), query),
  );

  route(
    app,
    {
      method: 'POST',
      url: '/api/reviews/:id/duplicates/sure',
      access: 'review.propose',
      summary: 'Makes the groups that are sure, all or those named, as the asker',
      body: sureAsked,
      answer: groupedSure,
    },
    async ({ body: { task, only }, inside: { served, person }, reply }): Promise<GroupedSure | Problem> => {
      // Who sees no records groups none.
      if (served.seenBy(person).gather.records.size === 0) return { groups: 0, records: 0, changes: [] };
      const grouped = await groupSure(served.open, served.duplicates, {
        by: person,
        as: served.viewer(person),
        ...(only === undefined ? {} : { only }),
        ...(task === undefined ? {} : { howFar: (done, of) => served.progress(person, { task, done, of }) }),
      });
      if (!('refused' in grouped)) return grouped;
      reply.code(grouped.refused.code === 'role.mayNot' ? 403 : 409);
      return grouped.refused;
    },
  );
}

function groupsRoute(app: FastifyInstance): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/duplicates/groups',
      access: 'review.look',
      summary: 'Duplicate groups that stand, the newest first, or those with records that hold all of some words',
      query: groupsQuestion,
      answer: standingGroups,
    },
    ({ query, inside: { served, person } }): Promise<StandingGroups> => pageOfGroups(seenBy(served, person)(), query),
  );
}

function overlapRoute(app: FastifyInstance): void {
  route(
    app,
    {
      method: 'GET',
      url: '/api/reviews/:id/overlap',
      access: 'review.look',
      summary: 'What each source gave, and how much of it no other did',
      answer: sourceOverlaps,
    },
    ({ inside: { served, person } }): SourceOverlaps => overlapIn(served.seenBy(person)),
  );
}

function overlapIn(review: Review): SourceOverlaps {
  const { sources, shared } = overlapOf(review);
  return {
    sources: sources.map(({ source: { id, name, platform }, ...counts }) => ({
      ...{ id, name, ...counts },
      ...(platform === undefined ? {} : { platform }),
    })),
    shared,
  };
}
