import { type Ref, type Refusal, type Review, type SeenChange, shelfOf, standing, type Write } from '@throughline/core';
import { beginningWords, fieldWords, votingWords } from '@throughline/words';
import { writesDone } from '../house/take-back.js';

/** What one field says. */
export interface Said {
  readonly field: string;
  readonly text: string;
}

/** What a change of a share says, and what stands here instead. */
export interface BothTexts {
  /** The thing that both are about; for a vote its record. */
  readonly about: Ref | undefined;
  readonly there: readonly Said[];
  readonly here: readonly Said[];
}

/** Both sides of a change that was not taken in, as far as this page holds them. */
export function saysOf(review: Review, change: SeenChange, { code, values }: Refusal): BothTexts {
  const [write] = writesDone(change);
  const about = write === undefined ? undefined : aboutOf(write);
  if (code === 'field.changedSince') {
    const field = named(String(values.field));
    return {
      about,
      there: [{ field, text: textOf(values.proposed) }],
      here: [{ field, text: textOf(values.present) }],
    };
  }
  const fields = fieldsOf(write);
  const held = write === undefined ? undefined : heldInstead(review, write, change);
  return { about, there: saidIn(fields, Object.keys(fields)), here: held ? saidIn(held, Object.keys(fields)) : [] };
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (write: Write | undefined): Fields =>
  write !== undefined && (write.do === 'make' || write.do === 'set') ? write.fields : {};

/** A vote or a settlement is about its record; everything else about itself. */
function aboutOf(write: Write): Ref | undefined {
  if (write.do === 'rows') return undefined;
  const { record } = fieldsOf(write);
  if (typeof record === 'string') return { on: 'gather.records', id: record };
  return { on: write.on, id: write.id };
}

/** What stands here in the place of what was written there. */
function heldInstead(review: Review, write: Write, { by }: SeenChange): Fields | undefined {
  if (write.do === 'rows') return undefined;
  const { record, stage } = fieldsOf(write);
  if (write.on === 'screen.votes' && record !== undefined)
    return standing(review.screen.votes).find(
      (vote) => vote.record === record && vote.stage === stage && vote.trail.made.by === by,
    ) as Fields | undefined;
  return shelfOf(review, write.on).get(write.id) as Fields | undefined;
}

/** What says nothing to a reader: ids, and what the heading says already. */
const unsaid = new Set(['id', 'record', 'trail']);

const saidIn = (fields: Fields, names: readonly string[]): Said[] =>
  names
    .filter((name) => !unsaid.has(name) && fields[name] !== undefined && fields[name] !== null)
    .map((name) => ({ field: named(name), text: spelledOut(name, fields[name]) }));

const named = (field: string): string => fieldWords[field] ?? field;

function spelledOut(field: string, value: unknown): string {
  const text = textOf(value);
  if (field === 'stage') return (beginningWords.screen.stages as Readonly<Record<string, string>>)[text] ?? text;
  if (field === 'answer') return (votingWords.said as Readonly<Record<string, string>>)[text] ?? text;
  return text;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value ?? '');
