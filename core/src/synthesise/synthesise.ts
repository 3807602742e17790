import { z } from 'zod';
import { type Refusal, refuse } from '../change.js';
import {
  type ConceptId,
  type LevelId,
  type PassageId,
  type RecordId,
  type ReportId,
  type ThirdOrderId,
  idOf,
} from '../ids.js';
import { type Ref, type Room, refsTo, room, thing, words } from '../kind.js';
import type { Shelf } from '../shelf.js';
import type { Held } from '../thing.js';
import type { TranslateWorld } from '../translate/translate.js';

/** Phase 6, synthesising the translations: third-order constructs, the claims behind them, and the line of argument. */
export interface Synthesise {
  readonly levels: Shelf<Level>;
  readonly constructs: Shelf<ThirdOrder>;
  readonly claims: Shelf<Claim>;
  readonly propositions: Shelf<Proposition>;
  readonly links: Shelf<Link>;
}
export interface SynthesiseWorld extends TranslateWorld {
  readonly synthesise: Synthesise;
}

const level = z.object({ name: words(), order: z.number(), alsoCalled: z.array(words()).optional() });
/** Where the third-order constructs stand: the link worker, the organisation, the system … */
export type Level = Held<z.output<typeof level>> & { readonly id: LevelId };

const construct = z.object({
  name: words(),
  level: idOf<LevelId>().optional(),
  definition: words().optional(),
  order: z.number(),
  /** The rows of the translation table that it was made from. */
  concepts: z.array(idOf<ConceptId>()),
});
/** A third-order construct: the reviewers' own. */
export type ThirdOrder = Held<z.output<typeof construct>> & { readonly id: ThirdOrderId };

const page = words();
const support = z.discriminatedUnion('by', [
  /** Words marked in a document that is held. */
  z.object({ by: z.literal('passage'), passage: idOf<PassageId>() }),
  /** A typed quotation and its printed page; the document need not be held. `words` counts the quotation's words. */
  z.object({
    by: z.literal('locator'),
    report: idOf<ReportId>(),
    page,
    quote: words().optional(),
    /** Length and SHA-256 of the quotation, where its words are not ours to keep. */
    fingerprint: z.object({ words: z.number().int(), sha256: words() }).optional(),
  }),
  z.object({ by: z.literal('citation'), report: idOf<ReportId>() }),
  /** A work that the review cites but did not include: it carries no mark. */
  z.object({ by: z.literal('background'), record: idOf<RecordId>() }),
]);
export type Support = z.output<typeof support>;

const claim = z.object({
  text: words(),
  /** The third-order construct, or the level, that it belongs to. */
  home: z.discriminatedUnion('on', [
    z.object({ on: z.literal('construct'), id: idOf<ThirdOrderId>() }),
    z.object({ on: z.literal('level'), id: idOf<LevelId>() }),
  ]),
  support: z.array(support),
  order: z.number(),
});
/** A statement in the synthesis with its evidence. */
export type Claim = Held<z.output<typeof claim>>;

const restsOn = z.discriminatedUnion('on', [
  z.object({ on: z.literal('level'), id: idOf<LevelId>() }),
  z.object({ on: z.literal('construct'), id: idOf<ThirdOrderId>() }),
]);
const proposition = z.object({
  text: words(),
  order: z.number(),
  rests: z.array(restsOn),
  /** True: what it rests on is the team's inference; the change's reason says from what. */
  inferred: z.boolean().optional(),
});
/** One step of the line of argument. */
export type Proposition = Held<z.output<typeof proposition>>;

const link = z.object({
  between: z.enum(['propositions', 'constructs']),
  from: words(),
  to: words(),
  /** leads to, shapes, endangers, or the team's own word. */
  sort: words(),
  note: words().optional(),
  inferred: z.boolean().optional(),
});
/** An arrow of the line of argument. */
export type Link = Held<z.output<typeof link>>;

/** The thing that a home or a support points at. */
export const homeRef = ({ on, id }: { on: 'construct' | 'level'; id: string }): Ref => ({
  on: `synthesise.${on}s`,
  id,
});
export function supportRef(given: Support): Ref {
  if (given.by === 'passage') return { on: 'read.passages', id: given.passage };
  if (given.by === 'background') return { on: 'gather.records', id: given.record };
  return { on: 'read.reports', id: given.report };
}

const notItself = (_: SynthesiseWorld, { from, to }: { from: string; to: string }): Refusal | undefined =>
  from === to ? refuse('link.toItself', { id: from }) : undefined;

export const synthesise: Room<SynthesiseWorld> = room<SynthesiseWorld>('synthesise', [
  thing({ name: 'level', on: 'synthesise.levels', fields: level }),
  thing({
    name: 'construct',
    on: 'synthesise.constructs',
    fields: construct,
    refs: ({ level: id, concepts }) => [
      ...refsTo('synthesise.levels', id === undefined ? [] : [id]),
      ...refsTo('translate.concepts', concepts),
    ],
  }),
  thing({
    name: 'claim',
    on: 'synthesise.claims',
    fields: claim,
    refs: ({ home, support: given }) => [homeRef(home), ...given.map(supportRef)],
  }),
  thing({
    name: 'proposition',
    on: 'synthesise.propositions',
    fields: proposition,
    refs: ({ rests }) => rests.map(homeRef),
  }),
  thing({
    name: 'link',
    on: 'synthesise.links',
    fields: link,
    refs: ({ between, from, to }) => refsTo(`synthesise.${between}`, [from, to]),
    check: notItself,
  }),
]);
