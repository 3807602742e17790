import { randomUUID } from 'node:crypto';
import { basename, extname } from 'node:path';
import { type PersonId, type Review, type Viewer, asId, roleOf, stages } from '@throughline/core';
import { Myself, settingsFolder } from '@throughline/server';
import { deskPerson, join } from '@throughline/server/join';
import { type HandedOver, type Keeper, handOver, namesOf } from '@throughline/storage';
import { commandWords, counted, fill, stageWords } from '@throughline/words';
import { neededText, oneOf, textOf } from '../arguments.js';
import { type Command, CommandProblem, type Given, type Outcome, WrongUse } from '../command.js';
import type { Io } from '../io.js';
import { pathAt, withReview } from '../opened.js';
import { outOption } from '../out-option.js';

const words = commandWords.handOver;
const summaries = commandWords.optionSummaries;

/** `throughline hand-over FILE PERSON`: a sample of the reading, as a file for a second reviewer. */
export const handOverCommand: Command = {
  name: 'hand-over',
  takes: [{ name: 'FILE' }, { name: 'PERSON' }],
  options: {
    stage: { value: stages.join('|'), needed: true, summary: summaries.stage },
    percent: { value: 'N', summary: summaries.percent },
    seed: { value: 'SEED', summary: summaries.seed },
    out: outOption,
  },
  summary: commandWords.summaries.handOver,
  run,
};

async function run(given: Given, io: Io): Promise<Outcome> {
  const [file = '', who = ''] = given.arguments;
  const asked = {
    stage: oneOf(neededText(given, 'stage'), stages, '--stage'),
    percent: percentOf(textOf(given, 'percent') ?? '100'),
    seed: textOf(given, 'seed') ?? randomUUID(),
  };
  const out = neededText(given, 'out');
  const path = pathAt(io, extname(out) === '.throughline' ? out : `${out}.throughline`);
  return withReview(pathAt(io, file), async ({ open, keeper }) => {
    const me = (await Myself.at(settingsFolder(io.env))).card;
    if (keeper.readOnly !== undefined) throw keeper.readOnly;
    await join(open, me);
    const { person, name } = await personCalled(who, keeper, open.review);
    const handed = await handOver({ open, keeper }, { ...asked, person }, viewerAt(open.review, me), path);
    return { text: said(handed, name, path), json: { file: path, name, ...handed } };
  });
}

function percentOf(text: string): number {
  const percent = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (percent > 0 && percent <= 100) return percent;
  throw new WrongUse('use.notAPercent', { option: '--percent', given: text });
}

/** Whoever types the command holds the file. */
function viewerAt(review: Review, me: Parameters<typeof deskPerson>[1]): Viewer {
  const person = deskPerson(review, me);
  return { person, role: roleOf(review, person) ?? 'commenter', holder: true };
}

/** Somebody by their id, or by the name on their card, in any case. */
async function personCalled(who: string, keeper: Keeper, review: Review): Promise<{ person: PersonId; name: string }> {
  const names = await namesOf(keeper, review);
  const all = [...review.floor.people].filter(({ trail }) => trail.gone === undefined).map(({ id }) => id as string);
  const nameOf = (id: string): string => names[asId<PersonId>(id)] ?? id;
  const called = all.filter((id) => nameOf(id).toLowerCase() === who.trim().toLowerCase());
  const found = all.includes(who) ? [who] : called;
  const [id] = found;
  if (id === undefined)
    throw new CommandProblem('share.personUnknown', {
      person: who,
      people: all.map((each) => `${nameOf(each)} (${each})`),
    });
  if (found.length > 1) throw new CommandProblem('share.personTwice', { person: who, people: found });
  return { person: asId<PersonId>(id), name: nameOf(id) };
}

function said({ works, stage, percent, seed }: HandedOver, name: string, path: string): string {
  const values = { works: counted(works, 'work'), name, stage: stageWords[stage], percent, seed, path };
  return [fill(words.made, values), fill(words.next, { file: basename(path) })].join('\n');
}
