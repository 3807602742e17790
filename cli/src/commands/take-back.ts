import { type Agreement, agreementsOf, asId, type PersonId, type SeenChange } from '@throughline/core';
import { Myself, settingsFolder } from '@throughline/server';
import { deskPerson, join } from '@throughline/server/join';
import { type ReturnedShare, namesOf, takeBack, withShareFile } from '@throughline/storage';
import { commandWords, counted, deedOf, fill, sayRefusal, stageWords } from '@throughline/words';
import type { Command, Given, Outcome } from '../command.js';
import type { Io } from '../io.js';
import { type Opened, pathAt, withReview } from '../opened.js';

const words = commandWords.takeBack;

/** `throughline take-back FILE SHARE`: what was done in a share, proposed as if it had been done here. */
export const takeBackCommand: Command = {
  name: 'take-back',
  takes: [{ name: 'FILE' }, { name: 'SHARE' }],
  options: {},
  summary: commandWords.summaries.takeBack,
  run,
};

async function run(given: Given, io: Io): Promise<Outcome> {
  const [file = '', share = ''] = given.arguments;
  return withReview(pathAt(io, file), async (opened) => {
    const { open, keeper } = opened;
    const me = (await Myself.at(settingsFolder(io.env))).card;
    if (keeper.readOnly !== undefined) throw keeper.readOnly;
    await join(open, me);
    const by = deskPerson(open.review, me);
    const returned = await withShareFile(pathAt(io, share), (each) => takeBack(opened, each, by));
    return outcome(opened, pathAt(io, share), returned);
  });
}

async function outcome({ open, keeper, path }: Opened, share: string, returned: ReturnedShare): Promise<Outcome> {
  const { mark, taken, known, refused } = returned;
  const names = await namesOf(keeper, open.review);
  const nameOf = (id: string): string => names[asId<PersonId>(id)] ?? id;
  const agreement = agreementsOf(open.review, mark.stage, mark.person);
  const name = nameOf(mark.person);
  const text = [
    fill(words.taken, { taken: counted(taken, 'change'), name, known }),
    ...againstLines(refused),
    ...(agreement.length === 0 ? [words.alone] : agreement.map((each) => agreementLine(each, nameOf))),
  ];
  const against = refused.map((each) => ({ ...each, sentence: sayRefusal(each.refusal) }));
  const { person, stage } = mark;
  const json = { file: path, share, person, name, stage, taken, known, refused: against, agreement };
  return { text: text.join('\n'), json };
}

function againstLines(refused: ReturnedShare['refused']): string[] {
  if (refused.length === 0) return [];
  const lines = refused.map(({ change, refusal }) =>
    fill(words.refused, { at: minuteOf(change), deed: deedOf(change), sentence: sayRefusal(refusal) }),
  );
  return [fill(words.against, { count: counted(refused.length, 'change') }), ...lines];
}

/** "2026-11-23 09:04", as the log has it. */
const minuteOf = ({ at }: SeenChange): string => at.slice(0, 16).replace('T', ' ');

function agreementLine(
  { stage, readers, both, agreed, percent = 0, kappa }: Agreement,
  nameOf: (id: string) => string,
) {
  return fill(words.agreement, {
    first: nameOf(readers[0]),
    second: nameOf(readers[1]),
    works: counted(both, 'work'),
    stage: stageWords[stage],
    agreed,
    percent: percent.toFixed(1).replace(/\.0$/, ''),
    kappa: kappa === undefined ? '' : fill(words.kappa, { kappa: kappa.toFixed(2) }),
  });
}
