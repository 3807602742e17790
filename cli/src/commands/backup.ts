import { type PlaceNamed, openServerPlace, registerPlaceOf } from '@throughline/server';
import { backUp, restoreBackup } from '@throughline/storage';
import { fill, servingWords as words } from '@throughline/words';
import { neededText } from '../arguments.js';
import type { Command, Given, Outcome } from '../command.js';
import type { Io } from '../io.js';
import { pathAt } from '../opened.js';
import { placeArgument, placeOf, placeOptions } from '../server-options.js';

/** `throughline backup [DIR] -o OUT`: everything that a team's server keeps, while it runs. */
export const backupCommand: Command = {
  name: 'backup',
  takes: [placeArgument],
  options: { ...placeOptions, out: { value: 'OUT', short: 'o', needed: true, summary: words.options.out } },
  summary: words.summaries.backup,
  run: async (given, io) => {
    const path = pathAt(io, neededText(given, 'out'));
    const { store, close, named } = await opened(given, io);
    try {
      const done = await backUp(store, registerPlaceOf(named), path);
      return said(words.backedUp, { ...done, path });
    } finally {
      await close();
    }
  },
};

/** `throughline restore-backup [DIR] --from BACKUP`: into a new folder, or an empty database. */
export const restoreBackupCommand: Command = {
  name: 'restore-backup',
  takes: [placeArgument],
  options: { ...placeOptions, from: { value: 'BACKUP', needed: true, summary: words.options.from } },
  summary: words.summaries.restoreBackup,
  run: async (given, io) => {
    const { store, close, named } = await opened(given, io);
    try {
      const done = await restoreBackup(pathAt(io, neededText(given, 'from')), store, registerPlaceOf(named));
      return said(words.restored, { ...done, place: store.place });
    } finally {
      await close();
    }
  },
};

async function opened(given: Given, io: Io) {
  const named: PlaceNamed = placeOf(given, io);
  return { ...(await openServerPlace(named)), named };
}

const said = (sentence: string, values: Record<string, string | number>): Outcome => ({
  text: fill(sentence, values),
  json: values,
});
