import { type Criterion, type Protocol, standing } from '@throughline/core';
import { fill, reportWords } from '@throughline/words';
import { type Block, type Facts, type Line, type Row, type Section, paragraph } from './blocks.js';
import type { Telling } from './told.js';

const words = reportWords.plan;

/** Phase 1: what was asked, why by this method, what would count, and who asked. */
export function planPart(telling: Telling): Section {
  const [protocol] = standing(telling.review.plan.protocols);
  const asked: Block[] = protocol === undefined ? [paragraph([words.none], 'absence')] : [protocolFacts(protocol)];
  return {
    id: 'plan',
    title: words.title,
    blocks: [...asked, ...criteria(telling), ...screening(telling), ...team(telling)],
  };
}

function protocolFacts(protocol: Protocol): Facts {
  const fact = (term: string, said: string | undefined) => (said === undefined ? [] : [{ term, said: [[said]] }]);
  return {
    is: 'facts',
    facts: [
      ...fact(words.aim, protocol.aim),
      { term: words.questions, said: protocol.questions.map((question) => [question]) },
      ...fact(words.method, protocol.method),
      ...fact(words.why, protocol.whyThisMethod),
      ...fact(words.registration, protocol.registration),
      ...fact(words.reporting, protocol.reporting),
      ...fact(words.date, protocol.date),
    ],
  };
}

function criteria({ review }: Telling): Block[] {
  const all = standing(review.plan.criteria).toSorted((a, b) => a.order - b.order);
  if (all.length === 0) return [];
  return [{ is: 'table', caption: [words.criteriaCaption], head: words.criteriaHead, rows: all.map(criterionRow) }];
}

const criterionRow = ({ id, heading, sort, text }: Criterion): Row => ({
  cells: [[heading], [words[sort]], [text]],
  about: { on: 'plan.criteria', id },
});

function screening({ review }: Telling): Block[] {
  const shares = standing(review.screen.shares);
  if (shares.length === 0) return [];
  const said = shares.map(({ stage, rule, part, settledBy, note }): Line => {
    const how = fill(reportWords.shares[rule], { part: Math.round((part ?? 0) * 100) });
    const settled = settledBy === undefined ? [] : [fill(reportWords.shares.settled, { by: settledBy })];
    return [
      `${reportWords.shares.stages[stage]}: ${[how, ...settled, ...(note === undefined ? [] : [note])].join('; ')}`,
    ];
  });
  return [{ is: 'facts', facts: [{ term: words.screening, said }] }];
}

function team({ review, people }: Telling): Block[] {
  const name = (id: string) => people[id] ?? words.withdrawn;
  const members = standing(review.floor.people);
  const positions = standing(review.plan.positions);
  const said = members.map(({ id, role }): Line => [`${name(id)} (${words.roles[role]})`]);
  const stands = positions.map(({ person, text }): Line => [`${name(person)}: ${text}`]);
  const facts = [
    { term: words.team, said },
    { term: words.positions, said: stands },
  ].filter((each) => each.said.length > 0);
  return facts.length === 0 ? [] : [{ is: 'facts', facts }];
}
