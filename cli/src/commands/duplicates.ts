import { Duplicates, Myself, countDuplicates, groupSure, settingsFolder } from '@throughline/server';
import { deskPerson, join } from '@throughline/server/join';
import { commandWords, counted, fill } from '@throughline/words';
import { type Command, CommandProblem, type Given, type Outcome } from '../command.js';
import { type Found, duplicatesText, foundIn } from '../duplicates-said.js';
import type { Io } from '../io.js';
import { type Opened, pathAt, withReview } from '../opened.js';
import { type Progress, progressOn } from '../progress.js';

const words = commandWords.duplicates;
/** Records after which it is told again how far it is. */
const perStep = 5000;

/** `throughline duplicates FILE`: which records are the same report, and with --apply those beyond doubt as groups. */
export const duplicatesCommand: Command = {
  name: 'duplicates',
  takes: [{ name: 'FILE' }],
  options: { apply: { summary: commandWords.optionSummaries.apply } },
  summary: commandWords.summaries.duplicates,
  run: (given: Given, io: Io): Promise<Outcome> =>
    withReview(pathAt(io, given.arguments[0] ?? ''), async (opened) => {
      const duplicates = new Duplicates(opened.open, opened.keeper);
      try {
        return given.options.apply === true ? await apply(opened, duplicates, io) : await look(opened, duplicates, io);
      } finally {
        await duplicates.close();
      }
    }),
};

async function look(opened: Opened, duplicates: Duplicates, io: Io): Promise<Outcome> {
  const found = await find(opened, duplicates, progressOn(io));
  return { text: duplicatesText(found, found.sure.length > 0 ? words.notApplied : words.nothingSure), json: found };
}

/** What was sure is listed as it was found; the counts and the questions are those after the groups were made. */
async function apply(opened: Opened, duplicates: Duplicates, io: Io): Promise<Outcome> {
  const { open, keeper } = opened;
  const me = (await Myself.at(settingsFolder(io.env))).card;
  if (keeper.readOnly !== undefined) throw keeper.readOnly;
  const { sure } = await find(opened, duplicates, progressOn(io));
  await join(open, me);
  const grouped = await groupSure(open, duplicates, { by: deskPerson(open.review, me) });
  if ('refused' in grouped) throw new CommandProblem(grouped.refused.code, grouped.refused.values);
  const found = { ...(await find(opened, duplicates, progressOn(io))), sure };
  const { groups, records } = grouped;
  const said = fill(words.applied, { groups: counted(groups, 'group'), records: counted(records, 'record') });
  return {
    text: duplicatesText(found, groups === 0 ? words.nothingSure : said),
    json: { ...found, applied: { groups, records } },
  };
}

async function find({ open, keeper }: Opened, duplicates: Duplicates, progress: Progress): Promise<Found> {
  const { review, id } = open;
  let said = -perStep;
  const howFar = (done: number, of: number) => {
    if (done - said < perStep) return;
    said = done;
    progress.step(fill(words.progress, { done, records: counted(of, 'record') }));
  };
  const { found: sure } = await duplicates.ask({ about: 'sure' }, howFar);
  const { found: questions } = await duplicates.ask({ about: 'questions', limit: Number.POSITIVE_INFINITY });
  const counts = await countDuplicates(duplicates, () => ({ id, keeper, review }));
  progress.end();
  return foundIn(review, counts, sure, questions);
}
